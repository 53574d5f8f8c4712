import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entra } from '../../../sandbox/entra/entra.js';
import { bot, contoso, dana, world } from '../../azure/world.js';
import { ask, parsed } from '../raw.js';
import { codeFor, login, redeem, upn } from './browser.js';

const here = world();
const later = (minutes: number) => world({ now: () => new Date(here.now().getTime() + minutes * 60_000) });

async function codesOf(fields: Record<string, string>, at = here) {
  const answer = await redeem(at, { code: await codeFor(here), ...fields });
  return [answer.status, parsed(answer)['error'], parsed(answer)['error_codes']];
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

describe('a code', () => {
  test('is exchanged for an id token, signed with a key that discovery leads to', async () => {
    const answer = await redeem(here, { code: await codeFor(here) });
    expect(answer.status).toBe(200);
    const found = await ask(entra, here, `${login}/${contoso.id}/v2.0/.well-known/openid-configuration`);
    const { jwks_uri, issuer } = parsed(found);
    const keys = await ask(entra, here, String(jwks_uri));
    const set = keySet.parse(parsed(keys));
    const { payload, protectedHeader } = await jwtVerify(
      String(parsed(answer)['id_token']),
      createLocalJWKSet(set),
      { issuer: String(issuer), audience: bot.clientId, currentDate: here.now() },
    );
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      iss: `${login}/${contoso.id}/v2.0`,
      oid: dana.id,
      tid: contoso.id,
      nonce: 'some-nonce',
      preferred_username: upn,
      ver: '2.0',
      acct: 0,
      exp: here.now().getTime() / 1000 + 3600,
    });
    expect(payload.sub).not.toBe(dana.id);
    expect(JSON.stringify(set)).not.toMatch(/"(?:d|p|q)":/);
  });

  test('of a guest tells that they are one', async () => {
    const guests = world({ users: new Map([['dana', { ...dana, guest: true }]]) });
    const { id_token } = parsed(await redeem(guests, { code: await codeFor(guests) }));
    expect(decodeJwt(String(id_token))).toMatchObject({
      acct: 1,
      idp: expect.stringMatching(/^https:\/\/sts\.windows\.net\/[0-9a-f-]{36}\/$/),
      iss: `${login}/${contoso.id}/v2.0`,
    });
  });

  test('is good once', async () => {
    const code = await codeFor(here);
    expect((await redeem(here, { code })).status).toBe(200);
    const again = parsed(await redeem(here, { code }));
    expect([again['error'], again['error_codes']]).toEqual(['invalid_grant', [54005]]);
  });

  test('is good for ten minutes', async () => {
    expect(await codesOf({}, later(9))).toEqual([200, undefined, undefined]);
    expect(await codesOf({}, later(11))).toEqual([400, 'invalid_grant', [70008]]);
  });

  test.each([
    [400, 'invalid_grant', 501481, { code_verifier: 'w'.repeat(43) }],
    [400, 'invalid_request', 50011, { redirect_uri: 'http://127.0.0.1:4712/signed-in' }],
    [401, 'invalid_client', 7000215, { client_secret: 'wrong' }],
    [401, 'invalid_client', 7000218, { client_secret: '' }],
    [400, 'invalid_request', 9002313, { code: 'none' }],
  ])('is refused with %i %s %i for %j', async (status, error, number, fields) => {
    expect(await codesOf(fields)).toEqual([status, error, [number]]);
  });

  test('is not lost to who cannot prove to be the application', async () => {
    const code = await codeFor(here);
    await redeem(here, { code, client_secret: 'wrong' });
    expect((await redeem(here, { code })).status).toBe(200);
  });

  test('is worth nothing once the account is blocked', async () => {
    const blocked = world({ users: new Map([['dana', { ...dana, enabled: false }]]) });
    expect(await codesOf({}, blocked)).toEqual([400, 'invalid_grant', [50057]]);
  });
});
