import { describe, expect, test } from 'vitest';
import { parsed } from './raw.js';
import { authenticationRequired, basic, lab, refusalOf, server } from './registry-lab.js';

const address = '198.51.100.9';
const plain = `Bearer realm="https://${server}/oauth2/token",service="${server}"`;

describe('without credentials', () => {
  test('/v2/ challenges with realm and service, and no blank after a comma', async () => {
    for (const path of ['/v2', '/v2/']) {
      const answer = await lab().ask(path);
      expect(refusalOf(answer)).toEqual(authenticationRequired);
      expect(answer.headers).toMatchObject({
        'www-authenticate': plain,
        'docker-distribution-api-version': 'registry/2.0',
        'x-ms-correlation-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    }
  });

  test.each([
    ['GET', '/v2/_catalog', 'registry:catalog:*'],
    ['GET', '/acr/v1/_catalog', 'registry:catalog:*'],
    ['GET', '/v2/team/app/tags/list', 'repository:team/app:metadata_read'],
    ['HEAD', '/v2/team/app/manifests/v1', 'repository:team/app:pull'],
    ['POST', '/v2/team/app/blobs/uploads/', 'repository:team/app:pull,push'],
    ['DELETE', '/v2/team/app/manifests/v1', 'repository:team/app:delete'],
    ['GET', '/acr/v1/team%2Fapp/_tags/v1', 'repository:team/app:metadata_read'],
    ['PATCH', '/acr/v1/team/app', 'repository:team/app:metadata_write'],
  ])('%s %s says that it needs %s', async (method, path, scope) => {
    const answer = await lab().ask(path, { method });
    expect(answer.headers?.['www-authenticate']).toBe(`${plain},scope="${scope}"`);
  });

  test('the body says what was wanted, one entry an action', async () => {
    const answer = await lab().ask('/v2/team/app/blobs/uploads/', { method: 'POST' });
    expect(parsed(answer)).toMatchObject({
      errors: [
        {
          detail: [
            { Type: 'repository', Name: 'team/app', Action: 'pull' },
            { Type: 'repository', Name: 'team/app', Action: 'push' },
          ],
        },
      ],
    });
  });
});

describe('with credentials', () => {
  test('/v2/ takes tokens, and Basic', async () => {
    const of = lab({ registry: { adminUser: true } });
    expect((await of.as('registry:None:*', 'GET', '/v2/')).status).toBe(200);
    const headers = basic('contoso', 'sandbox-contoso-admin-password');
    expect((await of.ask('/v2/', { headers })).status).toBe(200);
    const wrong = await of.ask('/v2/', { headers: basic('contoso', 'other') });
    expect(refusalOf(wrong)).toEqual(authenticationRequired);
    expect(wrong.headers?.['www-authenticate']).toBe(plain);
  });

  test('a token that is none is invalid, and one for something else does not do', async () => {
    const path = '/v2/team/app/manifests/v1';
    const challenge = `${plain},scope="repository:team/app:pull"`;
    const invalid = await lab().ask(path, { headers: { authorization: 'Bearer x.y.z' } });
    expect(invalid.headers?.['www-authenticate']).toBe(`${challenge},error="invalid_token"`);
    const other = await lab().as('repository:web:pull', 'GET', path);
    expect(refusalOf(other)).toEqual(authenticationRequired);
    expect(other.headers?.['www-authenticate']).toBe(`${challenge},error="insufficient_scope"`);
  });

  test('a refresh token opens nothing by itself', async () => {
    const of = lab();
    const headers = { authorization: `Bearer ${await of.refreshToken()}` };
    expect((await of.ask('/v2/', { headers })).status).toBe(401);
  });
});

describe('the firewall', () => {
  const refused = [
    403,
    'DENIED',
    `client with IP '${address}' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.`,
  ];

  test.each([
    ['public access off, whatever the rules say', { publicAccess: false, firewall: { allow: [address] } }],
    [
      'another address allowed',
      { firewall: { default: 'deny', allow: ['203.0.113.0/24', '2001:db8::/32'] } },
    ],
    [
      'an endpoint that nobody approved',
      { publicAccess: false, privateEndpoints: { a: { status: 'pending' } } },
    ],
  ])('refuses: %s', async (_, registry) => {
    for (const path of ['/v2/', '/oauth2/token', '/v2/_catalog', '/nothing']) {
      expect(refusalOf(await lab({ registry }).ask(path))).toEqual(refused);
    }
  });

  test('writes the address as it is seen in the wild', async () => {
    const { body } = await lab({ registry: { publicAccess: false } }).ask('/v2/');
    expect(body).toContain(`client with IP \\u0027${address}\\u0027`);
  });

  test.each([
    ['an address', { firewall: { default: 'deny', allow: [address] } }, address],
    ['a block', { firewall: { default: 'deny', allow: ['198.51.100.0/24'] } }, address],
    ['a block of IPv6', { firewall: { default: 'deny', allow: ['2001:db8::/32'] } }, '2001:db8::7'],
    ['a private endpoint', { publicAccess: false, privateEndpoints: { a: {} } }, '10.1.0.9'],
  ])('lets pass: %s', async (_, registry, from) => {
    expect((await lab({ registry }).ask('/v2/', { address: from })).status).toBe(401);
  });
});

describe('faults of a world', () => {
  const fault = (http: unknown, more = {}) =>
    lab({ situation: { faults: { f: { host: '*.azurecr.io', http, ...more } } } });

  test('a status with the time to wait', async () => {
    const answer = await fault({ status: 429, retryAfter: 7 }).ask('/v2/');
    expect(answer.status).toBe(429);
    expect(answer.headers?.['retry-after']).toBe('7');
    expect(refusalOf(answer)[1]).toBe('TOOMANYREQUESTS');
  });

  test('for one side only', async () => {
    const of = fault({ status: 503 }, { for: 'bot' });
    expect((await of.ask('/v2/')).status).toBe(401);
    expect((await of.ask('/v2/', { from: 'bot' })).status).toBe(503);
  });

  test('a foreign realm, no challenge, a redirect', async () => {
    const foreign = await fault('foreign-realm').ask('/v2/');
    expect(foreign.headers?.['www-authenticate']).toMatch(/^Bearer realm="https:\/\/(?!contoso)/);
    expect((await fault('no-challenge').ask('/v2/')).headers).not.toHaveProperty('www-authenticate');
    expect((await fault('redirect').ask('/v2/')).status).toBe(302);
  });
});

test('a host that no registry has is not found', async () => {
  expect((await lab().ask('https://other.azurecr.io/v2/')).status).toBe(404);
});

test.each([
  ['GET', '/nothing', 404],
  ['PUT', '/v2/_catalog', 405],
  ['GET', '/oauth2/exchange', 405],
  ['PUT', '/oauth2/token', 405],
  ['GET', '/v2/%zz', 404],
])('%s %s is answered with %i', async (method, path, status) => {
  expect((await lab().ask(path, { method })).status).toBe(status);
});
