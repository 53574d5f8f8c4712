import { describe, expect, test } from 'vitest';
import { graph } from '../../sandbox/graph/graph.js';
import type { SandboxRequest } from '../../sandbox/service.js';
import type { World } from '../../sandbox/world/world.js';
import {
  bot,
  botWith,
  contoso,
  dana,
  developers,
  fabrikam,
  kubelet,
  pipeline,
  world,
} from '../azure/world.js';
import { ask, bearer, parsed } from './raw.js';

/** Microsoft Graph without a client in between. */

const origin = 'https://graph.microsoft.com';
const botUser = { id: bot.objectId, tenant: contoso };

async function call(of: World, path: string, who = botUser, some: Partial<SandboxRequest> = {}) {
  const headers = await bearer(who, origin, of.now());
  return ask(graph, of, `${origin}/v1.0${path}`, { headers, ...some });
}

const application = `/applications(appId='${pipeline.clientId}')`;

describe('an application', () => {
  test('shows its secrets without their values', async () => {
    const found = parsed(await call(world(), application));
    expect(found['passwordCredentials']).toMatchObject([
      { keyId: pipeline.secrets[0]?.keyId, hint: 'fak', secretText: null },
      { keyId: pipeline.secrets[1]?.keyId, endDateTime: '2026-05-31T09:00:00.000Z', secretText: null },
    ]);
  });

  test('shows what is selected', async () => {
    const found = parsed(await call(world(), `${application}?$select=id,appId`));
    expect(Object.keys(found).sort()).toEqual(['@odata.context', 'appId', 'id']);
  });

  test('has an id of its own, unlike its service principal', async () => {
    const [app, principal] = await Promise.all(
      [application, `/servicePrincipals(appId='${pipeline.clientId}')`].map((path) => call(world(), path)),
    );
    expect(app && parsed(app)['id']).not.toBe(principal && parsed(principal)['id']);
  });
});

describe('who may read', () => {
  const pipelineUser = { id: pipeline.objectId, tenant: contoso };
  const guest = { ...dana, guest: true };
  test.each([
    ['the bot', botUser, world(), 200],
    ['the bot without the permission', botUser, world({ bot: botWith({ directory: false }) }), 403],
    ['an application its own', pipelineUser, world(), 200],
    ['a member', dana, world(), 200],
    ['a guest', guest, world({ users: new Map([['dana', guest]]) }), 403],
    ['a managed identity', { id: kubelet.objectId, tenant: contoso }, world(), 403],
  ])('%s', async (_, who, of, status) => {
    const answer = await call(of, application, who);
    expect(answer.status).toBe(status);
    if (status === 403) {
      expect(parsed(answer)).toMatchObject({
        error: {
          code: 'Authorization_RequestDenied',
          message: 'Insufficient privileges to complete the operation.',
        },
      });
    }
  });

  test('nobody without a token for Graph', async () => {
    const headers = await bearer(botUser, 'https://management.azure.com', world().now());
    for (const some of [{ headers: {} }, { headers }]) {
      const answer = await call(world(), application, botUser, some);
      expect([answer.status, parsed(answer)]).toMatchObject([
        401,
        { error: { code: 'InvalidAuthenticationToken' } },
      ]);
    }
  });
});

test('object ids become objects of their kinds', async () => {
  const ids = [dana.id, developers.id, pipeline.objectId, kubelet.objectId, contoso.id];
  const some = {
    method: 'POST',
    body: JSON.stringify({ ids, types: ['user', 'group', 'servicePrincipal'] }),
  };
  const found = parsed(await call(world(), '/directoryObjects/getByIds', botUser, some));
  expect(found['value']).toMatchObject([
    { '@odata.type': '#microsoft.graph.user', id: dana.id },
    { '@odata.type': '#microsoft.graph.group', id: developers.id },
    { '@odata.type': '#microsoft.graph.servicePrincipal', id: pipeline.objectId },
    { '@odata.type': '#microsoft.graph.servicePrincipal', id: kubelet.objectId },
  ]);
});

test('a body of another kind names nobody', async () => {
  for (const body of ['', '[]', '{"ids":7}']) {
    const answer = await call(world(), '/directoryObjects/getByIds', botUser, { method: 'POST', body });
    expect(parsed(answer)['value']).toEqual([]);
  }
});

test.each([
  [`/users/${dana.id}`, 200],
  ['/users/%E0%A4%A', 400],
  ['/users/dana@contoso.onmicrosoft.com', 200],
  ['/users/nobody@contoso.onmicrosoft.com', 404],
  [`/applications(appId='${kubelet.clientId}')`, 404],
  [`/servicePrincipals(appId='${kubelet.clientId}')`, 200],
  ['/me', 400],
])('%s is answered with %i', async (path, status) => {
  expect((await call(world(), path)).status).toBe(status);
});

describe('a person', () => {
  const select = '?$select=id,userType,accountEnabled';

  test.each([
    [{}, 'Member', true],
    [{ guest: true }, 'Guest', true],
    [{ enabled: false }, 'Member', false],
    [{ guest: true, enabled: false }, 'Guest', false],
  ])('with %j is %s, enabled: %s', async (some, userType, accountEnabled) => {
    const of = world({ users: new Map([['dana', { ...dana, ...some }]]) });
    const found = parsed(await call(of, `/users/${dana.id}${select}`));
    expect(found).toEqual({ '@odata.context': expect.any(String), id: dana.id, userType, accountEnabled });
  });

  test('shows neither to who does not ask for it', async () => {
    const found = parsed(await call(world(), `/users/${dana.id}`));
    expect(Object.keys(found).sort()).toEqual(['@odata.context', 'displayName', 'id', 'userPrincipalName']);
  });

  test('of another directory is not found', async () => {
    const of = world({ users: new Map([['dana', { ...dana, tenant: fabrikam }]]) });
    expect((await call(of, `/users/${dana.id}`)).status).toBe(404);
  });
});

describe('a service principal', () => {
  const principal = `/servicePrincipals(appId='${pipeline.clientId}')`;
  const of = (some: Partial<typeof pipeline>) =>
    world({ servicePrincipals: new Map([['pipeline', { ...pipeline, ...some }]]) });

  test('of an application of another tenant names that tenant, where alone its secrets are', async () => {
    const foreign = of({ homeTenant: fabrikam });
    const found = parsed(await call(foreign, principal));
    expect(found).toMatchObject({ id: pipeline.objectId, appOwnerOrganizationId: fabrikam.id });
    expect((await call(foreign, application)).status).toBe(404);
    const there = world({
      servicePrincipals: foreign.servicePrincipals,
      users: new Map([['dana', { ...dana, tenant: fabrikam }]]),
    });
    expect((await call(there, application, { ...dana, tenant: fabrikam })).status).toBe(200);
  });

  test('of the own tenant names the own', async () => {
    expect(parsed(await call(world(), principal))).toMatchObject({
      accountEnabled: true,
      appOwnerOrganizationId: contoso.id,
    });
  });

  test('may be disabled, or not be there', async () => {
    expect(parsed(await call(of({ enabled: false }), principal))['accountEnabled']).toBe(false);
    expect((await call(of({ registered: false }), principal)).status).toBe(404);
  });
});
