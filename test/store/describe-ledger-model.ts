import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AuditAnchor, genesis, verifyAudit } from '../../src/access/audit.js';
import type { Ledger } from '../../src/access/ledger.js';
import type { Db } from '../../src/store/tables.js';
import type { Opened } from './fresh-ledger.js';
import { type Move, moves, type Side, typed, waits } from './ledger-steps.js';
import { MemoryLedger } from './memory-ledger.js';
import { start } from './samples.js';

interface Model extends Side {
  readonly ledger: MemoryLedger;
  now: number;
}
interface Real extends Side {
  readonly ledger: Ledger;
  readonly tables: Db;
  /** The last row of the audit that was looked at. */
  seen: AuditAnchor;
}
type Step = fc.AsyncCommand<Model, Real>;

/** The same move to both; what they say must be the same, and all that holds of a ledger must hold after it. */
function step({ name, args, plan }: Move, ran: Map<string, number>): Step {
  return {
    check: () => true,
    async run(model, real) {
      count(ran, name);
      const play = plan(model.ledger);
      const expected = await play(model, model.now);
      expect(await play(real, model.now), name).toEqual(expected);
      await check(model.ledger, real);
    },
    toString: () => `${name}(${JSON.stringify(args)})`,
  };
}

/** What must hold whenever nobody is at it. */
async function check({ rows, told }: MemoryLedger, real: Real): Promise<void> {
  const { tables, ledger } = real;
  const audit = await ledger.audit(real.seen.seq, 9_999);
  expect(verifyAudit(audit, real.seen)).toMatchObject({ ok: true });
  const said = audit.map(({ event, body }) => `${event} ${JSON.parse(body).request}`);
  expect(said).toEqual(told.slice(real.seen.seq));
  expect(JSON.stringify(audit)).not.toContain(typed);
  real.seen = audit.at(-1) ?? real.seen;

  const columns = ['id', 'state', 'ended_at', 'dedupe_key', 'owned'] as const;
  const requests = await tables.selectFrom('access_request').select(columns).execute();
  const states = new Map(requests.map(({ id, state, owned }) => [id, [state, owned === 1]]));
  expect(states).toEqual(new Map([...rows].map(([id, { state, owned }]) => [id, [state, owned]])));
  const open = requests.filter(({ ended_at }) => ended_at === null);
  expect(new Set(open.map(({ dedupe_key }) => dedupe_key)).size).toBe(open.length);
  expect(open.map(({ id }) => id).sort()).toEqual(
    [...rows]
      .filter(([, { endedAt }]) => endedAt === null)
      .map(([id]) => id)
      .sort(),
  );

  const kept = await tables.selectFrom('secret_delivery').select(['request', 'ciphertext']).execute();
  const waiting = kept.flatMap(({ request, ciphertext }) => (ciphertext === null ? [] : [request]));
  expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(waiting));
  const expected = [...rows].flatMap(([id, { delivery }]) => (delivery?.ciphertext ? [id] : []));
  expect(waiting.sort()).toEqual(expected.sort());
}

/**
 * Moves at random on a ledger and on the model of it.
 *
 * @param open gives an empty store
 * @param isThorough for so many runs that everything happens in them
 */
export function describeLedgerModel(
  name: string,
  open: () => Promise<Opened>,
  { numRuns, isThorough }: { readonly numRuns: number; readonly isThorough: boolean },
): void {
  it(`the ledger on ${name} does what the model of it does`, { timeout: 300_000 }, async () => {
    const ran = new Map<string, number>();
    const wait = waits.map(
      (it): Step => ({
        check: () => true,
        async run(model) {
          model.now += it;
        },
        toString: () => `wait(${it})`,
      }),
    );
    const steps = [...moves.map((arbitrary) => arbitrary.map((it) => step(it, ran))), wait];
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 80, size: 'max' }), async (commands) => {
        const { store, tables } = await open();
        const real: Real = { ledger: store.ledger, tables, jobs: [], ids: [], seen: genesis };
        const model: Model = { ledger: new MemoryLedger(), jobs: [], ids: [], now: start };
        await fc.asyncModelRun(() => ({ model, real }), commands);
        for (const id of model.ids) {
          expect(await real.ledger.request(id)).toEqual(await model.ledger.request(id));
          expect(await real.ledger.questions(id)).toEqual(await model.ledger.questions(id));
        }
        for (const [event] of model.ledger.told.map((it) => it.split(' '))) count(ran, event);
        await store.close();
      }),
      { numRuns },
    );
    // A generator that never gives a move, or in which something never happens, would show nothing.
    if (isThorough) expect([...names, ...events].filter((it) => !ran.has(it))).toEqual([]);
  });
}

function count(ran: Map<string, number>, what = ''): void {
  ran.set(what, (ran.get(what) ?? 0) + 1);
}

const names = [
  'submit',
  'approve',
  'deny',
  'withdraw',
  'askBack',
  'answer',
  'confirm',
  'abandon',
  'look',
].concat(['collect', 'work', 'claim', 'end', 'retry', 'takeOver', 'fail', 'expire', 'have', 'extend']);
/** All that the audit tells of requests. */
const events = ['submitted', 'approval', 'approved', 'denied', 'withdrawn', 'expired', 'void', 'failed']
  .concat(['question', 'answer'])
  .map((it) => `request.${it}`)
  .concat(['grant.begun', 'grant.made', 'grant.extended', 'removal.begun', 'removal.done', 'removal.failed'])
  .concat(['rotation.begun', 'rotation.made', 'rotation.confirmed'])
  .concat(['retirement.begun', 'retirement.done', 'retirement.failed', 'job.given-up'])
  .concat(['claimed', 'second-claim', 'unclaimed', 'abandoned', 'discarded'].map((it) => `secret.${it}`));
