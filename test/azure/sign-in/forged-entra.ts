import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { secretProof } from '../../../src/azure/sign-in/client-proof.js';
import { createEntraSignIn, type EntraSignInConfig } from '../../../src/azure/sign-in/entra-sign-in.js';
import type { Assurance, Redeemed } from '../../../src/azure/sign-in.js';
import { fakeNet, type Recorded } from '../../support/fake-net.js';
import { egressOn } from '../egress-on.js';

/** A sign-in service on loopback that lies as a test wants it to. */

export const tenant = '11111111-1111-4111-8111-111111111111';
export const other = '22222222-2222-4222-8222-222222222222';
export const clientId = '33333333-3333-4333-8333-333333333333';
export const objectId = '44444444-4444-4444-8444-444444444444';
const nonce = 'the-nonce';
export const now = new Date('2026-03-02T09:00:00Z');
export const seconds = now.getTime() / 1000;
export const host = 'login.microsoftonline.com';
const address = '20.40.1.1';

/** Claims of a token that is as it must be. */
export const sound: JWTPayload = {
  ver: '2.0',
  iss: `https://${host}/${tenant}/v2.0`,
  aud: clientId,
  tid: tenant,
  oid: objectId,
  sub: 'pairwise',
  nonce,
  iat: seconds,
  nbf: seconds,
  exp: seconds + 3600,
  preferred_username: 'dana@contoso.onmicrosoft.com',
};

async function newKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}
export const [key, stranger] = await Promise.all([newKey('key-1'), newKey('key-2')]);
type Key = typeof key;

export function signed(claims: object = sound, by: Key = key, kid = by.kid): Promise<string> {
  // Claims may be what they must not.
  return new SignJWT(claims as JWTPayload)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .sign(by.privateKey);
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}
type Path = 'openid-configuration' | 'keys' | 'token';
/** Null never answers. */
export type Answers = Partial<Record<Path, (request: Recorded) => Answer | null>>;

export async function forgedEntra(
  answers: Answers = {},
  config: Partial<EntraSignInConfig> = {},
  assurance: Assurance | null = null,
) {
  const net = await fakeNet();
  const usual: Required<Answers> = {
    'openid-configuration': () => ({
      status: 200,
      body: {
        issuer: `https://${host}/${tenant}/v2.0`,
        jwks_uri: `https://${host}/${tenant}/discovery/v2.0/keys`,
      },
    }),
    keys: () => ({ status: 200, body: { keys: [key.jwk] } }),
    token: () => ({ status: 200, body: {} }),
  };
  const asked: string[] = [];
  net.dns(host, [address]);
  const server = await net.serve(address, {
    names: [host],
    answer: (request, response) => {
      const last = (request.url.split('/').pop() ?? '') as Path; // Others find no answer below.
      asked.push(last);
      const answer = { ...usual, ...answers }[last]?.(request);
      if (answer === null) return;
      response.writeHead(answer?.status ?? 404, { 'content-type': 'application/json' });
      response.end(typeof answer?.body === 'string' ? answer.body : JSON.stringify(answer?.body ?? {}));
    },
  });
  const egress = egressOn(net, { http: 250, token: 250 });
  const service = createEntraSignIn({
    egress,
    tenant,
    clientId,
    proof: secretProof('fake-secret'),
    now: () => now,
    ...config,
  });
  const redeem = (signal = new AbortController().signal): Promise<Redeemed> =>
    service.redeem(
      {
        ...{ code: 'the-code', verifier: 'the-verifier', nonce, assurance },
        redirectUri: 'https://bot.example/signed-in',
      },
      signal,
    );
  return { service, redeem, asked, requests: server.requests };
}

/** What comes of a token. */
export async function outcomeOf(
  token: string | Promise<string>,
  config: Partial<EntraSignInConfig> = {},
  answers: Answers = {},
  assurance: Assurance | null = null,
): Promise<Redeemed> {
  const id_token = await token;
  const { redeem } = await forgedEntra(
    { token: () => ({ status: 200, body: { id_token } }), ...answers },
    config,
    assurance,
  );
  return redeem();
}
