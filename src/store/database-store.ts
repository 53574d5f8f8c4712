import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../observe/log.js';
import { Calls } from './calls.js';
import type { Engine } from './engine.js';
import { ledgerOn } from './ledger/ledger.js';
import { purgeTrail } from './ledger/trail.js';
import { migrate } from './migrate.js';
import { cases, saveCase, saveFeedback } from './queries/cases.js';
import { conversation, saveConversation } from './queries/conversations.js';
import { beat } from './queries/heartbeat.js';
import { admit, arrive, drop, firstSeen, holdOn, leave, served, take, takeOver } from './queries/inbox.js';
import { language, reference, saveLanguage, saveReference } from './queries/people.js';
import { forget, purge } from './queries/retention.js';
import { isCurrent } from './queries/schema.js';
import { beginSignIn, link, removeLink, saveLink, signIn, takeSignIn } from './queries/sign-ins.js';
import type { Database } from './store.js';
import { StoreError } from './store-error.js';

/** How long a call waits for somebody else's lock; writers hold it for some milliseconds. */
export const defaultPatienceMs = 5_000;

/** How long `ready` waits for a server that does not answer. */
const readyWithinMs = 2_000;

/**
 * The store on an engine, which from now on belongs to it.
 *
 * @throws StoreError where the database cannot be brought to today's schema; the engine is closed then
 */
export async function storeOn(engine: Engine, log: Log, patienceMs = defaultPatienceMs): Promise<Database> {
  const calls = new Calls(engine.explain, patienceMs);
  try {
    const steps = await calls.run(() => engine.exclusively(migrate));
    if (steps.length > 0) log.info('store.migrated', { steps: steps.length });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return methods(engine, calls, log);
}

function methods(engine: Engine, calls: Calls, log: Log): Database {
  const { db, ahead, scrub, close } = engine;
  /** Whoever closes again waits for the same. */
  let closing: Promise<void> | undefined;
  /** Who asks wants to know how it is now, not after some patience. */
  const answers = async (ask: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await soon(calls.run(ask, 0));
    } catch (error) {
      log.warn('store.not-ready', { reason: error instanceof StoreError ? error.code : 'failed' });
      return false;
    }
  };
  return {
    firstSeen: (...asked) => calls.run(() => firstSeen(db, ...asked)),
    take: (...asked) => calls.run(() => take(db, ...asked)),
    arrive: (...asked) => calls.run(() => arrive(ahead, ...asked)),
    drop: (...asked) => calls.run(() => drop(db, ...asked)),
    admit: (...asked) => calls.run(() => admit(db, ...asked)),
    served: (...asked) => calls.run(() => served(db, ...asked)),
    leave: (...asked) => calls.run(() => leave(db, ...asked)),
    holdOn: (...asked) => calls.run(() => holdOn(db, ...asked)),
    takeOver: (...asked) => calls.run(() => takeOver(db, ...asked)),

    conversation: (...asked) => calls.run(() => conversation(db, ...asked)),
    saveConversation: (...asked) => calls.run(() => saveConversation(db, ...asked)),

    reference: (...asked) => calls.run(() => reference(db, ...asked)),
    saveReference: (...asked) => calls.run(() => saveReference(db, ...asked)),
    language: (...asked) => calls.run(() => language(db, ...asked)),
    saveLanguage: (...asked) => calls.run(() => saveLanguage(db, ...asked)),

    saveCase: (...asked) => calls.run(() => saveCase(db, ...asked)),
    cases: (...asked) => calls.run(() => cases(db, ...asked)),
    saveFeedback: (...asked) => calls.run(() => saveFeedback(db, ...asked)),

    beginSignIn: (...asked) => calls.run(() => beginSignIn(db, ...asked)),
    signIn: (...asked) => calls.run(() => signIn(db, ...asked)),
    takeSignIn: (...asked) => calls.run(() => takeSignIn(db, ...asked)),
    saveLink: (...asked) => calls.run(() => saveLink(db, ...asked)),
    link: (...asked) => calls.run(() => link(db, ...asked)),
    removeLink: (...asked) => calls.run(() => removeLink(db, ...asked)),

    forget: (...asked) => calls.run(() => forget(db, ...asked).then(scrub)),
    async purge(now, retentionMs) {
      await calls.run(() => purge(db, now, retentionMs));
      await calls.run(() => engine.inTurn((all) => purgeTrail(all, now)).then(scrub));
    },

    ledger: ledgerOn(engine, calls),
    time: () => calls.run(() => engine.time()),

    ready: () => answers(async () => beat(db).then(() => true)),
    current: () => answers(async () => isCurrent(db)),
    close() {
      closing ??= calls.close().then(scrub).then(close);
      return closing;
    },
  };
}

/** What is late goes on behind; its end is nobody's affair any more. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = pause(readyWithinMs, undefined, { signal: settled.signal }).then((): never => {
    throw new StoreError('timeout', 'The store did not answer in time.');
  });
  return Promise.race([answer, late]).finally(() => settled.abort());
}
