import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import type { Db } from '../../src/store/tables.js';
import { MemoryStore } from './memory-store.js';
import { signInOf, start } from './samples.js';

const day = 24 * 60 * 60 * 1000;
const retention = 10 * day;

/** A store, and every version that it ever gave, in their order: what the versions are is its own affair. */
interface Side<S extends Store = Store> {
  store: S;
  readonly versions: number[];
}
interface Model extends Side<MemoryStore> {
  now: number;
}
interface Real extends Side {
  readonly url: string;
}
type Step = fc.AsyncCommand<Model, Real>;

const ran = new Map<string, number>();

/** The same call to both; what they say must be the same, refusals included. */
function step(
  name: string,
  args: unknown,
  call: (store: Store, now: number, versions: number[]) => Promise<unknown>,
): Step {
  return {
    check: () => true,
    async run(model, real) {
      ran.set(name, (ran.get(name) ?? 0) + 1);
      const [expected, got] = [
        await said(call(model.store, model.now, model.versions)),
        await said(call(real.store, model.now, real.versions)),
      ];
      expect(got, name).toEqual(expected);
    },
    toString: () => `${name}(${JSON.stringify(args)})`,
  };
}

/** Which of all versions somebody was given; null as it is. */
async function noted(versions: number[], saving: Promise<number | null>): Promise<number | null> {
  const version = await saving;
  return version === null ? null : versions.push(version) - 1;
}

async function said(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((error: unknown) => ({
    refused: error instanceof Error && 'code' in error && error.code,
  }));
}

/** Few of each, so that steps meet. */
const person = fc.constantFrom(
  'slack\nT1\nU1',
  'slack\nT1\nU2',
  'teams\nT1\nU1',
  'teams\nt1\nu1',
  "x'; --",
  '',
);
const key = fc.constantFrom('k1', 'k2', 'K1', '');
const holder = fc.constantFrom('here', 'there');
const rate = fc.constantFrom({ burst: 1, perMinute: 0.1 }, { burst: 3, perMinute: 60 });
const idOf = (it: string) => createHash('sha256').update(it, 'utf16le').digest('hex');
const ago = fc.integer({ min: 0, max: 9 });
const span = fc.constantFrom(0, 1, 20 * 60_000, day - 1, day, 1, retention - 1, 1, retention, 400 * day);
const word = fc.option(fc.constantFrom('', 'ok', '漢字'));
const cause = fc.constantFrom('role-missing', 'not-acr', null);
const language = fc.constantFrom('en', 'de', 'zh-Hans');
const help = fc.constantFrom('none', 'request', 'people');

const steps: readonly fc.Arbitrary<Step>[] = [
  key.map((it) => step('firstSeen', it, (store, now) => store.firstSeen(it, now))),
  fc
    .tuple(key, rate)
    .map(([of, it]) => step('take', [of, it], (store, now) => store.take({ of, rate: it }, now))),
  fc
    .tuple(key, person, fc.array(fc.record({ of: key, rate }), { maxLength: 2 }), holder, span)
    .map(([it, who, limits, holds, lasts]) =>
      step('admit', [it, who, limits, holds, lasts], (store, now) =>
        store.admit({ key: it, person: who }, limits, { holder: holds, until: now + lasts }, now),
      ),
    ),
  fc
    .tuple(key, person, holder, span)
    .map(([it, who, holds, lasts]) =>
      step('arrive', [it, who, holds, lasts], (store, now) =>
        store.arrive({ key: it, person: who }, { holder: holds, until: now + lasts }),
      ),
    ),
  fc
    .tuple(key, person, holder)
    .map(([it, who, holds]) =>
      step('drop', [it, who, holds], (store) => store.drop({ key: it, person: who }, holds)),
    ),
  fc
    .tuple(key, person, holder)
    .map(([it, who, holds]) =>
      step('served', [it, who, holds], (store) =>
        store.served({ id: idOf(it), person: who, attempts: 1 }, holds),
      ),
    ),
  fc
    .tuple(key, span)
    .map(([it, lasts]) =>
      step('leave', [it, lasts], (store, now) =>
        store.leave({ id: idOf(it), person: '', attempts: 1 }, now + lasts),
      ),
    ),
  fc
    .tuple(holder, span)
    .map(([holds, lasts]) =>
      step('holdOn', [holds, lasts], (store, now) => store.holdOn({ holder: holds, until: now + lasts })),
    ),
  fc
    .tuple(holder, span)
    .map(([holds, lasts]) =>
      step('takeOver', [holds, lasts], (store, now) =>
        store.takeOver({ holder: holds, until: now + lasts }, now),
      ),
    ),
  person.map((it) =>
    step('conversation', it, async (store, _now, versions) => {
      const kept = await store.conversation(it);
      return kept === null ? null : { ...kept, version: versions.lastIndexOf(kept.version) };
    }),
  ),
  // From a version that somebody was given at any time, of whomever's conversation.
  fc
    .tuple(person, ago, fc.jsonValue())
    .map(([who, from, state]) =>
      step('saveConversation', [who, from, state], (store, now, versions) =>
        noted(versions, store.saveConversation(who, versions.at(-1 - from) ?? null, state, now)),
      ),
    ),
  person.map((it) =>
    step('save a new one', it, (store, now, versions) =>
      noted(versions, store.saveConversation(it, null, 'new', now)),
    ),
  ),
  person.map((it) =>
    step('save what was read', it, async (store, now, versions) => {
      const old = await store.conversation(it);
      return noted(versions, store.saveConversation(it, old?.version ?? null, 'next', now));
    }),
  ),
  person.map((it) => step('reference', it, (store) => store.reference(it))),
  fc
    .tuple(person, key)
    .map(([who, it]) => step('saveReference', [who, it], (store, now) => store.saveReference(who, it, now))),
  person.map((it) => step('language', it, (store) => store.language(it))),
  fc
    .tuple(person, language)
    .map(([who, it]) => step('saveLanguage', [who, it], (store, now) => store.saveLanguage(who, it, now))),
  fc
    .tuple(person, key, cause, fc.option(fc.boolean()), word, help, language)
    .map(([who, id, why, resolved, registry, helped, speaks]) =>
      step('saveCase', [who, id, why, resolved, registry, helped, speaks], (store, now) =>
        store.saveCase(who, {
          ...{ id, registry, cause: why, resolved, help: helped },
          ...{ language: speaks, updatedAt: now },
        }),
      ),
    ),
  fc
    .tuple(person, fc.integer({ min: 0, max: 4 }))
    .map(([who, limit]) => step('cases', [who, limit], (store) => store.cases(who, limit))),
  fc
    .tuple(key, cause, fc.boolean(), word)
    .map(([id, why, helped, it]) =>
      step('saveFeedback', [id, why, helped, it], (store, now) =>
        store.saveFeedback({ id, cause: why, helped, word: it, at: now }),
      ),
    ),
  fc.tuple(key, person, span, fc.boolean()).map(([hash, who, lasts, signedIn]) =>
    step('beginSignIn', [hash, who, lasts, signedIn], (store, now) =>
      store.beginSignIn(hash, {
        ...signInOf(who, now + lasts),
        step: signedIn ? { kind: 'signed-in', objectId: 'o', tenant: 't', at: now } : { kind: 'begun' },
      }),
    ),
  ),
  key.map((it) => step('signIn', it, (store, now) => store.signIn(it, now))),
  key.map((it) => step('takeSignIn', it, (store, now) => store.takeSignIn(it, now))),
  fc
    .tuple(person, span)
    .map(([who, lasts]) =>
      step('saveLink', [who, lasts], (store, now) =>
        store.saveLink(who, { objectId: 'o', tenant: 't', linkedAt: now, expiresAt: now + lasts }),
      ),
    ),
  person.map((it) => step('link', it, (store, now) => store.link(it, now))),
  person.map((it) => step('removeLink', it, (store) => store.removeLink(it))),
  person.map((it) => step('forget', it, (store) => store.forget(it))),
  fc.constant(step('purge', [], (store, now) => store.purge(now, retention))),
  span.map((it) => ({
    check: () => true,
    async run(model) {
      model.now += it;
    },
    toString: () => `wait(${it})`,
  })),
  fc.constant({
    check: () => true,
    async run(_model, real) {
      await real.store.close();
      real.store = await openStore(real.url, silent);
    },
    toString: () => 'restart()',
  }),
];

/**
 * Steps at random on a store and on the model of it.
 *
 * @param where gives the address of an empty database, and its tables as they lie
 */
export function describeModel(
  name: string,
  where: () => Promise<{ readonly url: string; readonly tables: Db }>,
  numRuns: number,
): void {
  it(`${name} does what the model of it does, over restarts`, { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([...steps], { maxCommands: 60, size: 'max' }), async (commands) => {
        const { url, tables } = await where();
        const real: Real = { store: await openStore(url, silent), versions: [], url };
        const model: Model = { store: new MemoryStore(), versions: [], now: start };
        await fc.asyncModelRun(() => ({ model, real }), commands);
        const feedback = await tables.selectFrom('feedback').selectAll().execute();
        const expected = model.store.feedback().map((it) => ({ ...it, helped: it.helped ? 1 : 0 }));
        expect(feedback.sort(byId)).toEqual(expected.sort(byId));
        await sameCounts(tables, model.store);
        await real.store.close();
      }),
      { numRuns },
    );
    // A generator that never gives a step would show nothing.
    expect([...ran.values()].filter((times) => times > 5)).toHaveLength(28);
  });
}

/** Each case is counted once, wherever it has gone since. */
async function sameCounts(tables: Db, model: MemoryStore): Promise<void> {
  const cases = await tables.selectFrom('case_tally').selectAll().where('cases', '<>', 0).execute();
  expect(each(cases)).toEqual(
    model
      .counted()
      .map((it) => JSON.stringify({ ...it, resolved: it.resolved ? 1 : 0 }))
      .sort(),
  );
  const askers = await tables.selectFrom('asker_tally').selectAll().execute();
  expect(each(askers)).toEqual(
    model
      .askers()
      .map((it) => JSON.stringify(it))
      .sort(),
  );
}

function each(rows: readonly { readonly cases: number }[]): readonly string[] {
  return rows.flatMap(({ cases, ...row }) => Array<string>(cases).fill(JSON.stringify(row))).sort();
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
