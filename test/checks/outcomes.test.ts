import { describe, expect, test } from 'vitest';
import { lastEnd, unknown, unknownFrom, verdict } from '../../src/checks/outcomes.js';
import { failures } from './fakes.js';

const frame = { witness: 'bot', exposure: 'own' } as const;

describe('an outcome', () => {
  test('a verdict carries its frame and its facts', () => {
    expect(verdict<'dns'>(frame, 'not-found')).toEqual({ ...frame, verdict: 'not-found', facts: {} });
    expect(verdict<'dns'>(frame, 'not-found', { ip: 'b' })).toMatchObject({ facts: { ip: 'b' } });
  });

  test('“could not tell” carries why', () => {
    expect(unknown(frame, 'deadline')).toEqual({ ...frame, verdict: 'unknown', why: 'deadline', facts: {} });
    expect(unknown(frame, 'deadline', { ip: 'b' })).toMatchObject({ facts: { ip: 'b' } });
  });

  test.each(failures)('of the failure %j the reason is %s', (problem, why) => {
    expect(unknownFrom(frame, problem)).toMatchObject({ ...frame, verdict: 'unknown', why, facts: {} });
  });

  test('a role helps against a missing right only', () => {
    for (const [problem] of failures) {
      const outcome = unknownFrom(frame, problem, 'Reader');
      expect(outcome).toMatchObject({ ...frame, verdict: 'unknown' });
      expect('role' in outcome ? outcome.role : null).toBe(problem.kind === 'denied' ? 'Reader' : null);
    }
  });

  test('nothing of the failure itself goes on', () => {
    const text = JSON.stringify(failures.map(([problem]) => unknownFrom(frame, problem, 'Reader')));
    expect(text).not.toMatch(/AADSTS|registries|503/);
  });
});

describe('the last of some ends', () => {
  test.each([
    [['2026-01-02T03:04:05Z'], { expires: '2026-01-02' }],
    [['2026-01-02T03:04:05.678Z', '2027-01-02T00:00:00Z', '2025-12-31'], { expires: '2027-01-02' }],
    [['2026-09-30T00:00:00Z', '2026-10-01T00:00:00Z'], { expires: '2026-10-01' }],
    [[], {}],
    [[null], {}],
    [['2026-01-02T03:04:05Z', null], {}],
    [[''], {}],
    [['never'], {}],
    [['<b>2026-01-02</b>'], {}],
    [['2026-01-02T03:04:05Z', 'tomorrow'], {}],
  ])('%j: %j', (ends, expected) => expect(lastEnd(ends)).toEqual(expected));
});
