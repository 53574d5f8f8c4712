import { describe, expect, test } from 'vitest';
import { emptyLedger } from '../../../sandbox/world/ledger.js';
import type { User, World } from '../../../sandbox/world/world.js';
import { dana, world } from '../../azure/world.js';
import { claimsFor, sentTo, upn, visit } from './browser.js';

/** When people showed who they are, and which authentication contexts they satisfy. */

const start = world().now().getTime();

/** A world on a clock of its own, with a person as they are there. */
function at(some: Partial<User> = {}): { world: World; advance: (seconds: number) => void } {
  let now = start;
  const users = new Map([['dana', { ...dana, ...some }]]);
  return {
    world: world({ users, ledger: emptyLedger(), now: () => new Date(now) }),
    advance: (seconds) => {
      now += seconds * 1000;
    },
  };
}

const seconds = (offset: number) => start / 1000 + offset;
const hoursAgo = (hours: number) => new Date(start - hours * 3_600_000);

describe('auth_time', () => {
  test('is the time of the first sign-in, and stays while the session lasts', async () => {
    const { world, advance } = at();
    expect(await claimsFor(world, {})).toMatchObject({ auth_time: seconds(0) });
    advance(100);
    expect(await claimsFor(world, {})).toMatchObject({ auth_time: seconds(0), iat: seconds(100) });
  });

  test('is that of a session from before the world began', async () => {
    expect(await claimsFor(at({ session: hoursAgo(2) }).world, {})).toMatchObject({
      auth_time: seconds(-7200),
    });
  });

  test.each([
    [{ prompt: 'login' }, 0],
    [{ max_age: '0' }, 0],
    [{ max_age: '300' }, 0],
    [{ max_age: '7200' }, -7200],
    [{ prompt: 'select_account' }, -7200],
  ])('with %j and a session of two hours ago: %i', async (query, expected) => {
    const { world } = at({ session: hoursAgo(2) });
    expect(await claimsFor(world, query)).toMatchObject({ auth_time: seconds(expected) });
  });

  test('is new for whoever had to sign in again, from then on', async () => {
    const { world, advance } = at({ session: hoursAgo(2) });
    await claimsFor(world, { prompt: 'login' });
    advance(200);
    expect(await claimsFor(world, { max_age: '300' })).toMatchObject({ auth_time: seconds(0) });
    advance(200);
    expect(await claimsFor(world, { max_age: '300' })).toMatchObject({ auth_time: seconds(400) });
  });
});

describe('a request', () => {
  test('for a new sign-in shows the page, whatever its hint', async () => {
    const { world } = at({ session: hoursAgo(2) });
    const hinted = await visit(world, { query: { login_hint: upn, prompt: 'login' } });
    expect([hinted.status, hinted.body]).toEqual([200, expect.stringContaining(upn)]);
    expect(world.ledger.sessions.size).toBe(0);
    expect((await visit(world, { query: { login_hint: upn } })).status).toBe(302);
  });

  test.each([
    [{ session: null }, {}, 'login_required'],
    [{ session: hoursAgo(1) }, { max_age: '60' }, 'login_required'],
    [{ session: hoursAgo(1) }, {}, null],
    [{ session: hoursAgo(1) }, { login_hint: 'nobody' }, 'login_required'],
    [
      { session: hoursAgo(1), contexts: ['c2'] },
      { claims: JSON.stringify({ id_token: { acrs: { essential: true, value: 'c1' } } }) },
      'interaction_required',
    ],
  ])('without a page, of %j with %j: %s', async (some, query, error) => {
    const silent = { prompt: 'none', login_hint: upn, ...query };
    const to = sentTo(await visit(at(some).world, { query: silent }));
    expect(to.searchParams.get('error')).toBe(error);
    expect(to.searchParams.has('code')).toBe(error === null);
    expect(to.searchParams.get('state')).toBe('some-state');
  });

  test.each([
    { max_age: '-1' },
    { max_age: 'x' },
    { prompt: 'none login' },
    { prompt: 'please' },
    { claims: 'x' },
    { claims: '{"id_token":{"acrs":"c1"}}' },
  ])('%j is refused', async (query) => {
    const to = sentTo(await visit(at().world, { query, post: { user: upn } }));
    expect(to.searchParams.get('error')).toBe('invalid_request');
  });
});

describe('an authentication context', () => {
  const asking = (acrs: object) => ({ claims: JSON.stringify({ id_token: { acrs } }) });

  test('that is satisfied is in the token', async () => {
    const { world } = at({ contexts: ['c1', 'c2'] });
    const claims = await claimsFor(world, asking({ essential: true, value: 'c1' }));
    expect(claims['acrs']).toEqual(['c1']);
    expect((await claimsFor(world, asking({ values: ['c2', 'c3'] })))['acrs']).toEqual(['c2']);
  });

  test('that nobody asked for is not', async () => {
    expect(await claimsFor(at({ contexts: ['c1'] }).world, {})).not.toHaveProperty('acrs');
  });

  test('that is essential and not satisfied ends on the page', async () => {
    const { world } = at({ contexts: ['c2'] });
    const query = asking({ essential: true, value: 'c1' });
    const answer = await visit(world, { query, post: { user: upn } });
    expect([answer.status, answer.headers?.['location']]).toEqual([400, undefined]);
    expect(answer.body).toContain('AADSTS53003:');
    expect(world.ledger.sessions.size).toBe(0);
  });

  test('that is wished for and not satisfied is left out', async () => {
    const claims = await claimsFor(at().world, asking({ value: 'c1' }));
    expect(claims).not.toHaveProperty('acrs');
    expect(claims['oid']).toBe(dana.id);
  });
});
