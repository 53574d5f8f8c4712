import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RestError } from '@azure/core-rest-pipeline';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { botFederation } from '../../sandbox/entra/bot.js';
import type { World } from '../../sandbox/world/world.js';
import { customCloud, publicCloud } from '../../src/azure/clouds.js';
import type { CredentialSpec } from '../../src/azure/credential.js';
import { createCredential } from '../../src/azure/credential.js';
import { tokenSource } from '../../src/azure/token-source.js';
import { tempTree } from '../support/temp.js';
import { type Before, hang, inProcess } from './in-process.js';
import { asBot, signal, wired } from './wired.js';
import { bot, botWith, contoso, dana, fabrikam, pipeline, subscription, world } from './world.js';

const scope = 'https://management.azure.com/.default';

/** What the registry's side of the bot gets: a token, or the problem. */
async function signIn(of: World, spec: CredentialSpec, before?: Before, timeoutMs = 500) {
  const { credential, net } = wired(of, { spec, timeoutMs, maxRetries: 1, ...(before && { before }) });
  const answer = await tokenSource(credential)(scope, signal);
  return { net, credential, outcome: answer.ok ? 'token' : answer.problem };
}

const secretOf = (
  secret: string,
  some: Partial<Extract<CredentialSpec, { kind: 'client-secret' }>> = {},
) => ({
  kind: 'client-secret' as const,
  tenant: contoso.id,
  clientId: pipeline.clientId,
  secret,
  ...some,
});

describe('a client secret', () => {
  test('signs in with one request', async () => {
    const { outcome, net } = await signIn(world(), secretOf('fake-new'));
    expect([outcome, net.exchanges.length]).toEqual(['token', 1]);
  });

  const apps = (some: Partial<typeof pipeline>) =>
    world({ servicePrincipals: new Map([['pipeline', { ...pipeline, ...some }]]) });
  test.each<[string, World, CredentialSpec]>([
    ['AADSTS7000215', world(), secretOf('canary-wrong')],
    ['AADSTS7000222', world(), secretOf('fake-old')],
    ['AADSTS700016', world(), secretOf('fake-new', { clientId: fabrikam.id })],
    ['AADSTS700016', apps({ registered: false }), secretOf('fake-new')],
    ['AADSTS700016', world(), secretOf('fake-new', { tenant: fabrikam.id })],
    ['AADSTS7000112', apps({ enabled: false }), secretOf('fake-new')],
    ['AADSTS90002', world(), secretOf('fake-new', { tenant: pipeline.objectId })],
    ['AADSTS7000222', world({ bot: botWith({ signIn: 'expired-secret' }) }), asBot],
    ['AADSTS700016', world({ bot: botWith({ signIn: 'none' }) }), asBot],
  ])('that Entra refuses with %s is known by the number alone', async (code, of, spec) => {
    const { outcome, credential } = await signIn(of, spec);
    expect(outcome).toEqual({ kind: 'signed-out', code });
    const thrown = await credential.getToken(scope).catch((error: unknown) => error);
    // Neither the secret nor a word of Entra goes on, whoever prints the error.
    const said = `${thrown instanceof Error ? `${thrown.message}${thrown.stack}` : ''}${JSON.stringify(thrown)}`;
    expect(said).not.toMatch(/canary|fake-|Trace ID|expired\. Visit/);
  });
});

describe('a token endpoint', () => {
  const login =
    (answer: () => { status: number; headers?: Record<string, string>; body: string }): Before =>
    async ({ host }) =>
      host.startsWith('login.') ? answer() : undefined;

  test('that hangs is given up after the time for a try', async () => {
    const begun = performance.now();
    const { outcome } = await signIn(world(), asBot, (_, stop) => hang(stop), 60);
    expect(outcome).toEqual({ kind: 'unavailable', reason: 'timeout', status: null });
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('that cannot be reached is no refusal', async () => {
    const { outcome } = await signIn(world(), asBot, async () => {
      throw new RestError('', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    });
    expect(outcome).toEqual({ kind: 'unavailable', reason: 'tls', status: null });
  });

  test('that is down stays "down" while MSAL answers from its memory', async () => {
    const busy = login(() => ({ status: 500, body: '{"error":"server_error","error_description":"x"}' }));
    const { outcome, credential, net } = await signIn(world(), asBot, busy);
    const expected = { kind: 'unavailable', reason: 'server-error', status: 500 };
    expect(outcome).toEqual(expected);
    const before = net.exchanges.length;
    const again = await tokenSource(credential)(scope, signal);
    expect(again).toEqual({ ok: false, problem: expected });
    // Not verified for ever: MSAL of this version does not ask again within a minute.
    expect(net.exchanges.length).toBe(before);
  });

  test('that throttles is told at once, with its time to wait', async () => {
    const body = '{"error":"temporarily_unavailable","error_description":"busy"}';
    const busy = login(() => ({ status: 429, headers: { 'retry-after': '60' }, body }));
    const { outcome, net } = await signIn(world(), asBot, busy);
    expect(outcome).toEqual({ kind: 'throttled', retryAfterSeconds: 60 });
    expect(net.count('login.microsoftonline.com')).toBe(1);
  });
});

describe('a workload identity', () => {
  const expiry = new Date('2026-03-02T10:00:00Z');
  async function file(claims: Record<string, unknown>): Promise<string> {
    const jwt = new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(expiry);
    const text = await jwt.sign(new TextEncoder().encode('a key that nobody here knows'));
    const path = join(tempTree({}), 'token');
    writeFileSync(path, text);
    return path;
  }
  const spec = (tokenFile: string, clientId = bot.clientId): CredentialSpec => ({
    kind: 'workload-identity',
    tenant: contoso.id,
    clientId,
    tokenFile,
  });
  const { issuer: iss, subject: sub, audiences } = botFederation;
  const good = { iss, sub, aud: audiences[0] };

  test('signs in with the token of its file', async () => {
    expect((await signIn(world(), spec(await file(good)))).outcome).toBe('token');
  });

  test.each([
    ['AADSTS700211', { ...good, iss: 'https://elsewhere.example' }],
    ['AADSTS700213', { ...good, sub: 'system:serviceaccount:acr-help:other' }],
    ['AADSTS7002138', { ...good, sub: sub.toUpperCase() }],
    ['AADSTS700212', { ...good, aud: 'api://somebody-else' }],
  ])('is refused with %s', async (code, claims) => {
    const { outcome } = await signIn(world(), spec(await file(claims)));
    expect(outcome).toEqual({ kind: 'signed-out', code });
  });

  test('of an application without federated credentials is refused with AADSTS70025', async () => {
    const of = world({ servicePrincipals: new Map([['pipeline', { ...pipeline, federated: [] }]]) });
    const { outcome } = await signIn(of, spec(await file(good), pipeline.clientId));
    expect(outcome).toEqual({ kind: 'signed-out', code: 'AADSTS70025' });
  });

  test('without its file cannot sign in', async () => {
    const { outcome, net } = await signIn(world(), spec('/nowhere/token'));
    expect(outcome).toMatchObject({ kind: 'signed-out' });
    expect(net.exchanges).toEqual([]);
  });
});

test('callers at the same time share one sign-in, and a later one the token', async () => {
  const { credential, net } = wired(world());
  const tokens = tokenSource(credential);
  await Promise.all([tokens(scope, signal), tokens(scope, signal), credential.getToken(scope)]);
  await tokens(scope, signal);
  expect(net.exchanges.length).toBe(1);
});

test('who stops waiting does not end the sign-in of the others', async () => {
  const slow: Before = async () => {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return undefined;
  };
  const { credential } = wired(world(), { before: slow });
  const tokens = tokenSource(credential);
  const [left, stayed] = await Promise.all([tokens(scope, AbortSignal.timeout(5)), tokens(scope, signal)]);
  expect([left.ok, stayed.ok]).toEqual([false, true]);
});

test('a token whose time is over is renewed, although the SDK still takes it for good', async () => {
  let hours = 0;
  const start = world().now().getTime();
  const of = world({ now: () => new Date(start + hours * 3_600_000) });
  const { management, directory, net } = wired(of);
  expect(await management.providerRegistered(subscription.id, signal)).toMatchObject({ ok: true });
  expect(await directory.user(dana.id, signal)).toMatchObject({ ok: true });
  hours = 3;
  expect(await management.clusters(signal)).toMatchObject({ ok: true });
  expect(await directory.servicePrincipal(pipeline.clientId, signal)).toMatchObject({ ok: true });
  expect(net.count('login.microsoftonline.com')).toBe(4);
});

test('the Azure CLI is one of the credentials; it is not run here', () => {
  const transport = { httpClient: inProcess(world()), timeoutMs: 1, maxRetries: 0, retryDelayMs: 1 };
  for (const tenant of [null, contoso.id]) {
    expect(createCredential(publicCloud, { kind: 'azure-cli', tenant }, transport)).toBeTypeOf('object');
  }
});

test('a cloud that MSAL does not know is asked for its own configuration, and nobody else', async () => {
  const custom = customCloud({
    loginSuffix: '.azurecr.io',
    authorityHost: 'https://login.sandbox.example',
    armEndpoint: 'https://management.azure.com',
    armAudience: 'https://management.azure.com',
    graphEndpoint: 'https://graph.microsoft.com',
    logsEndpoint: 'https://api.loganalytics.io',
    acrAudience: 'https://containerregistry.azure.net',
    vaultSuffix: '.vault.azure.net',
    vaultAudience: 'https://vault.azure.net',
  });
  const net = inProcess(world());
  const transport = { httpClient: net, timeoutMs: 500, maxRetries: 0, retryDelayMs: 1 };
  const credential = createCredential(custom, asBot, transport);
  expect((await tokenSource(credential)(scope, signal)).ok).toBe(true);
  expect(net.exchanges.map(({ request }) => `${request.host}${request.path}`)).toEqual([
    `login.sandbox.example/${contoso.id}/v2.0/.well-known/openid-configuration`,
    `login.sandbox.example/${contoso.id}/oauth2/v2.0/token`,
  ]);
});
