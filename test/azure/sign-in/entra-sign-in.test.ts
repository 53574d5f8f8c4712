import { describe, expect, test } from 'vitest';
import { failed } from '../../../src/azure/answer.js';
import {
  type Answers,
  clientId,
  forgedEntra,
  host,
  key,
  signed,
  sound,
  stranger,
  tenant,
} from './forged-entra.js';

const token = await signed();
const good: Answers = { token: () => ({ status: 200, body: { id_token: token } }) };

describe('the address of the sign-in page', () => {
  test('asks for a code with PKCE, and for nothing but who it is', async () => {
    const { service } = await forgedEntra();
    const request = {
      state: 's',
      nonce: 'n',
      challenge: 'c',
      redirectUri: 'https://bot.example/signed-in',
      assurance: null,
    };
    const url = new URL(service.authorizeUrl(request));
    expect(url.origin + url.pathname).toBe(`https://${host}/${tenant}/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: request.redirectUri,
      scope: 'openid profile',
      state: 's',
      nonce: 'n',
      code_challenge: 'c',
      code_challenge_method: 'S256',
      prompt: 'select_account',
    });
  });

  test('may be another for browsers', async () => {
    const { service } = await forgedEntra({}, { browserAuthority: 'http://127.0.0.1:4711/' });
    expect(service.authority).toBe('http://127.0.0.1:4711');
    const url = service.authorizeUrl({
      state: 's',
      nonce: 'n',
      challenge: 'c',
      redirectUri: 'https://bot.example/',
      assurance: null,
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:4711\//);
  });
});

describe('a code', () => {
  test('is sent with its verifier, and with what proves the application', async () => {
    const { redeem, requests } = await forgedEntra(good);
    expect(await redeem()).toMatchObject({ kind: 'signed-in' });
    const sent = requests.find(({ method }) => method === 'POST');
    expect(sent?.url).toBe(`/${tenant}/oauth2/v2.0/token`);
    expect(Object.fromEntries(new URLSearchParams(sent?.body))).toEqual({
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: 'fake-secret',
      code: 'the-code',
      code_verifier: 'the-verifier',
      redirect_uri: 'https://bot.example/signed-in',
      scope: 'openid profile',
    });
  });

  test.each([
    [54005, { status: 400, body: { error: 'invalid_grant', error_codes: [54005] } }],
    [
      7000215,
      { status: 401, body: { error: 'invalid_client', error_codes: [7000215], error_description: 'x' } },
    ],
    [null, { status: 400, body: { error: 'invalid_grant' } }],
  ])('that Entra refuses is refused, with its number %s', async (code, answer) => {
    const { redeem } = await forgedEntra({ token: () => answer });
    expect(await redeem()).toEqual({ kind: 'refused', code });
  });

  test.each([
    ['server-error', { status: 503, body: {} }],
    ['server-error', { status: 400, body: { error: 'temporarily_unavailable', error_codes: [90033] } }],
    ['throttled', { status: 429, body: {} }],
    ['protocol', { status: 400, body: 'not JSON' }],
    ['protocol', { status: 200, body: { access_token: 'only' } }],
    ['protocol', { status: 302, body: {} }],
    ['protocol', { status: 200, body: 'x'.repeat(70_000) }],
    ['timeout', null],
  ])('that nobody answers for is no refusal (%s)', async (reason, answer) => {
    const { redeem } = await forgedEntra({ token: () => answer });
    expect(await redeem()).toEqual({ kind: 'unavailable', reason });
  });

  test('is not spent where the application cannot prove itself', async () => {
    const proof = async () => failed({ kind: 'signed-out', code: 'AADSTS700024' } as const);
    const { redeem, asked } = await forgedEntra(good, { proof });
    expect(await redeem()).toEqual({ kind: 'refused', code: 700024 });
    expect(asked).not.toContain('token');
  });

  test('is given up with its signal', async () => {
    const { redeem } = await forgedEntra({ ...good, keys: () => null });
    expect(await redeem(AbortSignal.abort())).toEqual({ kind: 'unavailable', reason: 'timeout' });
  });
});

describe('keys', () => {
  test.each([
    ['server-error', { keys: () => ({ status: 500, body: {} }) }],
    ['timeout', { keys: () => null }],
    ['protocol', { keys: () => ({ status: 200, body: { keys: 'none' } }) }],
    ['timeout', { 'openid-configuration': () => null }],
    ['protocol', { 'openid-configuration': () => ({ status: 404, body: {} }) }],
    ['protocol', configured({ jwks_uri: 'https://evil.example/keys' })],
    ['protocol', configured({ jwks_uri: `http://${host}/keys` })],
    ['protocol', configured({ issuer: 'https://evil.example/v2.0' })],
  ] satisfies [string, Answers][])(
    'that cannot be had sign nobody in, and cost no code (%s)',
    async (reason, answers) => {
      const { redeem, asked } = await forgedEntra({ ...good, ...answers });
      expect(await redeem()).toEqual({ kind: 'unavailable', reason });
      expect(asked).not.toContain('token');
    },
  );

  test('are asked for once a day', async () => {
    let now = new Date(Number(sound.iat) * 1000);
    const long = await signed({ ...sound, exp: Number(sound.exp) + 3 * 86_400 });
    const { redeem, asked } = await forgedEntra(
      { token: () => ({ status: 200, body: { id_token: long } }) },
      { now: () => now },
    );
    const fetched = () => asked.filter((it) => it === 'keys').length;
    await Promise.all([redeem(), redeem(), redeem()]);
    await redeem();
    expect(fetched()).toBe(1);
    now = new Date(now.getTime() + 86_400_001);
    expect(await redeem()).toMatchObject({ kind: 'signed-in' });
    expect(fetched()).toBe(2);
  });

  test('that failed are asked for again at the next sign-in', async () => {
    let broken = true;
    const keys = () => (broken ? { status: 500, body: {} } : { status: 200, body: { keys: [key.jwk] } });
    const { redeem } = await forgedEntra({ ...good, keys });
    expect(await redeem()).toMatchObject({ kind: 'unavailable' });
    broken = false;
    expect(await redeem()).toMatchObject({ kind: 'signed-in' });
  });

  test('are asked for again where a token has a new one, and no more than once a minute', async () => {
    let now = new Date(Number(sound.iat) * 1000);
    let [published, id_token] = [[key.jwk], token];
    const { redeem, asked } = await forgedEntra(
      {
        token: () => ({ status: 200, body: { id_token } }),
        keys: () => ({ status: 200, body: { keys: published } }),
      },
      { now: () => now },
    );
    const fetched = () => asked.filter((it) => it === 'keys').length;
    await redeem();
    id_token = await signed(sound, stranger);
    expect(await redeem()).toEqual({ kind: 'invalid', reason: 'signature' });
    expect(fetched()).toBe(1);
    now = new Date(now.getTime() + 60_000);
    published = [key.jwk, stranger.jwk];
    expect(await redeem()).toMatchObject({ kind: 'signed-in' });
    id_token = await signed(sound, stranger, 'key-3');
    for (let at = 0; at < 5; at += 1)
      expect(await redeem()).toEqual({ kind: 'invalid', reason: 'signature' });
    expect(fetched()).toBe(2);
  });
});

function configured(some: object): Answers {
  const usual = {
    issuer: `https://${host}/${tenant}/v2.0`,
    jwks_uri: `https://${host}/${tenant}/discovery/v2.0/keys`,
  };
  return { 'openid-configuration': () => ({ status: 200, body: { ...usual, ...some } }) };
}
