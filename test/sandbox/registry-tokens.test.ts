import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { parsed } from './raw.js';
import {
  accessToken,
  acrAudience,
  armAudience,
  authenticationRequired,
  basic,
  clientId,
  granted,
  lab,
  refusalOf,
  role,
  server,
} from './registry-lab.js';

const pull = 'repository:team/app:pull';
const query = `/oauth2/token?service=${server}&scope=${pull}`;

describe('the exchange', () => {
  test('gives a refresh token of three hours for the registry', async () => {
    const of = lab();
    const { exp = 0, iat = 0, aud, grant_type } = decodeJwt(await of.refreshToken());
    expect([exp - iat, aud, grant_type]).toEqual([3 * 3600, server, 'refresh_token']);
  });

  test.each([
    [acrAudience, 'disabled', 200],
    [`${acrAudience}/`, 'enabled', 200],
    [armAudience, 'enabled', 200],
    [armAudience, 'disabled', 401],
    [`https://${server}`, 'enabled', 401],
    ['https://graph.microsoft.com', 'enabled', 401],
  ])('of a token for %s while the policy is %s: %i', async (audience, policy, status) => {
    const of = lab({ registry: { armAudience: policy } });
    const answer = await of.exchange('ana', audience);
    expect(answer.status).toBe(status);
    if (status === 401) expect(refusalOf(answer)[2]).toBe('token validation failed');
  });

  test.each([
    ['no role', {}],
    [
      'a role that opens no images',
      role('Container Registry Configuration Reader and Data Access Configuration Reader'),
    ],
  ])('refuses an identity with %s', async (_, roleAssignments) => {
    expect(refusalOf(await lab({ roleAssignments }).exchange())).toEqual(authenticationRequired);
  });

  test('lets an administrator sign in who may do nothing with images', async () => {
    const name = 'Container Registry Contributor and Data Access Configuration Administrator';
    const of = lab({ roleAssignments: role(name) });
    expect((await of.exchange()).status).toBe(200);
    expect(await of.actions(pull)).toEqual([]);
  });

  test('refuses people and tokens of another tenant', async () => {
    const of = lab({
      roleAssignments: { f: { principal: 'fay', role: 'AcrPull', scope: 'registry:contoso' } },
    });
    expect((await of.exchange('fay')).status).toBe(401);
    const tenant = of.world.tenants.get('fabrikam')?.id ?? '';
    expect((await lab().exchange('ana', acrAudience, { tenant })).status).toBe(401);
  });

  test('refuses what it cannot read, and a token that has run out', async () => {
    const of = lab({ changes: { fix: {}, later: { clock: '+2h' } } });
    const access_token = await of.entraToken('ana', acrAudience);
    const ask = (fields: Record<string, string>) => of.post('/oauth2/exchange', { access_token, ...fields });
    expect((await ask({ grant_type: 'password' })).status).toBe(400);
    expect((await ask({ grant_type: 'access_token', service: 'other.azurecr.io' })).status).toBe(400);
    expect((await ask({ grant_type: 'access_token', access_token: 'x' })).status).toBe(401);
    of.apply('later');
    expect((await ask({ grant_type: 'access_token' })).status).toBe(401);
  });
});

describe('a refresh token', () => {
  test('gives an access token of 75 minutes with what is granted of the wanted', async () => {
    const of = lab();
    const token = await of.access(`${pull},push registry:catalog:* repository:web:delete`);
    const { exp = 0, iat = 0, aud, sub } = decodeJwt(token);
    expect([exp - iat, aud, sub]).toEqual([4500, server, of.world.users.get('ana')?.id]);
    expect(granted(token)).toEqual([
      { type: 'repository', name: 'team/app', actions: ['pull'] },
      { type: 'registry', name: 'catalog', actions: ['*'] },
      { type: 'repository', name: 'web', actions: [] },
    ]);
  });

  test('is what Docker keeps as a password, of the user of zeros', async () => {
    const of = lab();
    const headers = basic('00000000-0000-0000-0000-000000000000', await of.refreshToken());
    expect(granted(accessToken(await of.ask(query, { headers })))[0]?.actions).toEqual(['pull']);
  });

  test('is not good after three hours, at another registry, or as something else', async () => {
    const of = lab({
      changes: { fix: {}, later: { clock: '+4h' } },
      situation: {
        registries: { contoso: { subscription: 'prod' }, other: { subscription: 'prod' } },
      },
    });
    const fields = { grant_type: 'refresh_token', scope: pull, refresh_token: await of.refreshToken() };
    const elsewhere = await of.ask('https://other.azurecr.io/oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({ ...fields, service: 'other.azurecr.io' }).toString(),
    });
    expect(elsewhere.status).toBe(401);
    const access = { ...fields, refresh_token: await of.access(pull) };
    expect((await of.post('/oauth2/token', access)).status).toBe(401);
    expect((await of.post('/oauth2/token', fields)).status).toBe(200);
    of.apply('later');
    expect(refusalOf(await of.post('/oauth2/token', fields))).toEqual(authenticationRequired);
  });

  test('keeps the rights of the exchange: a new role needs a new one', async () => {
    const of = lab({
      changes: { fix: { roleAssignments: { more: { ...(role('AcrPush')['ana'] as object) } } } },
    });
    const fields = {
      grant_type: 'refresh_token',
      scope: `${pull},push`,
      refresh_token: await of.refreshToken(),
    };
    of.apply('fix');
    expect(granted(accessToken(await of.post('/oauth2/token', fields)))[0]?.actions).toEqual(['pull']);
    expect(await of.actions(`${pull},push`)).toEqual(['pull', 'push']);
  });

  test('and an access token of the other mode are refused', async () => {
    const roleAssignments = {
      ...role('AcrPull'),
      new: { ...(role('Container Registry Repository Reader')['ana'] as object) },
    };
    const of = lab({
      roleAssignments,
      changes: { fix: {}, switch: { registries: { contoso: { mode: 'abac' } } } },
    });
    const [refresh_token, access] = [await of.refreshToken(), await of.access(pull)];
    of.apply('switch');
    const fields = { grant_type: 'refresh_token', scope: pull, refresh_token };
    expect((await of.post('/oauth2/token', fields)).status).toBe(401);
    const headers = { authorization: `Bearer ${access}`, accept: '*/*' };
    expect((await of.ask('/v2/team/app/manifests/v1', { headers })).status).toBe(401);
    expect((await of.as(pull, 'GET', '/v2/team/app/manifests/v1')).status).toBe(200);
  });
});

describe('user name and password', () => {
  const pusher = { ci: { principal: 'ci', role: 'AcrPush', scope: 'registry:contoso' } };
  const registry = {
    adminUser: true,
    scopeMaps: { teams: { actions: ['repositories/team/*/content/read'] } },
    tokens: {
      reader: { scopeMap: 'teams', passwords: { password1: {}, password2: { expires: '-1d' } } },
      offline: { scopeMap: 'teams', status: 'disabled', passwords: { password1: {} } },
    },
  };
  const of = lab({ registry, roleAssignments: pusher });

  test.each([
    [clientId, 'fake-secret', ['pull', 'push']],
    ['contoso', 'sandbox-contoso-admin-password2', ['pull', 'push']],
    ['reader', 'sandbox-contoso-reader-password1', ['pull']],
  ])('of %s are good, by header and by form', async (username, password, actions) => {
    const scope = `${pull},push`;
    const headers = basic(username, password);
    const byHeader = await of.ask(`/oauth2/token?service=${server}&scope=${scope}`, { headers });
    const byForm = await of.post('/oauth2/token', { grant_type: 'password', username, password, scope });
    for (const answer of [byHeader, byForm]) {
      expect(granted(accessToken(answer))).toEqual([{ type: 'repository', name: 'team/app', actions }]);
    }
  });

  test.each([
    [clientId, 'fake-old-secret', authenticationRequired[2]],
    [clientId, 'other', authenticationRequired[2]],
    ['99999999-2222-4333-8444-555555555555', 'x', 'Application not registered with AAD.'],
    ['somebody', 'x', 'aad access token with sp failed client id must be guid'],
    ['contoso', 'x', authenticationRequired[2]],
    ['reader', 'sandbox-contoso-reader-password2', authenticationRequired[2]],
    ['reader', 'sandbox-contoso-reader-password3', authenticationRequired[2]],
    ['offline', 'sandbox-contoso-offline-password1', authenticationRequired[2]],
    ['00000000-0000-0000-0000-000000000000', 'x', authenticationRequired[2]],
    ['constructor', 'x', 'aad access token with sp failed client id must be guid'],
  ])('of %s with %s are refused', async (user, password, message) => {
    const answer = await of.ask(query, { headers: basic(user, password) });
    expect(refusalOf(answer)).toEqual([401, 'UNAUTHORIZED', message]);
  });

  test('of an admin user that is off, and of an application without a role, are refused', async () => {
    const bare = lab({ roleAssignments: {} });
    for (const [user, password] of [
      ['contoso', 'sandbox-contoso-admin-password'],
      [clientId, 'fake-secret'],
    ] as const) {
      expect(refusalOf(await bare.ask(query, { headers: basic(user, password) }))).toEqual(
        authenticationRequired,
      );
    }
  });
});

describe('nobody', () => {
  const asked = (of: ReturnType<typeof lab>) => [
    of.ask(query),
    of.post('/oauth2/token', { grant_type: 'password', scope: pull, refresh_token: '' }),
  ];

  test('gets a token to read where anonymous pull is on', async () => {
    for (const answer of await Promise.all(asked(lab({ registry: { anonymousPull: true } })))) {
      expect(granted(accessToken(answer))[0]?.actions).toEqual(['pull']);
    }
  });

  test.each([{}, { anonymousPull: true, sku: 'Basic' }])('is refused with %o', async (registry) => {
    for (const answer of await Promise.all(asked(lab({ registry })))) {
      expect(refusalOf(answer)).toEqual(authenticationRequired);
    }
  });

  test('is not who sends credentials that cannot be read', async () => {
    const of = lab({ registry: { anonymousPull: true } });
    expect((await of.ask(query, { headers: { authorization: 'Basic ???' } })).status).toBe(401);
    expect((await of.ask('/oauth2/token')).status).toBe(400);
    expect(parsed(await of.post('/oauth2/token', { grant_type: 'x' }))).toHaveProperty('errors');
  });
});
