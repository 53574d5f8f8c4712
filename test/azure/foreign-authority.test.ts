import { createHash, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Events, type MutableToken, OAuth2Server } from 'oauth2-mock-server';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { Authority } from '../../sandbox/network/authority.js';
import { customCloud } from '../../src/azure/clouds.js';
import { createCredential } from '../../src/azure/credential.js';
import { deadlines } from '../../src/azure/deadline.js';
import { createEgress } from '../../src/azure/egress.js';
import { createEgressClient } from '../../src/azure/egress-client.js';
import type { Network } from '../../src/azure/network.js';
import { secretProof } from '../../src/azure/sign-in/client-proof.js';
import { createEntraSignIn } from '../../src/azure/sign-in/entra-sign-in.js';
import { tokenSource } from '../../src/azure/token-source.js';
import { tempTree } from '../support/temp.js';

/**
 * Sign-ins against an authority that is not ours: npm's oauth2-mock-server, over TLS, at the host of a cloud of one's
 * own. What is fitted to the sandbox by mistake does not work here.
 */

const host = 'login.elsewhere.example';
const tenant = '11111111-1111-4111-8111-111111111111';
const clientId = '33333333-3333-4333-8333-333333333333';
const objectId = '44444444-4444-4444-8444-444444444444';
const signal = new AbortController().signal;
const code = 'beforeTokenSigning' as Events; // Its enumeration is for TypeScript's older ways.

let authority: Authority;
beforeAll(async () => {
  authority = await Authority.create('Elsewhere');
});

/** The server, what it saw of tokens, and the bot's way to it: every address leads there. */
async function elsewhere(edit: (token: MutableToken) => void = () => {}) {
  const { key, cert } = await authority.leaf([host]);
  const folder = tempTree({ 'key.pem': key, 'cert.pem': cert });
  const server = new OAuth2Server(join(folder, 'key.pem'), join(folder, 'cert.pem'), {
    endpoints: {
      wellKnownDocument: `/${tenant}/v2.0/.well-known/openid-configuration`,
      token: `/${tenant}/oauth2/v2.0/token`,
      authorize: `/${tenant}/oauth2/v2.0/authorize`,
      jwks: `/${tenant}/discovery/v2.0/keys`,
    },
  });
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  onTestFinished(() => server.stop());
  // Endpoints are made from it; the bot looks at the names that are before TLS.
  server.issuer.url = `https://${host}`;
  server.service.on(code, edit);
  const { port } = server.address();
  const network: Network = {
    extraCa: [authority.pem],
    resolve: async () => ({ kind: 'found', addresses: ['20.62.128.10'], aliases: [] }),
    connect: () => dial(port),
  };
  const cloud = customCloud({
    ...{ loginSuffix: '.azurecr.io', authorityHost: `https://${host}` },
    ...{ armEndpoint: 'https://arm.elsewhere.example', armAudience: 'https://arm.elsewhere.example' },
    ...{ graphEndpoint: 'https://graph.elsewhere.example', logsEndpoint: 'https://logs.elsewhere.example' },
    ...{ acrAudience: 'https://acr.elsewhere.example' },
    ...{ vaultSuffix: '.vault.elsewhere.example', vaultAudience: 'https://vault.elsewhere.example' },
  });
  return { server, network, cloud, egress: createEgress({ network, cloud, deadlines }) };
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => resolve(socket));
    socket.once('error', reject);
  });
}

test('MSAL signs an application in with its secret', async () => {
  const { network, cloud, egress, server } = await elsewhere();
  const asked: unknown[] = [];
  server.service.on('beforeResponse' as Events, (_, { body }) => asked.push(body));
  const httpClient = createEgressClient(egress, network, null);
  const spec = { kind: 'client-secret', tenant, clientId, secret: 'fake-secret' } as const;
  const credential = createCredential(cloud, spec, {
    httpClient,
    timeoutMs: 5000,
    maxRetries: 0,
    retryDelayMs: 1,
  });
  const answer = await tokenSource(credential)('https://arm.elsewhere.example/.default', signal);
  expect(answer.ok).toBe(true);
  expect(asked).toEqual([
    expect.objectContaining({
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: expect.stringContaining('https://arm.elsewhere.example/.default'),
    }),
  ]);
});

/** A person who signs in: over the page's redirect to the code, and from the code to who it is. */
async function signIn(edit: (token: MutableToken) => void, verifier: string, sent = verifier) {
  const { egress } = await elsewhere(edit);
  const service = createEntraSignIn({
    ...{ egress, tenant, clientId, proof: secretProof('fake-secret'), now: () => new Date() },
  });
  const redirectUri = 'https://bot.example/signed-in';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const url = service.authorizeUrl({ state: 'st', nonce: 'no', challenge, redirectUri, assurance: null });
  const opened = await egress.open(host, async () => false, signal);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { pathname, search } = new URL(url);
  opened.socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let page = '';
  for await (const chunk of opened.socket) page += chunk;
  const location = new URL(/^location: (\S+)/im.exec(page)?.[1] ?? 'none:');
  expect([location.origin + location.pathname, location.searchParams.get('state')]).toEqual([
    redirectUri,
    'st',
  ]);
  const given = location.searchParams.get('code') ?? '';
  return service.redeem({ code: given, verifier: sent, nonce: 'no', redirectUri, assurance: null }, signal);
}

const asEntra =
  (more: object = {}) =>
  ({ payload }: MutableToken) => {
    const iss = `https://${host}`;
    Object.assign(payload, { iss, aud: clientId, tid: tenant, oid: objectId, nonce: 'no', ...more });
  };

test('a person signs in with a code, PKCE and a token that is verified', async () => {
  const verifier = randomBytes(32).toString('base64url');
  expect(await signIn(asEntra(), verifier)).toEqual({
    kind: 'signed-in',
    who: { objectId, tenant, username: null, age: null },
  });
});

test.each([
  ['another application', { aud: objectId }, { kind: 'invalid', reason: 'audience' }],
  ['another sign-in', { nonce: 'yesterday' }, { kind: 'invalid', reason: 'nonce' }],
  ['another directory', { tid: objectId }, { kind: 'foreign' }],
  ['another issuer', { iss: 'https://evil.example' }, { kind: 'invalid', reason: 'issuer' }],
])('a token for %s is not taken', async (_, claims, expected) => {
  expect(await signIn(asEntra(claims), randomBytes(32).toString('base64url'))).toEqual(expected);
});

test('a code without its verifier is refused by the other side', async () => {
  const [right, wrong] = [randomBytes(32), randomBytes(32)].map((it) => it.toString('base64url'));
  expect(await signIn(asEntra(), right ?? '', wrong)).toEqual({ kind: 'refused', code: null });
});
