import { describe, expect, test } from 'vitest';
import { grant } from '../../../src/access/executor/grant.js';
import { jobTime } from '../../../src/access/executor/job-time.js';
import { judge } from '../../../src/access/executor/still-allowed.js';
import type { RoleRequest } from '../../../src/access/request.js';
import {
  approved,
  countOf,
  hour,
  type openGround as open,
  openGround,
  ownersGroup,
  person,
  policyOf,
  roleRequest,
} from './ground.js';

type Ground = Awaited<ReturnType<typeof open>>;

/** An approved request, of which something changes before it is carried out. */
async function granting(change: (ground: Ground) => void, by: readonly string[] = ['olga']) {
  const ground = await openGround();
  const id = await approved(ground, 'request-1', {}, by);
  change(ground);
  await ground.drain();
  return { ground, request: await ground.ledger.request(id) };
}

describe('between approval and grant', () => {
  test.each<[string, string, (ground: Ground) => void]>([
    [
      'the approver has left the group',
      'approver-lost-right',
      (ground) => {
        const olga = person(ground, 'olga');
        ground.people.all.set(olga.objectId, { ...olga, groups: [] });
      },
    ],
    [
      'the approver has become a guest',
      'approver-lost-right',
      (ground) => {
        const olga = person(ground, 'olga');
        ground.people.all.set(olga.objectId, { ...olga, guest: true });
      },
    ],
    [
      'the approver has left',
      'approver-gone',
      (ground) => {
        ground.people.all.delete(person(ground, 'olga').objectId);
      },
    ],
    [
      'the approver has become an owner of the identity',
      'approver-lost-right',
      (ground) => {
        ground.people.owners = [person(ground, 'olga').objectId];
      },
    ],
    [
      'the requester has left',
      'requester-gone',
      (ground) => {
        ground.people.all.delete(person(ground, 'ana').objectId);
      },
    ],
    [
      'the requester has become a guest',
      'policy-refuses',
      (ground) => {
        const ana = person(ground, 'ana');
        ground.people.all.set(ana.objectId, { ...ana, guest: true });
      },
    ],
    [
      'the policy names other approvers',
      'approver-lost-right',
      (ground) => {
        ground.state.policy = policyOf(ground.sandbox, { approvers: ['person:rita'] });
      },
    ],
    [
      'the policy allows less time',
      'policy-refuses',
      (ground) => {
        ground.state.policy = policyOf(ground.sandbox, { maxDuration: '7h' });
      },
    ],
    [
      'the policy wants a sign-in',
      'approvals-missing',
      (ground) => {
        ground.state.policy = policyOf(ground.sandbox, { tier: 2 });
      },
    ],
    [
      'there is no policy any more',
      'policy-refuses',
      (ground) => {
        ground.state.policy = null;
      },
    ],
  ])('%s: nothing is granted', async (_, why, change) => {
    const { ground, request } = await granting(change);
    expect(request).toMatchObject({ state: 'void', why });
    expect(ground.assignments()).toEqual([]);
    expect(countOf(ground.sandbox, 'write')).toBe(0);
    expect(ground.tellings).toContain('outcome void');
  });

  test('the policy has changed in what does not concern the request: it is granted', async () => {
    const { request } = await granting((ground) => {
      ground.state.policy = policyOf(ground.sandbox, { approvers: ['group:owners', 'person:rita'] });
    });
    expect(request?.state).toBe('granted');
  });

  test('the directory does not answer: nobody has lost a right, it is tried again', async () => {
    const ground = await openGround();
    const id = await approved(ground, 'request-1');
    ground.people.problem = { kind: 'unavailable', reason: 'timeout', status: null };
    while ((await ground.ledger.request(id))?.state !== 'granting') await ground.executor.runOnce();
    expect(ground.why()).toEqual(['directory']);
    ground.people.problem = null;
    await ground.drain();
    expect((await ground.ledger.request(id))?.state).toBe('granted');
  });

  test('one of two who had to approve has lost the right', async () => {
    const { request } = await granting(
      (ground) => {
        const rita = person(ground, 'rita');
        ground.people.all.set(rita.objectId, { ...rita, groups: [] });
      },
      ['olga', 'rita'],
    );
    expect(request).toMatchObject({ state: 'void', why: 'approver-lost-right' });
  });

  test('the right is lost when the assignment is there already: what was done stays done', async () => {
    const ground = await openGround({
      // Killed, as it were, between the write and the ledger.
      granter: (real) => ({
        ...real,
        create: async (...asked) => {
          await real.create(...asked);
          throw new Error('killed');
        },
      }),
    });
    const id = await approved(ground, 'request-1');
    while (ground.why().length === 0) await ground.executor.runOnce();
    ground.people.all.delete(person(ground, 'olga').objectId);
    await ground.drain();
    expect((await ground.ledger.request(id))?.state).toBe('granted');
    expect(await ground.ledger.ownedAssignments()).toHaveLength(1);
  });
});

describe('the decision', () => {
  test('does not take a request that is another than was approved, nor an old approval, nor one voice twice', async () => {
    const ground = await openGround();
    await approved(ground, 'request-1');
    const request = await roleRequest(ground.ledger, 'request-1');
    const parties = {
      requester: person(ground, 'ana'),
      approvers: [person(ground, 'olga'), person(ground, 'olga')],
      owners: [],
    };
    const decide = (some: Partial<RoleRequest>, late = 0) =>
      judge({ ...request, ...some }, ground.state.policy, parties, ground.now() + late)?.why ?? null;
    expect(decide({})).toBeNull();
    expect(decide({ spec: { ...request.spec, repository: 'team/other' } })).toBe('spec-changed');
    expect(decide({}, 2 * hour)).toBe('approved-long-ago');
    expect(decide({ approvals: [] })).toBe('approvals-missing');
    expect(decide({ approvalsNeeded: 2 })).toBe('approvals-missing');
    const twice = [...request.approvals, ...request.approvals];
    expect(decide({ approvalsNeeded: 2, approvals: twice })).toBe('approvals-missing');
    expect(decide({ barred: [person(ground, 'olga').objectId] })).toBe('approver-lost-right');
    expect(person(ground, 'olga').groups).toEqual([ownersGroup]);
  });
});

test('who has been stopped for too long writes nothing: the job may be somebody else’s by now', async () => {
  const ground = await openGround();
  const id = await approved(ground, 'request-1');
  const request = await roleRequest(ground.ledger, id);
  const time = { signal: AbortSignal.timeout(5000), mayWrite: () => false };
  const job = { id: 'job', kind: 'grant' as const, request, attempts: 1, lease: 'lease' };
  const ports = { ...ground.config, granter: ground.granter };
  expect(await grant(job, ports, time)).toMatchObject({ kind: 'again', why: 'no-time' });
  expect(countOf(ground.sandbox, 'write')).toBe(0);
  const late = jobTime(40);
  expect(late.mayWrite()).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(late.mayWrite()).toBe(false);
});
