import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { entra } from '../../sandbox/entra/entra.js';
import { verifyEntraToken } from '../../sandbox/tokens.js';
import type { World } from '../../sandbox/world/world.js';
import { contoso, dana, fabrikam, pipeline, world } from '../azure/world.js';
import { ask, parsed } from './raw.js';

/** The sign-in of a person without MSAL in between. */

const login = 'https://login.microsoftonline.com';
const client_id = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const scope = 'https://management.core.windows.net//.default offline_access openid profile';
const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
const days = (count: number): World =>
  world({ now: () => new Date(world().now().getTime() + count * 86_400_000) });

/** With the scope that most ask for; MSAL leaves it out where a code has it already. */
async function post(path: string, form: object, at = world(), tenant: string = contoso.id) {
  const body = new URLSearchParams({
    client_id,
    ...('device_code' in form ? {} : { scope }),
    ...form,
  }).toString();
  const answer = await ask(entra, at, `${login}/${tenant}/oauth2/v2.0/${path}`, { method: 'POST', body });
  return { status: answer.status, body: parsed(answer) };
}

async function codeOf(at = world()): Promise<string> {
  return String((await post('devicecode', {}, at)).body['device_code']);
}

async function signIn(at = world()) {
  return (await post('token', { grant_type, device_code: await codeOf(at) }, at)).body;
}

describe('a device code', () => {
  test.each([contoso.id, 'contoso.onmicrosoft.com', 'organizations'])(
    'signs in who asks, at %s',
    async (tenant) => {
      const { status, body } = await post('devicecode', {}, world(), tenant);
      expect([status, body['message']]).toEqual([200, expect.stringContaining('enter the code SANDBOX01')]);
      const { access_token, id_token } = (
        await post('token', { grant_type, device_code: String(body['device_code']) }, world(), tenant)
      ).body;
      expect(await verifyEntraToken(String(access_token), world().now())).toMatchObject({
        oid: dana.id,
        tid: contoso.id,
        aud: 'https://management.core.windows.net/',
      });
      expect(decodeJwt(String(id_token))).toMatchObject({
        aud: client_id,
        preferred_username: 'dana@contoso.onmicrosoft.com',
      });
    },
  );

  test('tells how long its token is good, in the time of the machine', async () => {
    const { id_token, client_info, expires_in } = await signIn();
    expect(expires_in).toBe(3599);
    expect(decodeJwt(String(id_token)).exp).toBeGreaterThan(Date.now() / 1000);
    expect(JSON.parse(Buffer.from(String(client_info), 'base64url').toString())).toEqual({
      uid: dana.id,
      utid: contoso.id,
    });
  });

  test.each([
    [700016, { client_id: pipeline.clientId }, contoso.id],
    [90002, {}, fabrikam.id],
  ])('is refused with %i', async (code, form, tenant) => {
    const { status, body } = await post('devicecode', form, world(), tenant);
    expect([status, body['error_codes']]).toEqual([400, [code]]);
  });
});

describe('a sign-in', () => {
  test('lasts, and brings tokens for other resources', async () => {
    const { refresh_token } = await signIn();
    const form = { grant_type: 'refresh_token', refresh_token: String(refresh_token) };
    const later = days(89);
    const { status, body } = await post(
      'token',
      { ...form, scope: 'https://graph.microsoft.com/.default' },
      later,
    );
    expect(status).toBe(200);
    expect(await verifyEntraToken(String(body['access_token']), later.now())).toMatchObject({
      oid: dana.id,
      aud: 'https://graph.microsoft.com',
    });
  });

  test.each([
    [700082, 'nobody used it for 90 days', {}, days(91)],
    [
      50057,
      'the account is disabled',
      {},
      world({ users: new Map([['dana', { ...dana, enabled: false }]]) }),
    ],
    [9002313, 'the account is gone', {}, world({ users: new Map() })],
    [9002313, 'the token is another one', { refresh_token: 'x.y.z' }, world()],
    [500011, 'the resource is unknown', { scope: 'https://contoso.azurecr.io/.default' }, world()],
    [700016, 'the application is another one', { client_id: pipeline.clientId }, world()],
  ])('is refused with %i where %s', async (code, _, form, at) => {
    const { refresh_token } = await signIn();
    const good = { grant_type: 'refresh_token', refresh_token: String(refresh_token) };
    const { status, body } = await post('token', { ...good, ...form }, at);
    expect([status, body['error_codes']]).toEqual([400, [code]]);
  });

  test('takes no token of another step', async () => {
    const { access_token } = await signIn();
    for (const refresh_token of [await codeOf(), String(access_token)]) {
      const { body } = await post('token', { grant_type: 'refresh_token', refresh_token });
      expect(body['error_codes']).toEqual([9002313]);
    }
  });
});
