import { describe, expect, test } from 'vitest';
import { assignmentName } from '../../../src/access/executor/assignment-name.js';
import { readMark } from '../../../src/access/executor/mark.js';
import { approved, armFault, countOf, hour, openGround, specOf } from './ground.js';

describe('an approved request', () => {
  test('becomes one assignment of exactly what was asked, which is read back and told', async () => {
    const ground = await openGround();
    const { sandbox, ledger } = ground;
    const id = await approved(ground, 'request-1');
    await ground.drain();
    const request = await ledger.request(id);
    expect(request).toMatchObject({ state: 'granted', why: null });
    const [only, ...others] = ground.assignments();
    expect(others).toEqual([]);
    const spec = specOf(sandbox);
    expect(only).toMatchObject({
      principalId: spec.identity.objectId,
      principalType: 'ServicePrincipal',
      role: spec.role,
      scope: spec.registry.resourceId,
    });
    expect(only?.condition).toContain("StringEqualsIgnoreCase 'team/app'");
    expect(readMark(only?.description ?? null)).toEqual({ request: id, until: request?.until });
    expect(await ledger.ownedAssignments()).toEqual([
      { assignment: only?.id, scope: spec.registry.resourceId, request: id },
    ]);
    expect(ground.tellings).toContain('outcome granted');
  });

  test('is removed at its end, and nothing else is', async () => {
    const ground = await openGround();
    await approved(ground, 'request-1');
    await approved(ground, 'request-2', { repository: 'web', durationMs: 20 * hour });
    await ground.drain();
    expect(ground.assignments()).toHaveLength(2);
    ground.sandbox.advance(9 * hour);
    await ground.drain();
    expect((await ground.ledger.request('request-1'))?.state).toBe('removed');
    expect(ground.assignments().map(({ description }) => readMark(description)?.request)).toEqual([
      'request-2',
    ]);
    expect(ground.tellings).toContain('outcome removed');
  });

  test.each([
    ['409 before anything is done', { status: 409 }, { calls: [1] }, 'busy'],
    ['429', { status: 429, retryAfter: 30 }, { calls: [1] }, 'throttled'],
    ['500 before the effect', { status: 500 }, { calls: [1] }, 'no-answer'],
    ['500 after the effect', { status: 500 }, { calls: [1], after: true }, null],
    ['no answer', 'hangs', { calls: [1] }, 'no-answer'],
    ['no answer after the effect', 'hangs', { calls: [1], after: true }, null],
    ['a connection that is broken off', 'reset', { calls: [1] }, 'no-answer'],
    ['one that is broken off after the effect', 'reset', { calls: [1], after: true }, null],
    ['an answer that does not end', 'drips', { calls: [1], after: true }, null],
    ['401', { status: 401 }, { calls: [1, 2] }, 'signed-out'],
    ['two failures of two kinds', { status: 503 }, { calls: [1, 2], after: true }, null],
  ])('meets %s in its PUT and becomes exactly one assignment', async (_, http, on, why) => {
    const parts = armFault(http, { method: 'PUT', ...on });
    const ground = await openGround({
      parts,
      ...(http === 'hangs' || http === 'drips' ? { timeoutMs: 1500 } : {}),
    });
    const id = await approved(ground, 'request-1');
    await ground.drain();
    expect((await ground.ledger.request(id))?.state).toBe('granted');
    expect(ground.assignments()).toHaveLength(1);
    expect(countOf(ground.sandbox, 'write')).toBe(1);
    expect(await ground.ledger.ownedAssignments()).toHaveLength(1);
    expect(ground.why()[0] ?? null).toBe(why);
  });

  test('whose effect is not seen at first is looked for again, not written again', async () => {
    const lost = {
      ...armFault('reset', { method: 'PUT', calls: [1], after: true }).faults,
      blind: {
        host: 'management.azure.com',
        http: { status: 503 },
        on: { path: '*/roleAssignments/*', method: 'GET', calls: [2, 3] },
      },
    };
    const ground = await openGround({ parts: { faults: lost } });
    const id = await approved(ground, 'request-1');
    await ground.drain();
    expect((await ground.ledger.request(id))?.state).toBe('granted');
    expect(countOf(ground.sandbox, 'write')).toBe(1);
    expect(ground.why()).toEqual(['no-answer', 'no-answer']);
  });

  test('waits for as long as Azure asks', async () => {
    const fault = armFault({ status: 429, retryAfter: 300 }, { method: 'PUT', calls: [1] });
    const ground = await openGround({ parts: fault });
    await approved(ground, 'request-1');
    await ground.drain();
    const waited = ground.events.find(({ event }) => event === 'executor.again')?.['wait'];
    expect(waited).toBeGreaterThanOrEqual(300_000);
  });

  test('that Azure never answers has failed after ten attempts, and is told so', async () => {
    const ground = await openGround({ parts: armFault({ status: 503 }, { method: 'PUT' }) });
    const id = await approved(ground, 'request-1');
    await ground.drain();
    expect(await ground.ledger.request(id)).toMatchObject({ state: 'failed', why: 'no-answer' });
    expect(ground.why()).toHaveLength(10);
    expect(ground.tellings).toContain('outcome failed');
    expect(countOf(ground.sandbox, 'write')).toBe(0);
  });
});

describe('Azure says no', () => {
  test.each([
    [
      'to a role that the condition of the grantor does not name',
      { role: 'Container Registry Repository Writer' },
      {},
      'azure-condition',
    ],
    [
      'as the grantor has no right to assign',
      {},
      { roleAssignments: { grantor: { principal: 'grantor', role: 'Reader', scope: 'registry:contoso' } } },
      'azure-right',
    ],
    ['to a locked registry', {}, { registry: { locks: { frozen: { level: 'read-only' } } } }, 'azure-locked'],
  ])('%s: it has failed at once, with the reason', async (_, spec, parts, why) => {
    const ground = await openGround({ parts });
    const id = await approved(ground, 'request-1', spec);
    await ground.drain();
    expect(await ground.ledger.request(id)).toMatchObject({ state: 'failed', why });
    expect(ground.why()).toEqual([]);
    expect(ground.assignments()).toEqual([]);
  });

  test('for it does not know the identity yet: it is tried again', async () => {
    const code = 'PrincipalNotFound';
    const fault = armFault({ status: 400, code }, { method: 'PUT', calls: [1, 2] });
    const ground = await openGround({ parts: fault });
    const id = await approved(ground, 'request-1');
    await ground.drain();
    expect((await ground.ledger.request(id))?.state).toBe('granted');
    expect(ground.why()).toEqual(['principal-not-found', 'principal-not-found']);
  });
});

describe('what is there already', () => {
  test('under another name is not the bot’s, and stays', async () => {
    const ground = await openGround();
    const { sandbox, granter } = ground;
    const { place, content } = wishFor(ground);
    const other = { ...place, name: '11111111-2222-4333-8444-555555555555' };
    const given = { ...content, description: 'by hand' };
    expect(await granter.create(other, given, AbortSignal.timeout(5000))).toEqual({ kind: 'created' });
    const id = await approved(ground, 'request-1');
    await ground.drain();
    expect((await ground.ledger.request(id))?.state).toBe('granted');
    expect(await ground.ledger.ownedAssignments()).toEqual([]);
    sandbox.advance(24 * hour);
    await ground.executor.runOnce();
    await ground.ledger.expire(ground.now());
    await ground.drain();
    expect(ground.assignments().map(({ id: name }) => name)).toEqual([other.name]);
    expect(countOf(sandbox, 'delete')).toBe(0);
  });

  test.each(['by hand', 'acr-help somebody-elses until 2026-03-03T00:00:00.000Z', ''])(
    'under the bot’s own name but with “%s” is not the bot’s, and is not changed',
    async (description) => {
      const ground = await openGround();
      const { place, content } = wishFor(ground);
      await ground.granter.create(place, { ...content, description }, AbortSignal.timeout(5000));
      await approved(ground, 'request-1');
      await ground.drain();
      expect((await ground.ledger.request('request-1'))?.state).toBe('granted');
      expect(await ground.ledger.ownedAssignments()).toEqual([]);
      expect(ground.assignments().map((it) => it.description)).toEqual([description]);
      expect(countOf(ground.sandbox, 'write')).toBe(1);
    },
  );

  test('of an earlier request that failed is cleared away first: its end is not this one’s', async () => {
    // The answers are lost and nobody sees the effect: the request fails, and the assignment is there.
    const lost = {
      ...armFault('reset', { method: 'PUT', calls: [1], after: true }).faults,
      blind: {
        host: 'management.azure.com',
        http: { status: 503 },
        on: {
          path: '*/roleAssignments/*',
          method: 'GET',
          calls: Array.from({ length: 10 }, (_, i) => i + 2),
        },
      },
    };
    const ground = await openGround({ parts: { faults: lost } });
    await approved(ground, 'request-1');
    await ground.drain();
    expect((await ground.ledger.request('request-1'))?.state).toBe('failed');
    expect(ground.assignments()).toHaveLength(1);
    await approved(ground, 'request-2', { durationMs: 30 * hour });
    await ground.drain();
    expect((await ground.ledger.request('request-2'))?.state).toBe('granted');
    const marks = ground.assignments().map(({ description }) => readMark(description)?.request);
    expect(marks).toEqual(['request-2']);
    expect(await ground.ledger.ownedAssignments()).toMatchObject([{ request: 'request-2' }]);
  });
});

function wishFor({ sandbox }: Awaited<ReturnType<typeof openGround>>) {
  const spec = specOf(sandbox);
  const content = {
    roleGuid: 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
    principalId: spec.identity.objectId,
    principalType: 'ServicePrincipal' as const,
    condition:
      "((!(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/content/read'}) AND !(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/metadata/read'})) OR (@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEqualsIgnoreCase 'team/app'))",
  };
  const scope = spec.registry.resourceId;
  return { place: { scope, name: assignmentName(scope, content) }, content };
}
