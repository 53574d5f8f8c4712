import { describe, expect, test } from 'vitest';
import { signal, wired } from './wired.js';
import { bot, botWith, contoso, dana, fabrikam, kubelet, pipeline, world } from './world.js';

/** Microsoft Graph through the pipeline of the SDK, against the sandbox's. */

const apps = (...some: readonly (typeof pipeline)[]) => new Map(some.map((it) => [it.name, it]));
const absent = { ok: true, value: null };

describe('an application', () => {
  test('shows when its secrets end and what it is federated with, never a value', async () => {
    const { directory, net } = wired(world());
    const found = await directory.application(pipeline.clientId.toUpperCase(), signal);
    expect(found).toEqual({
      ok: true,
      value: {
        clientId: pipeline.clientId,
        secrets: pipeline.secrets.map(({ keyId, expires }) => ({
          keyId,
          expiresOn: expires?.toISOString() ?? null,
        })),
        federatedCredentials: pipeline.federated,
      },
    });
    const wire = net.exchanges.filter(({ request }) => request.host === 'graph.microsoft.com');
    expect(wire.map(({ response }) => response.body).join()).not.toMatch(/fake-(?:old|new)/);
  });

  test.each([
    ['nobody registered', world({ servicePrincipals: new Map() })],
    ['was deleted', world({ servicePrincipals: apps({ ...pipeline, registered: false }) })],
    ['another tenant owns', world({ servicePrincipals: apps({ ...pipeline, homeTenant: fabrikam }) })],
    ['lives in another tenant', world({ servicePrincipals: apps({ ...pipeline, tenant: fabrikam }) })],
  ])('that %s is absent', async (_, of) => {
    expect(await wired(of).directory.application(pipeline.clientId, signal)).toEqual(absent);
  });

  test.each(["x') or (1 eq 1", '', 'pipeline'])('is not looked up by "%s"', async (id) => {
    const { directory, net } = wired(world());
    for (const ask of [directory.application, directory.servicePrincipal, directory.user]) {
      expect(await ask(id, signal)).toEqual(absent);
    }
    expect(net.exchanges).toEqual([]);
  });
});

describe('a service principal', () => {
  const own = {
    objectId: pipeline.objectId,
    clientId: pipeline.clientId,
    enabled: true,
    kind: 'application',
    homeTenant: null,
  };
  test.each([
    ['of an application', world(), pipeline.clientId, own],
    [
      'that is switched off',
      world({ servicePrincipals: apps({ ...pipeline, enabled: false }) }),
      pipeline.clientId,
      { ...own, enabled: false },
    ],
    [
      'of an application of another tenant',
      world({ servicePrincipals: apps({ ...pipeline, homeTenant: fabrikam }) }),
      pipeline.clientId,
      { ...own, homeTenant: fabrikam.id },
    ],
    [
      'of a managed identity',
      world(),
      kubelet.clientId,
      { ...own, objectId: kubelet.objectId, clientId: kubelet.clientId, kind: 'managed-identity' },
    ],
  ])('%s', async (_, of, clientId, value) => {
    expect(await wired(of).directory.servicePrincipal(clientId, signal)).toEqual({ ok: true, value });
  });

  test('that the tenant does not know is absent', async () => {
    expect(await wired(world()).directory.servicePrincipal(contoso.id, signal)).toEqual(absent);
  });
});

describe('a person', () => {
  const danaRecord = { objectId: dana.id, signInName: 'dana@contoso.onmicrosoft.com' };

  test.each([
    ['member', dana, { ...danaRecord, guest: false, enabled: true }],
    ['guest', { ...dana, guest: true }, { ...danaRecord, guest: true, enabled: true }],
    ['switched off', { ...dana, enabled: false }, { ...danaRecord, guest: false, enabled: false }],
    ['of another tenant', { ...dana, tenant: fabrikam }, null],
  ])('%s', async (_, user, value) => {
    const { directory } = wired(world({ users: new Map([['dana', user]]) }));
    expect(await directory.user(dana.id, signal)).toEqual({ ok: true, value });
  });
});

test('without the permission the directory is closed, not empty', async () => {
  const { directory } = wired(world({ bot: botWith({ directory: false }) }));
  const denied = (action: string) => ({ ok: false, problem: { kind: 'denied', action } });
  expect(await directory.application(pipeline.clientId, signal)).toEqual(denied('Application.Read.All'));
  expect(await directory.servicePrincipal(kubelet.clientId, signal)).toEqual(denied('Application.Read.All'));
  expect(await directory.user(dana.id, signal)).toEqual(denied('User.Read.All'));
});

test('a sign-in that fails is not an empty directory', async () => {
  const { directory } = wired(world({ bot: botWith({ signIn: 'expired-secret' }) }));
  expect(await directory.user(bot.objectId, signal)).toEqual({
    ok: false,
    problem: { kind: 'signed-out', code: 'AADSTS7000222' },
  });
});
