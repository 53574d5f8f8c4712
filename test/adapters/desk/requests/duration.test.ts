import { describe, expect, test } from 'vitest';
import { durationIn, durationInWords, unitFor } from '../../../../adapters/desk/requests/duration.js';
import { day, hour } from '../../../access/requests-names.js';

describe('what somebody types', () => {
  test.each([
    ['2', 2 * day],
    [' 14 ', 14 * day],
    ['3 days', 3 * day],
    ['1 Day', day],
    ['3 Tage', 3 * day],
    ['3 Tagen', 3 * day],
    ['3d', 3 * day],
    ['3天', 3 * day],
    ['３', 3 * day],
    ['8 hours', 8 * hour],
    ['8h', 8 * hour],
    ['8 Std.', 8 * hour],
    ['8 Stunden', 8 * hour],
    ['8小时', 8 * hour],
    ['336h', 14 * day],
    ['15', null],
    ['337h', null],
    ['0', null],
    ['00', null],
    ['2 weeks', null],
    ['2 Wochen', null],
    ['1 month', null],
    ['30 minutes', null],
    ['2.5', null],
    ['-2', null],
    ['1 2', null],
    ['2 days ago', null],
    ['', null],
    ['x', null],
  ])('%j is %j, where two weeks are the most', (text, wanted) => {
    expect(durationIn(text, 14 * day)).toBe(wanted);
  });

  test('is hours where a day is too long', () => {
    expect(unitFor(8 * hour)).toEqual({ unit: 'hour', most: 8 });
    expect(durationIn('8', 8 * hour)).toBe(8 * hour);
    expect(durationIn('9', 8 * hour)).toBeNull();
    expect(durationIn('1d', 8 * hour)).toBeNull();
    expect(unitFor(36 * hour)).toEqual({ unit: 'day', most: 1 });
  });
});

test('durations in words', () => {
  expect([day, 14 * day, hour, 36 * hour].map((it) => durationInWords(it, 'en'))).toEqual([
    '1 day',
    '14 days',
    '1 hour',
    '36 hours',
  ]);
  expect(durationInWords(day, 'de')).toBe('1 Tag');
  expect(durationInWords(14 * day, 'zh-Hans')).toBe('14天');
});
