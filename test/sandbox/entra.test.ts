import { describe, expect, test } from 'vitest';
import { entra } from '../../sandbox/entra/entra.js';
import { identityHeader, managedIdentity } from '../../sandbox/entra/managed-identity.js';
import { verifyEntraToken } from '../../sandbox/tokens.js';
import { bot, contoso, pipeline, world } from '../azure/world.js';
import { ask, parsed } from './raw.js';

/** The sign-in service without MSAL in between. */

const login = 'https://login.microsoftonline.com';
const good = {
  grant_type: 'client_credentials',
  client_id: pipeline.clientId,
  client_secret: 'fake-new',
  scope: 'https://management.azure.com/.default',
};

function token(form: Readonly<Record<string, string>>, host = login, tenant = contoso.id) {
  const body = new URLSearchParams(form).toString();
  return ask(entra, world(), `${host}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body });
}

describe('a token', () => {
  test('speaks for the service principal, to the resource that was asked for', async () => {
    const answer = await token(good);
    expect(answer.status).toBe(200);
    const { access_token, ...rest } = parsed(answer);
    expect(rest).toEqual({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 });
    expect(await verifyEntraToken(String(access_token), world().now())).toMatchObject({
      oid: pipeline.objectId,
      appid: pipeline.clientId,
      tid: contoso.id,
      aud: 'https://management.azure.com',
    });
  });

  test.each([
    ['the name of the tenant', 'contoso.onmicrosoft.com'],
    ['its id in capitals', contoso.id.toUpperCase()],
  ])('is given at %s', async (_, tenant) => {
    expect((await token(good, login, tenant)).status).toBe(200);
  });

  test.each([
    ['https://management.core.windows.net//.default', login],
    ['https://containerregistry.azure.net/.default', login],
    ['https://management.usgovcloudapi.net/.default', 'https://login.microsoftonline.us'],
    ['https://management.chinacloudapi.cn/.default', 'https://login.chinacloudapi.cn'],
    ['https://microsoftgraph.chinacloudapi.cn/.default', 'https://login.partner.microsoftonline.cn'],
  ])('for %s is given at %s', async (scope, host) => {
    expect((await token({ ...good, scope }, host)).status).toBe(200);
  });

  test.each([
    [500011, 400, { scope: 'https://contoso.azurecr.io/.default' }, login],
    [500011, 400, { scope: 'https://management.azure.com/.default' }, 'https://login.microsoftonline.us'],
    [
      50001,
      400,
      { scope: 'https://containerregistry.azure.net/.default' },
      'https://login.microsoftonline.us',
    ],
    [1002012, 400, { scope: 'https://management.azure.com/user_impersonation' }, login],
    [70003, 400, { grant_type: 'password' }, login],
    [7000218, 401, { client_secret: '' }, login],
    [7000215, 401, { client_secret: pipeline.secrets[1]?.keyId ?? '' }, login],
    [7000222, 401, { client_secret: 'fake-old' }, login],
    [700016, 400, { client_id: bot.objectId }, login],
  ])('is refused with %i and status %i for %j', async (code, status, some, host) => {
    const answer = await token({ ...good, ...some }, host);
    expect(answer.status).toBe(status);
    expect(parsed(answer)).toEqual({
      error: expect.stringMatching(/^(?:invalid|unauthorized|unsupported)_/),
      error_description: expect.stringMatching(
        new RegExp(`^AADSTS${code}: .+ Trace ID: .+ Correlation ID: .+ Timestamp: 2026-03-02 09:00:00Z$`),
      ),
      error_codes: [code],
      timestamp: '2026-03-02 09:00:00Z',
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      error_uri: `${host}/error?code=${code}`,
    });
  });

  test('is never given for the secret of an identity that nobody has named', async () => {
    for (const client_secret of ['null', 'undefined', ' ']) {
      expect((await token({ ...good, client_secret })).status).toBe(401);
    }
  });
});

test('the configuration of a tenant names this host in every address', async () => {
  const answer = await ask(entra, world(), `${login}/${contoso.id}/v2.0/.well-known/openid-configuration`);
  expect(parsed(answer)).toMatchObject({
    issuer: `${login}/${contoso.id}/v2.0`,
    token_endpoint: `${login}/${contoso.id}/oauth2/v2.0/token`,
  });
});

test('a GET of the token endpoint, an unknown path and a fault are told apart', async () => {
  const path = `${login}/${contoso.id}/oauth2/v2.0/token`;
  expect((await ask(entra, world(), path)).status).toBe(405);
  expect((await ask(entra, world(), `${login}/nothing`)).status).toBe(404);
  const faults = [
    {
      name: 'f',
      host: 'login.microsoftonline.com',
      for: 'person' as const,
      http: { status: 503, retryAfter: 5 },
    },
  ];
  const answer = await ask(entra, world({ faults }), path, { method: 'POST' });
  expect([answer.status, answer.headers?.['retry-after']]).toEqual([503, '5']);
  const others = await ask(entra, world({ faults }), path, { method: 'POST', from: 'bot' });
  expect(others.status).toBe(400);
});

describe('the endpoint of managed identities', () => {
  const resource = 'resource=https://management.azure.com';
  const machine = `http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&${resource}`;
  const app = `http://localhost/msi/token?api-version=2019-08-01&${resource}`;

  test.each([
    ['a machine', machine, { metadata: 'true' }],
    ['an app', app, { 'x-identity-header': identityHeader }],
  ])('of %s wants its header', async (_, url, headers) => {
    expect((await ask(managedIdentity, world(), url, { headers })).status).toBe(200);
    expect((await ask(managedIdentity, world(), url)).status).toBe(400);
  });

  test('knows no resource that Entra does not know', async () => {
    const headers = { metadata: 'true' };
    const url = machine.replace('management.azure.com', 'nothing.example');
    expect(parsed(await ask(managedIdentity, world(), url, { headers }))['error']).toBe('invalid_resource');
    expect((await ask(managedIdentity, world(), 'http://localhost/other', { headers })).status).toBe(404);
  });
});
