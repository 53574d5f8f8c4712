import { describe, expect, test } from 'vitest';
import { readMark } from '../../../src/access/executor/mark.js';
import { approved, armFault, countOf, hour, openGround, type WorldParts } from './ground.js';

/** A request that was granted, and whose time is over when `change` has had its way. */
async function ended(
  change: (ground: Awaited<ReturnType<typeof openGround>>) => Promise<unknown>,
  { parts, timeoutMs }: { parts?: WorldParts; timeoutMs?: number } = {},
) {
  const ground = await openGround({ ...(parts && { parts }), ...(timeoutMs && { timeoutMs }) });
  const id = await approved(ground, 'request-1');
  await ground.drain();
  expect(ground.assignments()).toHaveLength(1);
  await change(ground);
  ground.sandbox.advance(9 * hour);
  await ground.drain();
  return { ground, request: await ground.ledger.request(id) };
}

const signal = () => AbortSignal.timeout(5000);

describe('at the end of a grant', () => {
  test.each([
    ['429', { status: 429, retryAfter: 5 }, {}],
    ['500 after the effect', { status: 500 }, { after: true }],
    ['no answer after the effect', 'hangs', { after: true }],
    ['a connection that is broken off', 'reset', {}],
    ['one that is broken off after the effect', 'reset', { after: true }],
    ['409', { status: 409 }, {}],
  ])('%s in the DELETE does no harm: it is gone', async (_, http, on) => {
    const parts = armFault(http, { method: 'DELETE', calls: [1], ...on });
    const { ground, request } = await ended(async () => {}, {
      parts,
      ...(http === 'hangs' && { timeoutMs: 1500 }),
    });
    expect(request).toMatchObject({ state: 'removed', why: null });
    expect(ground.assignments()).toEqual([]);
    expect(countOf(ground.sandbox, 'delete')).toBe(1);
    expect(await ground.ledger.ownedAssignments()).toEqual([]);
  });

  test('what somebody has removed before is gone, and that is said', async () => {
    const { request, ground } = await ended(async ({ ledger, granter }) => {
      const [owned] = await ledger.ownedAssignments();
      if (owned === undefined) throw new Error('none');
      await granter.remove({ scope: owned.scope, name: owned.assignment }, signal());
    });
    expect(request).toMatchObject({ state: 'removed', why: 'was-gone' });
    expect(countOf(ground.sandbox, 'delete')).toBe(1);
  });

  test.each(['kept by hand', 'acr-help another-request until 2026-05-01T00:00:00.000Z', ''])(
    'what is described as “%s” by then is somebody else’s, and stays',
    async (description) => {
      const { request, ground } = await ended(async ({ granter, assignments }) => {
        const [held] = assignments();
        if (held === undefined) throw new Error('none');
        const { scope, id: name, principalId, condition } = held;
        const roleGuid = 'b93aa761-3e63-49ed-ac28-beffa264f7ac';
        await granter.create(
          { scope, name },
          { roleGuid, principalId, principalType: 'ServicePrincipal', condition, description },
          signal(),
        );
      });
      expect(request).toMatchObject({ state: 'removed', why: 'not-owned' });
      expect(ground.assignments().map((it) => it.description)).toEqual([description]);
      expect(countOf(ground.sandbox, 'delete')).toBe(0);
    },
  );

  test('what Azure does not let be removed has failed, is told, and is still the bot’s to remove', async () => {
    const parts = armFault(
      { status: 403 },
      { method: 'DELETE', calls: Array.from({ length: 10 }, (_, i) => i + 1) },
    );
    const { request, ground } = await ended(async () => {}, { parts });
    expect(request).toMatchObject({ state: 'failed' });
    expect(ground.events.filter(({ event }) => event === 'executor.removal-refused')).toHaveLength(10);
    expect(await ground.ledger.ownedAssignments()).toHaveLength(1);
    ground.sandbox.advance(25 * hour);
    await ground.drain();
    expect(await ground.ledger.request('request-1')).toMatchObject({ state: 'removed' });
    expect(ground.assignments().map(({ description }) => readMark(description))).toEqual([]);
  });
});
