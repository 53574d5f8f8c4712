import { exportSPKI, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  clientId,
  host,
  key,
  now,
  objectId,
  other,
  outcomeOf,
  seconds,
  signed,
  sound,
  stranger,
  tenant,
} from './forged-entra.js';

describe('an id token', () => {
  test('that is as it must be says who signed in, by object id', async () => {
    expect(await outcomeOf(signed())).toEqual({
      kind: 'signed-in',
      who: { objectId, tenant, username: 'dana@contoso.onmicrosoft.com', age: null },
    });
  });

  test('needs no sign-in name', async () => {
    const { preferred_username: _, ...nameless } = sound;
    expect(await outcomeOf(signed(nameless))).toMatchObject({ kind: 'signed-in', who: { username: null } });
  });

  test.each([
    ['nonce', { nonce: 'another' }],
    ['audience', { aud: '99999999-9999-4999-8999-999999999999' }],
    ['issuer', { iss: `https://sts.windows.net/${tenant}/` }],
    ['issuer', { iss: `https://evil.example/${tenant}/v2.0` }],
    ['issuer', { iss: `https://${host}/${other}/v2.0` }],
    ['time', { exp: seconds - 301 }],
    ['time', { nbf: seconds + 301 }],
    ['claims', { oid: 'dana@contoso.com' }],
    ['claims', { oid: undefined }],
    ['claims', { nonce: undefined }],
    ['claims', { exp: undefined }],
    ['claims', { nbf: undefined }],
    ['claims', { aud: [clientId, 'another'] }],
  ])('with a wrong %s signs nobody in (%j)', async (reason, claims) => {
    expect(await outcomeOf(signed({ ...sound, ...claims }))).toEqual({ kind: 'invalid', reason });
  });

  test.each([{ exp: seconds - 295 }, { nbf: seconds + 295 }])(
    'lets clocks differ by five minutes (%j)',
    async (claims) => {
      expect(await outcomeOf(signed({ ...sound, ...claims }))).toMatchObject({ kind: 'signed-in' });
    },
  );

  test('of another tenant is told apart', async () => {
    const foreign = { ...sound, tid: other, iss: `https://${host}/${other}/v2.0` };
    expect(await outcomeOf(signed(foreign))).toEqual({ kind: 'foreign' });
  });

  test.each([
    { acct: 1 },
    { acct: '1' },
    { idp: `https://sts.windows.net/${other}/` },
    { idp: 'live.com' },
    { idp: 'mail', acct: 1 },
  ])('of a guest is told apart (%j)', async (claims) => {
    expect(await outcomeOf(signed({ ...sound, ...claims }))).toEqual({ kind: 'guest' });
  });

  test.each([{ acct: 0 }, { idp: sound.iss }, { idp: `https://sts.windows.net/${tenant}/` }])(
    'of a member is none of a guest (%j)',
    async (claims) => {
      expect(await outcomeOf(signed({ ...sound, ...claims }))).toMatchObject({ kind: 'signed-in' });
    },
  );
});

describe('a signature', () => {
  const refused = { kind: 'invalid', reason: 'signature' };

  test('of nobody is refused', async () => {
    expect(await outcomeOf(new UnsecuredJWT(sound).encode())).toEqual(refused);
    const [, payload] = (await signed()).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid: key.kid })).toString('base64url');
    expect(await outcomeOf(`${header}.${payload}.`)).toEqual(refused);
  });

  test('made with the public key as a secret is refused', async () => {
    const publicKey = await importJWK(key.jwk, 'RS256');
    if (publicKey instanceof Uint8Array) throw new Error('no RSA key');
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    const token = await new SignJWT(sound).setProtectedHeader({ alg: 'HS256', kid: key.kid }).sign(secret);
    expect(await outcomeOf(token)).toEqual(refused);
  });

  test('of a key that is not published, under the name of one that is, is refused', async () => {
    expect(await outcomeOf(signed(sound, stranger, key.kid))).toEqual(refused);
  });

  test('of somebody else’s payload is refused', async () => {
    const [header, , signature] = (await signed()).split('.');
    const payload = Buffer.from(JSON.stringify({ ...sound, oid: other })).toString('base64url');
    expect(await outcomeOf(`${header}.${payload}.${signature}`)).toEqual(refused);
  });

  test('without the name of a key is refused', async () => {
    const token = await new SignJWT(sound).setProtectedHeader({ alg: 'RS256' }).sign(key.privateKey);
    expect(await outcomeOf(token)).toEqual(refused);
  });

  test('of a key for other tenants is refused', async () => {
    const keys = (issuer: string) => ({
      keys: () => ({ status: 200, body: { keys: [{ ...key.jwk, issuer }] } }),
    });
    const strange = keys(`https://${host}/${other}/v2.0`);
    expect(await outcomeOf(signed(), {}, strange)).toEqual({ kind: 'invalid', reason: 'issuer' });
    const all = keys(`https://${host}/{tenantid}/v2.0`);
    expect(await outcomeOf(signed(), {}, all)).toMatchObject({ kind: 'signed-in' });
  });
});

describe('with several tenants', () => {
  const config = { allowedTenants: [other], now: () => now };
  const shared = {
    'openid-configuration': () => ({
      status: 200,
      body: {
        issuer: `https://${host}/{tenantid}/v2.0`,
        jwks_uri: `https://${host}/organizations/discovery/v2.0/keys`,
      },
    }),
  };

  test('each issues for its own people', async () => {
    const theirs = { ...sound, tid: other, iss: `https://${host}/${other}/v2.0` };
    expect(await outcomeOf(signed(theirs), config, shared)).toMatchObject({
      kind: 'signed-in',
      who: { tenant: other },
    });
    expect(await outcomeOf(signed({ ...theirs, tid: tenant }), config, shared)).toEqual({
      kind: 'invalid',
      reason: 'issuer',
    });
  });
});
