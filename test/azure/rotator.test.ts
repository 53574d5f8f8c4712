import { describe, expect, test } from 'vitest';
import { adminPasswords, tokenPasswords } from '../../sandbox/registry/passwords.js';
import { adminSlots, type Renewed, tokenSlots } from '../../src/azure/rotator.js';
import type { Lab } from '../sandbox/writes/lab.js';
import { shown } from './not-written.js';
import { instead, rotating } from './rotating.js';
import { signal } from './wired.js';

/** What the rotator does in a registry and in a directory, and what it lets anybody see of it. */

const end = Date.parse('2026-05-01T00:00:00Z');
const nobody = '00000000-0000-4000-8000-00000000dead';

/** The value that was made. */
function revealed(renewed: Renewed<object>): string {
  if (renewed.kind !== 'renewed') throw new Error(JSON.stringify(renewed));
  return renewed.secret.reveal();
}

const other = <T>(slots: readonly [T, T], slot: T): T => (slots[0] === slot ? slots[1] : slots[0]);
const clientIdOf = (lab: Lab, name: string) => lab.world().servicePrincipals.get(name)?.clientId ?? '';
const objectIdOf = (lab: Lab, name: string) => `a${clientIdOf(lab, name).slice(1)}`;

describe('the admin user', () => {
  test.each(adminSlots)('gets %s anew, and nobody sees the other one', async (slot) => {
    const { lab, rotator, sent } = rotating();
    const renewed = await rotator.renewAdminPassword(lab.registry.id, slot, signal);
    const now = Object.fromEntries(
      adminPasswords(lab.registry, lab.world()).map((it) => [it.slot, it.value]),
    );
    expect(renewed).toMatchObject({ kind: 'renewed', username: 'contoso' });
    expect(revealed(renewed)).toBe(now[slot]);
    lab.advance(60);
    expect(await lab.signIn('contoso', revealed(renewed))).toBe(200);
    expect(shown(renewed)).not.toMatch(/sandbox-contoso/);
    expect(Object.keys(renewed).sort()).toEqual(['kind', 'secret', 'username']);
    expect(revealed(renewed)).not.toBe(now[other(adminSlots, slot)]);
    expect(sent().map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', `${lab.registry.id}/regenerateCredential`, JSON.stringify({ name: slot })],
    ]);
  });

  test('that is disabled gets none', async () => {
    const { lab, rotator } = rotating({ registry: { adminUser: false } });
    const renewed = await rotator.renewAdminPassword(lab.registry.id, 'password', signal);
    expect(renewed).toEqual({ kind: 'refused', reason: 'invalid' });
  });
});

describe('a repository token', () => {
  test.each(tokenSlots)('gets %s anew, with its name and its end, and nothing else', async (slot) => {
    const { lab, rotator, sent } = rotating();
    const renewed = await rotator.renewTokenPassword(lab.registry.id, 'ci-pull', slot, end, signal);
    const made = tokenPasswords(lab.registry, 'ci-pull', lab.world()).find((it) => it.slot === slot);
    expect(renewed).toMatchObject({ kind: 'renewed', createdAt: lab.world().now().getTime() });
    expect([revealed(renewed), made?.expires]).toEqual([made?.value, new Date(end)]);
    expect(Object.keys(renewed).sort()).toEqual(['createdAt', 'kind', 'secret']);
    expect(JSON.parse(sent()[0]?.body ?? '')).toEqual({
      tokenId: `${lab.registry.id}/tokens/ci-pull`,
      name: slot,
      expiry: '2026-05-01T00:00:00.000Z',
    });
    const kept = tokenPasswords(lab.registry, 'ci-pull', lab.world()).find((it) => it.slot !== slot);
    expect(kept?.renewed).toBeNull();
    expect(shown(renewed)).not.toContain(made?.value);
  });

  test('of an answer with both passwords keeps the one that was asked for', async () => {
    const both = tokenSlots.map((name) => ({ name, value: `canary-${name}` }));
    const body = JSON.stringify({ username: 'ci-pull', passwords: both });
    const { lab, rotator } = rotating({}, { before: instead('POST', { status: 200, body }) });
    const renewed = await rotator.renewTokenPassword(lab.registry.id, 'ci-pull', 'password2', end, signal);
    expect(revealed(renewed)).toBe('canary-password2');
    expect(shown(renewed)).not.toContain('canary');
  });

  test('shows when its passwords were made and when they end, without them', async () => {
    const passwords = { password1: { created: '-30d', expires: '+1d' } };
    const tokens = { 'ci-pull': { scopeMap: 'team-app', passwords } };
    const { lab, rotator } = rotating({ registry: { tokens } });
    const now = lab.world().now().getTime();
    const day = 86_400_000;
    expect(await rotator.tokenPasswords(lab.registry.id, 'ci-pull', signal)).toEqual({
      ok: true,
      value: [{ slot: 'password1', createdAt: now - 30 * day, expiresAt: now + day }],
    });
    await rotator.renewTokenPassword(lab.registry.id, 'ci-pull', 'password2', end, signal);
    expect(await rotator.tokenPasswords(lab.registry.id, 'ci-pull', signal)).toMatchObject({
      value: [{ slot: 'password1' }, { slot: 'password2', createdAt: now, expiresAt: end }],
    });
  });

  test('with values in what is read of it shows none, nor slots that nobody knows', async () => {
    const listed = ['password1', 'password3'].map((name) => ({
      name,
      value: 'canary',
      creationTime: 'then',
    }));
    const body = JSON.stringify({ properties: { credentials: { passwords: listed } } });
    const { lab, rotator } = rotating({}, { before: instead('GET', { status: 200, body }) });
    expect(await rotator.tokenPasswords(lab.registry.id, 'ci-pull', signal)).toEqual({
      ok: true,
      value: [{ slot: 'password1', createdAt: null, expiresAt: null }],
    });
  });

  test('that is not there is nothing, and one that cannot be asked for is not that', async () => {
    const { lab, rotator } = rotating();
    const nothing = { ok: true, value: null };
    expect(await rotator.tokenPasswords(lab.registry.id, 'missing', signal)).toEqual(nothing);
    expect(await rotator.tokenPasswords(lab.registry.id, '../x', signal)).toEqual(nothing);
    const broken = rotating({}, { before: instead('GET', { status: 503 }) }).rotator;
    expect(await broken.tokenPasswords(lab.registry.id, 'ci-pull', signal)).toMatchObject({
      ok: false,
      problem: { kind: 'unavailable', status: 503 },
    });
    const gone = await rotator.renewTokenPassword(lab.registry.id, 'missing', 'password1', end, signal);
    expect(gone).toEqual({ kind: 'refused', reason: 'gone' });
  });
});

describe('an application', () => {
  test('is found by its appId, with its secrets and without their values', async () => {
    const { lab, rotator } = rotating();
    const found = await rotator.application(clientIdOf(lab, 'pipeline').toUpperCase(), signal);
    expect(found).toEqual({
      ok: true,
      value: {
        id: objectIdOf(lab, 'pipeline'),
        appId: clientIdOf(lab, 'pipeline'),
        secrets: [
          {
            keyId: lab.world().servicePrincipals.get('pipeline')?.secrets[0]?.keyId,
            displayName: 'old',
            endsAt: lab.world().now().getTime() + 365 * 86_400_000,
          },
        ],
      },
    });
    expect(shown(found)).not.toContain('fake-old');
  });

  test('that is not in this tenant is nothing; one of another appId is no answer', async () => {
    const { lab, rotator } = rotating({
      servicePrincipals: {
        rotator: {
          tenant: 'contoso',
          graph: ['Application.Read.All'],
          secrets: { it: { value: 'fake-rotator' } },
        },
        pipeline: { tenant: 'contoso' },
        grantor: { tenant: 'contoso' },
      },
    });
    const nothing = { ok: true, value: null };
    expect(await rotator.application(nobody, signal)).toEqual(nothing);
    expect(await rotator.application("x') or (1", signal)).toEqual(nothing);
    const body = JSON.stringify({ id: nobody, appId: nobody, passwordCredentials: [] });
    const wrong = rotating({}, { before: instead('GET', { status: 200, body }) }).rotator;
    expect(await wrong.application(clientIdOf(lab, 'pipeline'), signal)).toMatchObject({
      ok: false,
      problem: { kind: 'unavailable', reason: 'protocol' },
    });
  });

  test('gets a secret that ends, and loses one by its key', async () => {
    const { lab, rotator, sent } = rotating();
    const id = objectIdOf(lab, 'pipeline');
    const added = await rotator.addClientSecret(id, 'acr-help 7', end, signal);
    const read = await rotator.application(clientIdOf(lab, 'pipeline'), signal);
    const [old, made] = (read.ok ? read.value?.secrets : null) ?? [];
    expect(added).toMatchObject({ kind: 'renewed', keyId: made?.keyId });
    expect(made).toMatchObject({ displayName: 'acr-help 7', endsAt: end });
    expect(Object.keys(added).sort()).toEqual(['keyId', 'kind', 'secret']);
    expect((await lab.token('pipeline', revealed(added))).status).toBe(200);
    expect(shown(added)).not.toContain(revealed(added));
    expect(JSON.parse(sent()[0]?.body ?? '')).toEqual({
      passwordCredential: { displayName: 'acr-help 7', endDateTime: '2026-05-01T00:00:00.000Z' },
    });
    const remove = () => rotator.removeClientSecret(id, old?.keyId ?? '', signal);
    expect([await remove(), await remove()]).toEqual([{ kind: 'removed' }, { kind: 'was-gone' }]);
    expect((await lab.token('pipeline', 'fake-old')).status).toBe(401);
  });

  test('that has the secret still after a bad request has not lost it', async () => {
    const { lab, rotator } = rotating({}, { before: instead('POST', { status: 400 }) });
    const [secret] = lab.world().servicePrincipals.get('pipeline')?.secrets ?? [];
    const removed = await rotator.removeClientSecret(
      objectIdOf(lab, 'pipeline'),
      secret?.keyId ?? '',
      signal,
    );
    expect(removed).toEqual({ kind: 'refused', reason: 'invalid' });
  });
});

describe('nothing is sent', () => {
  const odd = [
    '',
    '../contoso',
    "x') or (1",
    'ci pull',
    'ci-pull/x',
    'ci-pull?x',
    'ci-pull%2fx',
    'ci‑pull',
    'a'.repeat(51),
  ];
  test.each(odd)('for the name %j', async (name) => {
    const { lab, rotator, net } = rotating();
    const { id } = lab.registry;
    const invalid = { kind: 'refused', reason: 'invalid' };
    expect([
      await rotator.renewTokenPassword(id, name, 'password1', end, signal),
      await rotator.addClientSecret(name, 'x', end, signal),
      await rotator.removeClientSecret(name, nobody, signal),
      await rotator.removeClientSecret(nobody, name, signal),
    ]).toEqual([invalid, invalid, invalid, invalid]);
    await rotator.tokenPasswords(id, name, signal);
    await rotator.application(name, signal);
    expect(net.exchanges).toEqual([]);
  });

  test.each([
    ['a registry that is none', (id: string) => id.replace('/registries/', '/webApps/')],
    ['what is in a registry', (id: string) => `${id}/scopeMaps/x`],
    ['a path that leads elsewhere', (id: string) => id.replace('rg-registry', '..')],
    ['a group with a query', (id: string) => id.replace('rg-registry', 'a?b=')],
  ])('to %s', async (_, spoil) => {
    const { lab, rotator, net } = rotating();
    const id = spoil(lab.registry.id);
    expect(id).not.toBe(lab.registry.id);
    expect(await rotator.renewAdminPassword(id, 'password', signal)).toMatchObject({ kind: 'refused' });
    expect(await rotator.renewTokenPassword(id, 'ci-pull', 'password1', end, signal)).toMatchObject({
      kind: 'refused',
    });
    expect(await rotator.tokenPasswords(id, 'ci-pull', signal)).toEqual({ ok: true, value: null });
    expect(net.exchanges).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('without an end: %s', async (never) => {
    const { lab, rotator, net } = rotating();
    const { id } = lab.registry;
    const invalid = { kind: 'refused', reason: 'invalid' };
    expect(await rotator.renewTokenPassword(id, 'ci-pull', 'password1', never, signal)).toEqual(invalid);
    expect(await rotator.addClientSecret(nobody, 'x', never, signal)).toEqual(invalid);
    expect(net.exchanges).toEqual([]);
  });
});

describe('what the rotator', () => {
  test('has no right to is refused', async () => {
    const { lab, rotator } = rotating({
      roleDefinitions: { rotator: { actions: ['Microsoft.ContainerRegistry/registries/read'] } },
    });
    const right = { kind: 'refused', reason: 'right' };
    const { id } = lab.registry;
    expect([
      await rotator.renewAdminPassword(id, 'password', signal),
      await rotator.renewTokenPassword(id, 'ci-pull', 'password1', end, signal),
      await rotator.addClientSecret(objectIdOf(lab, 'foreign'), 'x', end, signal),
      await rotator.removeClientSecret(objectIdOf(lab, 'foreign'), nobody, signal),
    ]).toEqual([right, right, right, right]);
    expect(await rotator.tokenPasswords(id, 'ci-pull', signal)).toMatchObject({
      problem: { kind: 'denied', action: 'Microsoft.ContainerRegistry/registries/tokens/read' },
    });
    expect(await rotator.application(clientIdOf(lab, 'foreign'), signal)).toMatchObject({
      problem: { kind: 'denied', action: 'Application.ReadWrite.OwnedBy' },
    });
    expect(lab.world().ledger.audit).toEqual([]);
  });

  test('may do itself is asked as it', async () => {
    const reads = { principal: 'rotator', role: 'Reader', scope: 'subscription:prod' };
    const { lab, rotator } = rotating({ roleAssignments: { reads } });
    const own = await rotator.own(lab.registry.id, signal);
    const names = own.ok ? own.value.map(({ role }) => role.name).sort() : own;
    expect(names).toEqual(['Reader', 'rotator']);
    const blind = rotating();
    expect(await blind.rotator.own(blind.lab.registry.id, signal)).toMatchObject({
      problem: { kind: 'denied' },
    });
  });
});
