import { describe, expect, test } from 'vitest';
import type { SandboxResponse } from '../../sandbox/service.js';
import { graphReader } from '../../src/azure/clients.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { createGranter } from '../../src/azure/granter-client.js';
import { createPeople } from '../../src/azure/granter-people.js';
import { refusalOf } from '../../src/azure/writes.js';
import { hang } from './in-process.js';
import { error, type NotWrittenBy, noAnswers, refusals, shown } from './not-written.js';
import { signal, wired } from './wired.js';
import { botWith, contoso, dana, developers, pipeline, registry, world } from './world.js';

/** What the grantor's client makes of the answers of Resource Manager, and what Graph says of people. */

const place = { scope: registry.id, name: '11111111-2222-5333-8444-555555555555' };
const content = {
  roleGuid: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  principalId: pipeline.objectId,
  principalType: 'ServicePrincipal' as const,
  condition: null,
  description: 'acr-help a until 2026-03-02T09:00:00.000Z',
};

function granterWith(answer: (method: string) => SandboxResponse | undefined | Promise<SandboxResponse>) {
  const { net, credential } = wired(world(), {
    before: async ({ host, method }) => (host === 'management.azure.com' ? answer(method) : undefined),
  });
  const transport = { httpClient: net, timeoutMs: 300, maxRetries: 2, retryDelayMs: 1 };
  return { net, granter: createGranter(publicCloud, credential, transport) };
}

describe('a write', () => {
  test.each([
    ...noAnswers,
    ...refusals,
    [
      '403 for the condition',
      error(403, 'AuthorizationFailed', 'or an ABAC condition not fulfilled to perform'),
      { kind: 'refused', reason: 'condition' },
    ],
    ['409 for the limit', error(409, 'RoleAssignmentLimitExceeded'), { kind: 'refused', reason: 'limit' }],
  ] satisfies readonly NotWrittenBy[])(
    'that gets %s is sent once, and nothing of the text goes on',
    async (_, answer, expected) => {
      const { net, granter } = granterWith((method) => (method === 'GET' ? undefined : answer));
      const created = await granter.create(place, content, signal);
      const removed = await granter.remove(place, signal);
      expect([created, removed]).toMatchObject([expected, expected]);
      expect(net.count('management.azure.com')).toBe(2);
      expect(net.count('evil.example')).toBe(0);
      expect(shown([created, removed])).not.toContain('canary');
    },
  );

  test('without an answer ends in time', async () => {
    const { granter } = granterWith(() => hang(new AbortController().signal));
    const begun = performance.now();
    const unanswered = {
      kind: 'unanswered',
      problem: { kind: 'unavailable', reason: 'timeout', status: null },
    };
    expect(await granter.create(place, content, signal)).toEqual(unanswered);
    expect(await granter.remove(place, AbortSignal.abort())).toEqual(unanswered);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('says what it gives, with the type of the identity', async () => {
    const { net, granter } = granterWith((method) =>
      method === 'PUT' ? { status: 201, body: '{}' } : undefined,
    );
    expect(await granter.create(place, { ...content, condition: 'c' }, signal)).toEqual({ kind: 'created' });
    const { request } = net.exchanges.at(-1) ?? {};
    expect(request?.query.get('api-version')).toBe('2022-04-01');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      properties: {
        roleDefinitionId: `/subscriptions/${registry.subscription.id}/providers/Microsoft.Authorization/roleDefinitions/${content.roleGuid}`,
        ...{ principalId: content.principalId, principalType: 'ServicePrincipal' },
        ...{ condition: 'c', conditionVersion: '2.0', description: content.description },
      },
    });
  });
});

test('what is no refusal is none', () => {
  for (const status of [200, 302, 401, 408, 429, 500, 503]) {
    expect(refusalOf({ status, code: 'ScopeLocked', message: '' })).toBeNull();
  }
  const not = (code: string) => refusalOf({ status: 400, code, message: '' });
  expect(not('PrincipalNotFound')).toEqual({ kind: 'not-yet', reason: 'principal-not-found' });
  expect(not('UnmatchedPrincipalType')).toEqual({ kind: 'refused', reason: 'identity-type' });
  expect(refusalOf({ status: 409, code: 'Conflict', message: '' })).toEqual({
    kind: 'not-yet',
    reason: 'busy',
  });
});

test('a read that finds nothing is not one that did not happen', async () => {
  const { granter } = granterWith(() => undefined);
  expect(await granter.read(place, signal)).toEqual({ ok: true, value: null });
  const broken = granterWith(() => error(503, 'ServerTimeout')).granter;
  expect(await broken.read(place, signal)).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
  expect(await broken.list(registry.id, signal)).toMatchObject({ ok: false });
});

describe('people', () => {
  const peopleOf = (of: Parameters<typeof wired>[0]) => {
    const { net, credential } = wired(of);
    const transport = { httpClient: net, timeoutMs: 2000, maxRetries: 0, retryDelayMs: 1 };
    return { net, people: createPeople(graphReader(publicCloud, credential, transport)) };
  };
  const only = (some: object) => new Map([[dana.name, { ...dana, ...some }]]);

  test('have the groups that they are in now, read anew each time', async () => {
    const { net, people } = peopleOf(world());
    const found = { objectId: dana.id, tenant: contoso.id, groups: [developers.id], guest: false };
    expect(await people.person(dana.id, contoso.id, signal)).toEqual({ ok: true, value: found });
    const calls = net.count('graph.microsoft.com');
    await people.person(dana.id.toUpperCase(), contoso.id, signal);
    expect(net.count('graph.microsoft.com')).toBe(2 * calls);
  });

  test('who are disabled or unknown are nobody; guests are guests', async () => {
    const nobody = { ok: true, value: null };
    const disabled = peopleOf(world({ users: only({ enabled: false }) })).people;
    expect(await disabled.person(dana.id, contoso.id, signal)).toEqual(nobody);
    expect(await peopleOf(world()).people.person(pipeline.objectId, contoso.id, signal)).toEqual(nobody);
    expect(await peopleOf(world()).people.person("x') or (1", contoso.id, signal)).toEqual(nobody);
    const guest = peopleOf(world({ users: only({ guest: true }) })).people;
    expect(await guest.person(dana.id, contoso.id, signal)).toMatchObject({ value: { guest: true } });
  });

  test('who cannot be looked up are not nobody', async () => {
    const { people } = peopleOf(world({ bot: botWith({ directory: false }) }));
    expect(await people.person(dana.id, contoso.id, signal)).toMatchObject({
      ok: false,
      problem: { kind: 'denied' },
    });
  });
});
