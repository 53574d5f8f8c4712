import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../src/azure/answer.js';
import type { LoginEvent } from '../../../src/azure/login-events.js';
import { isCollected, judged, type Read, unseen, windowOf } from '../../../src/checks/login-events/judge.js';
import { failures, now } from '../fakes.js';

const event = (name: string | null, ip: string | null = null): LoginEvent => ({
  at: '2026-03-02T08:00:00Z',
  status: 401,
  identity: name === null ? { kind: 'none' } : { kind: 'named', name },
  ip,
  client: null,
});
const setting = { workspace: '/w', loginEvents: true };
const read = (some: Partial<Read> = {}): Read => ({
  sees: 'all',
  wanted: {
    ...windowOf(null, now),
    identities: ['Dana@contoso.com'],
    addresses: ['203.0.113.7'],
    onlyThese: false,
  },
  names: ['dana@contoso.com'],
  address: '203.0.113.7',
  registryId: '/r',
  settings: ok([setting]),
  found: { kind: 'events', events: [], more: false, partial: false },
  ...some,
});
const events = (...all: readonly LoginEvent[]) => ({
  kind: 'events' as const,
  events: all,
  more: false,
  partial: false,
});

describe('the window', () => {
  test.each([
    ['of a case that begins now', null, '2026-03-01T09:00:00.000Z'],
    ['of one of this morning', '2026-03-02T06:00:00.000Z', '2026-03-01T06:00:00.000Z'],
    ['of one of last month is three days', '2026-02-01T06:00:00.000Z', '2026-02-27T09:00:00.000Z'],
    ['of one of the future is a day', '2027-01-01T00:00:00.000Z', '2026-03-01T09:00:00.000Z'],
    ['of one without a time is a day', 'yesterday', '2026-03-01T09:00:00.000Z'],
  ])('%s', (_, since, from) => {
    expect(windowOf(since, now)).toEqual({ from: new Date(from), to: now });
  });
});

describe('whether anything is collected', () => {
  test.each([
    ['nothing', [], false],
    ['by a setting', [setting], true],
    ['elsewhere only', [{ workspace: null, loginEvents: true }], false],
    ['other logs only', [{ workspace: '/w', loginEvents: false }], false],
  ])('%s', (_, settings, expected) => {
    expect(isCollected(ok(settings))).toBe(expected);
  });

  test('is not known where settings could not be read', () => {
    expect(isCollected(failed({ kind: 'denied', action: 'x' }))).toBeNull();
  });
});

describe('no events', () => {
  const denied = failed({ kind: 'denied', action: 'x' });

  test('without a setting are "not collected"', () => {
    const expected = { kind: 'not-collected', why: 'no-setting', registryId: '/r' };
    expect(judged(read({ settings: ok([]) }))).toEqual(expected);
    expect(judged(read({ settings: ok([]), found: { kind: 'no-table' } }))).toEqual(expected);
  });

  test('without the table are "nothing yet"', () => {
    const found = { kind: 'no-table' } as const;
    const expected = { kind: 'not-collected', why: 'nothing-yet', registryId: '/r' };
    expect(judged(read({ found }))).toEqual(expected);
    expect(judged(read({ found, settings: denied }))).toEqual(expected);
  });

  test('are told as such, and whether they are collected at all', () => {
    expect(judged(read())).toMatchObject({ kind: 'events', events: [], collected: true });
    expect(judged(read({ settings: denied }))).toMatchObject({ kind: 'events', events: [], collected: null });
  });

  test.each([ok([]), ok([setting]), denied])(
    'tell who sees their own only nothing of the settings',
    (settings) => {
      expect(judged(read({ sees: 'own', settings }))).toEqual({ kind: 'nothing-own' });
      expect(judged(read({ sees: 'own', settings, found: { kind: 'no-table' } }))).toEqual({
        kind: 'nothing-own',
      });
    },
  );
});

describe('events', () => {
  test('belong to the case by identity, else by address', () => {
    const found = events(
      event('dana@contoso.com', '203.0.113.7'),
      event('eve@contoso.com', '203.0.113.7'),
      event(null, '198.51.100.1'),
    );
    const look = judged(read({ found }));
    expect(look.kind === 'events' && look.events.map(({ match }) => match)).toEqual([
      'identity',
      'address',
      null,
    ]);
  });

  test('of others never reach who sees their own only, even where the query let them through', () => {
    const found = events(
      event('eve@contoso.com', '203.0.113.7'),
      event('dana@contoso.com'),
      event(null, '203.0.113.7'),
    );
    const look = judged(read({ sees: 'own', found }));
    expect(look).toMatchObject({ events: [{ identity: { name: 'dana@contoso.com' } }] });
    expect(judged(read({ sees: 'own', found: events(event('eve@contoso.com', '203.0.113.7')) }))).toEqual({
      kind: 'nothing-own',
    });
  });

  test('are shown though no setting is left', () => {
    expect(judged(read({ settings: ok([]), found: events(event('dana@contoso.com')) }))).toMatchObject({
      kind: 'events',
      collected: false,
    });
  });
});

test.each(failures)('a call that fails with %o is "could not ask" or a missing right', (problem, why) => {
  expect(unseen(problem)?.why ?? 'missing-right').toBe(why);
});
