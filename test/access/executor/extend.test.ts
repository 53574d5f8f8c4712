import { describe, expect, test } from 'vitest';
import { readMark } from '../../../src/access/executor/mark.js';
import { approve, submit } from './common.js';
import {
  approved,
  armFault,
  countOf,
  hour,
  type openGround as open,
  openGround,
  person,
  policyOf,
  reconciled,
  roleRequest,
  specOf,
} from './ground.js';

/** A grant that goes on under a later request of the same requester. */

type Ground = Awaited<ReturnType<typeof open>>;

/** A grant of eight hours, seven of which are over, and a request that extends it. */
async function extending(
  options: Parameters<typeof open>[0] = {},
  then: (ground: Ground) => void = () => {},
) {
  const ground = await openGround(options);
  await approved(ground, 'request-1');
  await ground.drain();
  ground.sandbox.advance(7 * hour);
  await approved(ground, 'request-2', { durationMs: 24 * hour }, ['olga'], 'request-1');
  then(ground);
  await ground.drain();
  return ground;
}

const marks = ({ assignments }: Ground) =>
  assignments().map(({ description }) => readMark(description)?.request);
const states = async ({ ledger }: Ground) =>
  Promise.all(['request-1', 'request-2'].map(async (id) => (await roleRequest(ledger, id)).state));

describe('an extension', () => {
  test('leaves the assignment as it is, and has it from then on', async () => {
    const ground = await extending();
    expect(await states(ground)).toEqual(['removed', 'granted']);
    expect((await roleRequest(ground.ledger, 'request-1')).why).toBe('extended');
    expect([countOf(ground.sandbox, 'write'), countOf(ground.sandbox, 'delete')]).toEqual([1, 0]);
    expect(await ground.ledger.ownedAssignments()).toMatchObject([{ request: 'request-2' }]);
    const { until } = await roleRequest(ground.ledger, 'request-2');
    expect(Number(until) - ground.now()).toBeGreaterThan(23 * hour);
  });

  test('is no stray, neither before nor after the first end', async () => {
    const ground = await extending();
    expect(await reconciled(ground)).toEqual({ strays: [], notRead: [] });
    ground.sandbox.advance(2 * hour);
    await ground.drain();
    expect(await reconciled(ground)).toEqual({ strays: [], notRead: [] });
    expect(marks(ground)).toEqual(['request-1']);
    expect(await states(ground)).toEqual(['removed', 'granted']);
  });

  test('is removed at the new end, and overdue if it is not', async () => {
    const ground = await extending();
    ground.sandbox.advance(25 * hour);
    expect((await reconciled(ground)).strays).toMatchObject([{ kind: 'overdue', request: 'request-1' }]);
    await ground.drain();
    expect(await states(ground)).toEqual(['removed', 'removed']);
    expect((await roleRequest(ground.ledger, 'request-2')).why).toBeNull();
    expect(ground.assignments()).toEqual([]);
    expect(await ground.ledger.ownedAssignments()).toEqual([]);
    expect(countOf(ground.sandbox, 'delete')).toBe(1);
    expect(await reconciled(ground)).toEqual({ strays: [], notRead: [] });
  });

  test('can be extended again', async () => {
    const ground = await extending();
    await approved(ground, 'request-3', { durationMs: 40 * hour }, ['olga'], 'request-2');
    await ground.drain();
    expect([await states(ground), (await roleRequest(ground.ledger, 'request-3')).state]).toEqual([
      ['removed', 'removed'],
      'granted',
    ]);
    ground.sandbox.advance(25 * hour);
    await ground.drain();
    expect(marks(ground)).toEqual(['request-1']);
    ground.sandbox.advance(16 * hour);
    await ground.drain();
    expect(ground.assignments()).toEqual([]);
  });
});

describe('an extension that is approved', () => {
  /** A grant whose end comes before somebody approves that it goes on. */
  async function late(options: Parameters<typeof open>[0], until: (ground: Ground) => Promise<boolean>) {
    const ground = await openGround(options);
    await approved(ground, 'request-1');
    await ground.drain();
    const end = Number((await roleRequest(ground.ledger, 'request-1')).until);
    ground.sandbox.advance(end - ground.now() - 30_000);
    const spec = specOf(ground.sandbox, { durationMs: 24 * hour });
    await submit(ground, 'request-2', spec, 1, { extending: 'request-1' });
    ground.sandbox.advance(31_000);
    while (!(await until(ground))) await ground.executor.runOnce();
    await approve(ground, 'request-2', spec, ['olga']);
    await ground.drain();
    return ground;
  }
  /** The DELETE is refused so often that the approval comes in between. */
  const calls = [1, 2, 3, 4];
  const parts = armFault({ status: 409 }, { method: 'DELETE', calls });
  const isBusy = async ({ why }: Ground) => why().includes('busy');

  test('after the first was removed is a grant of its own', async () => {
    const ground = await late({}, async (it) => (await states(it))[0] === 'removed');
    expect(await states(ground)).toEqual(['removed', 'granted']);
    expect(marks(ground)).toEqual(['request-2']);
  });

  test('while the first is being removed waits, and is granted anew', async () => {
    const ground = await late({ parts }, isBusy);
    expect(await states(ground)).toEqual(['removed', 'granted']);
    expect((await roleRequest(ground.ledger, 'request-1')).why).toBeNull();
    const waited = ground.events.filter(
      ({ event, request }) => event === 'executor.again' && request === 'request-2',
    );
    expect(waited.length).toBeGreaterThan(0);
    expect(marks(ground)).toEqual(['request-2']);
    expect([countOf(ground.sandbox, 'write'), countOf(ground.sandbox, 'delete')]).toEqual([2, 1]);
    expect(await reconciled(ground)).toEqual({ strays: [], notRead: [] });
    ground.sandbox.advance(25 * hour);
    await ground.drain();
    expect(ground.assignments()).toEqual([]);
  });

  test('while the first is being removed, and killed when it was granted anew, is granted once', async () => {
    let creations = 0;
    const granter = (real: Ground['granter']): Ground['granter'] => ({
      ...real,
      create: async (...asked) => {
        const created = await real.create(...asked);
        if (++creations === 2) throw new Error('killed');
        return created;
      },
    });
    const ground = await late({ parts, granter }, isBusy);
    expect(await states(ground)).toEqual(['removed', 'granted']);
    expect(countOf(ground.sandbox, 'write')).toBe(2);
    expect(await ground.ledger.ownedAssignments()).toMatchObject([{ request: 'request-2' }]);
  });
});

describe('an extension that must not be', () => {
  test.each<[string, string, (ground: Ground) => void]>([
    [
      'its approver has lost the right',
      'approver-lost-right',
      (ground) => {
        const olga = person(ground, 'olga');
        ground.people.all.set(olga.objectId, { ...olga, groups: [] });
      },
    ],
    [
      'the policy allows less time',
      'policy-refuses',
      (ground) => {
        ground.state.policy = policyOf(ground.sandbox, { maxDuration: '10h' });
      },
    ],
  ])('T30 as %s takes nothing over: the first ends when it should', async (_, why, change) => {
    const ground = await extending({}, change);
    expect(await roleRequest(ground.ledger, 'request-2')).toMatchObject({ state: 'void', why });
    expect(await ground.ledger.ownedAssignments()).toMatchObject([{ request: 'request-1' }]);
    ground.sandbox.advance(2 * hour);
    await ground.drain();
    expect(ground.assignments()).toEqual([]);
    expect(await states(ground)).toEqual(['removed', 'void']);
  });

  test('as somebody has changed the assignment by hand takes nothing over', async () => {
    const ground = await openGround();
    await approved(ground, 'request-1');
    await ground.drain();
    const [owned] = await ground.ledger.ownedAssignments();
    const [held] = ground.assignments();
    if (owned === undefined || held === undefined) throw new Error('none');
    const { scope, id: name, principalId, description } = held;
    const roleGuid = 'b93aa761-3e63-49ed-ac28-beffa264f7ac';
    const changed = { principalId, roleGuid, principalType: 'ServicePrincipal' as const, condition: null };
    const signal = AbortSignal.timeout(5000);
    await ground.granter.remove({ scope, name }, signal);
    await ground.granter.create({ scope, name }, { ...changed, description: description ?? '' }, signal);
    await approved(ground, 'request-2', {}, ['olga'], 'request-1');
    await ground.drain();
    expect(await states(ground)).toEqual(['granted', 'failed']);
    expect((await roleRequest(ground.ledger, 'request-2')).why).toBe('changed-in-azure');
  });

  test('with its process killed after it took over goes on when it is begun again', async () => {
    let died = false;
    const ground = await extending({}, ({ ledger }) => {
      const { takeOver } = ledger;
      // The ledger of the executor is this very object.
      Object.assign(ledger, {
        takeOver: async (...asked: Parameters<typeof takeOver>) => {
          const taken = await takeOver(...asked);
          if (died) return taken;
          died = true;
          throw new Error('killed');
        },
      });
    });
    expect(died).toBe(true);
    expect(await states(ground)).toEqual(['removed', 'granted']);
    expect(marks(ground)).toEqual(['request-1']);
    expect(await ground.ledger.ownedAssignments()).toMatchObject([{ request: 'request-2' }]);
  });
});
