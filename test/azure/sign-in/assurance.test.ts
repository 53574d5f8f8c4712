import { describe, expect, test } from 'vitest';
import type { Assurance, Redeemed } from '../../../src/azure/sign-in.js';
import { clientId, forgedEntra, other, outcomeOf, seconds, signed, sound } from './forged-entra.js';

/** Sign-ins on which more hangs than who it is (T47). */

const fresh: Assurance = { maxAge: 300, context: null };
const strong: Assurance = { maxAge: 300, context: 'c1' };
const outcome = (claims: object, assurance: Assurance | null): Promise<Redeemed> =>
  outcomeOf(signed({ ...sound, ...claims }), {}, {}, assurance);

describe('the address of the sign-in page', () => {
  async function queryFor(assurance: (Assurance & { readonly renew: boolean }) | null) {
    const { service } = await forgedEntra();
    const request = { state: 's', nonce: 'n', challenge: 'c', redirectUri: 'https://bot.example/' };
    return Object.fromEntries(new URL(service.authorizeUrl({ ...request, assurance })).searchParams);
  }

  test('asks for neither age nor context where nothing hangs on them', async () => {
    const query = await queryFor(null);
    expect(query).toMatchObject({ client_id: clientId, prompt: 'select_account' });
    expect(query).not.toHaveProperty('max_age');
    expect(query).not.toHaveProperty('claims');
  });

  test('asks for a session of five minutes at most, and lets people choose the account', async () => {
    const query = await queryFor({ ...fresh, renew: false });
    expect(query).toMatchObject({ max_age: '300', prompt: 'select_account' });
    expect(query).not.toHaveProperty('claims');
  });

  test('asks for the authentication context', async () => {
    const { claims = '' } = await queryFor({ ...strong, renew: false });
    expect(JSON.parse(claims)).toEqual({ id_token: { acrs: { essential: true, value: 'c1' } } });
  });

  test('asks for a new sign-in where the last was not enough', async () => {
    expect(await queryFor({ ...fresh, renew: true })).toMatchObject({ max_age: '300', prompt: 'login' });
  });
});

describe('T47: an id token', () => {
  test.each([
    [0, 0],
    [-300, 300_000],
    // Clocks differ.
    [30, 0],
  ])('of a sign-in %i seconds from now is fresh', async (offset, age) => {
    expect(await outcome({ auth_time: seconds + offset }, fresh)).toMatchObject({
      kind: 'signed-in',
      who: { age },
    });
  });

  test.each([-301, -7200])('with a stale auth_time (%i seconds) is not enough', async (offset) => {
    expect(await outcome({ auth_time: seconds + offset }, fresh)).toEqual({
      kind: 'unproven',
      lacks: 'freshness',
    });
  });

  test.each([{}, { auth_time: String(seconds) }, { auth_time: null }, { auth_time: -1 }, { auth_time: 1.5 }])(
    'without an auth_time (%j) does not say when',
    async (claims) => {
      expect(await outcome(claims, fresh)).toEqual({ kind: 'unproven', lacks: 'auth_time' });
    },
  );

  test('of a sign-in that is still to come is none', async () => {
    expect(await outcome({ auth_time: seconds + 301 }, fresh)).toEqual({ kind: 'invalid', reason: 'time' });
  });

  test.each([{ acrs: ['c1'] }, { acrs: ['c2', 'c1'] }, { acrs: 'c1' }])(
    'with the authentication context (%j) is enough',
    async (claims) => {
      expect(await outcome({ auth_time: seconds, ...claims }, strong)).toMatchObject({ kind: 'signed-in' });
    },
  );

  test.each([{}, { acrs: [] }, { acrs: ['c2'] }, { acrs: ['c11'] }, { acrs: 'c10' }, { acrs: { c1: true } }])(
    'with missing acrs (%j) is not enough',
    async (claims) => {
      expect(await outcome({ auth_time: seconds, ...claims }, strong)).toEqual({
        kind: 'unproven',
        lacks: 'context',
      });
    },
  );

  test('is first one of somebody who may sign in at all', async () => {
    const guest = { acct: 1, auth_time: seconds, acrs: ['c1'] };
    expect(await outcome(guest, strong)).toEqual({ kind: 'guest' });
    expect(await outcome({ ...guest, tid: other }, strong)).toEqual({ kind: 'foreign' });
    expect(await outcome({ nonce: 'another', auth_time: seconds }, fresh)).toEqual({
      kind: 'invalid',
      reason: 'nonce',
    });
  });

  test('need not say when, nor how, where nothing hangs on it', async () => {
    const old = { auth_time: seconds - 7200, acrs: { odd: true } };
    expect(await outcome(old, null)).toMatchObject({ kind: 'signed-in', who: { age: null } });
  });
});
