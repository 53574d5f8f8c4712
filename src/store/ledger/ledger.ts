import type { Ledger } from '../../access/ledger.js';
import type { Calls } from '../calls.js';
import type { Engine } from '../engine.js';
import type { Db } from '../tables.js';
import { claim, isAnythingDue } from './claim.js';
import { decide, withdraw } from './decide.js';
import { endOverdue, expiredAtOnce } from './expire.js';
import { finishGrant, finishRemoval, retry } from './finish.js';
import { close } from './jobs.js';
import { cards, ownedAssignments, request, requestsOf, saveCard } from './read.js';
import { submit } from './submit.js';
import { audit } from './trail.js';

/** The ledger on an engine. Whatever writes to the audit waits for its turn. */
export function ledgerOn({ db, inTurn, passOver }: Engine, calls: Calls): Ledger {
  const turn = <T>(run: (db: Db) => Promise<T>) => calls.run(() => inTurn(run));
  return {
    submit: (...asked) => turn((all) => submit(all, ...asked)),
    decide: (...asked) => turn((all) => decide(all, ...asked)),
    withdraw: (...asked) => turn((all) => withdraw(all, ...asked)),

    async claim(now, leaseMs) {
      if (!(await calls.run(() => isAnythingDue(db, now)))) return null;
      return turn((all) => claim(all, passOver, now, leaseMs));
    },
    finish: (job, now) => calls.run(() => close(db, job, now)),
    finishGrant: (...asked) => turn((all) => finishGrant(all, ...asked)),
    finishRemoval: (...asked) => turn((all) => finishRemoval(all, ...asked)),
    retry: (...asked) => turn((all) => retry(all, ...asked)),

    request: (...asked) => calls.run(() => request(db, ...asked)),
    requestsOf: (...asked) => calls.run(() => requestsOf(db, ...asked)),
    async expire(now) {
      let ended = 0;
      for (;;) {
        const some = await turn((all) => endOverdue(all, now));
        ended += some;
        if (some < expiredAtOnce) return ended;
      }
    },

    saveCard: (...asked) => calls.run(() => saveCard(db, ...asked)),
    cards: (...asked) => calls.run(() => cards(db, ...asked)),
    ownedAssignments: () => calls.run(() => ownedAssignments(db)),
    audit: (...asked) => calls.run(() => audit(db, ...asked)),
  };
}
