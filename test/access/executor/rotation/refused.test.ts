import { describe, expect, test } from 'vitest';
import { all, carriedOut, expectOneLive, openRotating, ownKeys, versionsOf } from './ground.js';
import { clientSecrets, kindNames, kinds, newest, opens, tokenName } from './secrets.js';

/** What Azure refuses for good, and what the executor refuses itself. */

type Case = readonly [
  name: string,
  kind: keyof typeof kinds,
  parts: NonNullable<Parameters<typeof openRotating>[2]>['parts'],
  why: string,
];

const rights = (...names: string[]) => ({
  roleDefinitions: {
    rotator: { actions: names.map((it) => `Microsoft.ContainerRegistry/registries/${it}`) },
  },
});
const principals = (pipeline: object, rotator: object = {}) => ({
  servicePrincipals: {
    grantor: { tenant: 'contoso' },
    rotator: {
      ...{ tenant: 'contoso', graph: ['Application.ReadWrite.OwnedBy'] },
      ...{ secrets: { it: { value: 'fake-rotator' } }, ...rotator },
    },
    pipeline: { tenant: 'contoso', owners: ['rotator'], ...pipeline },
  },
});
const old = { value: 'fake-old' };
const foreign = principals(
  { owners: [], secrets: { old } },
  { graph: ['Application.ReadWrite.OwnedBy', 'Application.Read.All'] },
);
const three = principals({ secrets: { old, two: { value: 'fake-two' }, three: { value: 'fake-three' } } });

const refusals: readonly Case[] = [
  ['no right to passwords of the admin user', 'admin password', rights('read'), 'azure-right'],
  ['no right to passwords of tokens', 'token password', rights('read', 'tokens/read'), 'azure-right'],
  ['no right to look at tokens', 'token password', rights('generateCredentials/action'), 'denied'],
  ['an application that is not the rotator’s', 'client secret', foreign, 'azure-right'],
  ['an admin user that is disabled', 'admin password', { registry: { adminUser: false } }, 'azure-invalid'],
  ['a token that is gone', 'token password', { registry: { tokens: {} } }, 'azure-gone'],
  ['a lock', 'admin password', { registry: { locks: { it: { level: 'read-only' } } } }, 'azure-locked'],
  ['more than two secrets that work', 'client secret', three, 'too-many-secrets'],
];

describe('nothing is made', () => {
  test.each(refusals)('T34 with %s, and a human is told', async (_, kind, parts, why) => {
    const ground = await openRotating(kind, 'vault', { parts });
    const request = await carriedOut(ground);
    expect(request).toMatchObject({ state: 'failed', why, made: null });
    expect(ground.tellings).toContain('outcome failed');
    expect(ground.sandbox.audit()).toEqual([]);
    expect(versionsOf(ground.sandbox)).toEqual([]);
  });

  test.each(all)('of %s by way of %s that this bot cannot hand over', async (kind, way) => {
    const ground = await openRotating(kind, way, { ports: (real) => ({ ...real, sealer: null }) });
    const { state, why } = await carriedOut(ground);
    // What is put into a vault needs no page.
    expect([state, why]).toEqual(way === 'vault' ? ['rotated', null] : ['failed', 'no-delivery']);
    expect(ground.sandbox.audit()).toHaveLength(way === 'vault' ? 2 : 0);
  });

  test('for a vault in which nothing can be called so', async () => {
    const ground = await openRotating('token password', 'vault');
    const secret = {
      kind: 'repository-token-password' as const,
      token: 'ci.pull',
      renew: 'password2' as const,
    };
    const request = await carriedOut(ground, { secret });
    // The policy knows no such token, either; it is not even asked.
    expect(request).toMatchObject({ state: 'failed', why: 'no-delivery' });
    expect(ground.sandbox.audit()).toEqual([]);
  });

  test.each(['token password', 'client secret'] as const)('of %s without an end', async (kind) => {
    const ground = await openRotating(kind, 'vault');
    expect(await carriedOut(ground, { validMs: null })).toMatchObject({ state: 'failed', why: 'malformed' });
    expect(ground.sandbox.audit()).toEqual([]);
  });

  test('where the bot may make nothing new', async () => {
    const ground = await openRotating('admin password', 'vault', { ports: () => null });
    expect(await carriedOut(ground)).toMatchObject({ state: 'failed', why: 'no-rotator' });
    expect(ground.sandbox.audit()).toEqual([]);
  });
});

test('two secrets that work, beside those that are over, are not too many', async () => {
  const over = { value: 'fake-over', expires: '-1d' };
  const secrets = { old, two: { value: 'fake-two' }, over, more: over };
  const ground = await openRotating('client secret', 'vault', { parts: principals({ secrets }) });
  await carriedOut(ground);
  await expectOneLive(ground);
});

test.each(kindNames)(
  'T34 %s that the vault refuses has failed, and none is left that works unknown',
  async (kind) => {
    const delivers = { principal: 'rotator', role: 'Reader', scope: 'vault:delivery' };
    const ground = await openRotating(kind, 'vault', { parts: { roleAssignments: { delivers } } });
    const { sandbox } = ground;
    const request = await carriedOut(ground);
    expect(request).toMatchObject({ state: 'failed', why: 'vault-right', made: null });
    expect(versionsOf(sandbox)).toEqual([]);
    expect(ownKeys(sandbox)).toEqual([]);
    expect(clientSecrets(sandbox)).toHaveLength(1);
    expect(await opens(sandbox, kind, kinds[kind].old)).toBe(true);
    expect(ground.why()).toEqual([]);
    const done = ground.events.filter(({ event }) => event === 'executor.discarded');
    expect(done).toMatchObject([{ result: kind === 'client secret' ? 'discarded' : 'was-gone' }]);
  },
);

test('T34 what was refused after a lost answer is not left in Azure', async () => {
  const lost = {
    ...{ host: 'graph.microsoft.com', http: 'reset' },
    on: { method: 'POST', path: '*/addPassword', calls: [1], after: true },
  };
  const refused = { ...lost, http: { status: 403 }, on: { ...lost.on, calls: [2], after: false } };
  const ground = await openRotating('client secret', 'one-time page', {
    parts: { faults: { lost, refused } },
  });
  expect(await carriedOut(ground)).toMatchObject({ state: 'failed', why: 'azure-right' });
  expect(clientSecrets(ground.sandbox).map(({ name }) => name)).toEqual(['old']);
});

test('the old one that is gone already, or was renewed by somebody else, is not made worthless', async () => {
  const ground = await openRotating('token password', 'vault');
  const { sandbox, ledger, ports, now } = ground;
  const { spec } = await carriedOut(ground);
  const end = now() + 3_600_000;
  const signal = AbortSignal.timeout(5000);
  await ports.rotator.renewTokenPassword(spec.registry.resourceId, tokenName, 'password1', end, signal);
  await ledger.confirm('request-1', spec.requester.objectId, now());
  sandbox.advance(900_000);
  await ground.drain();
  expect(await ledger.request('request-1')).toMatchObject({ state: 'retired', why: 'was-gone' });
  expect(await opens(sandbox, 'token password', 'sandbox-contoso-ci-pull-password1-2')).toBe(true);
  expect(await opens(sandbox, 'token password', newest(sandbox, 'token password'))).toBe(true);
});
