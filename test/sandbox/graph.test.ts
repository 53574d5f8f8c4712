import { describe, expect, test } from 'vitest';
import { graph } from '../../sandbox/graph/graph.js';
import type { SandboxRequest } from '../../sandbox/service.js';
import type { World } from '../../sandbox/world/world.js';
import { bot, botWith, contoso, dana, developers, kubelet, pipeline, world } from '../azure/world.js';
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
