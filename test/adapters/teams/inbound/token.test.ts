import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignatureCheck } from '../../../../adapters/teams/inbound/token.js';
import { FakeTeams } from '../../../fakes/teams/teams.js';
import { type SigningKey, signed } from '../../../fakes/teams/tokens.js';

const minutes = (count: number) => count * 60_000;
const issuer = 'https://api.botframework.com';
const policy = { appId: 'the-bot', issuer, allowedTenants: [] };
const claims = { iss: issuer, aud: policy.appId };

let teams: FakeTeams;
let key: SigningKey;
let now: number;
let check: SignatureCheck;
beforeEach(async () => {
  teams = await FakeTeams.start();
  const [first] = teams.connector.keys;
  if (first === undefined) throw new Error('the channel has no key');
  key = first;
  now = Date.now();
  check = new SignatureCheck(`${teams.connector.url}/.well-known/openidconfiguration`, () => now);
});
afterEach(() => {
  vi.useRealTimers();
  return teams.close();
});

test('a token that was verified is not verified again for some minutes, another one is', async () => {
  const token = await signed(key, claims);
  expect(await check.judge(token, policy)).toBe('genuine');
  teams.connector.keysLeft = 0;
  expect(await check.judge(token, policy)).toBe('genuine');
  const [head = '', body = '', signature = ''] = token.split('.');
  const other = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
  expect(await check.judge(`${head}.${body}.${other}`, policy)).toBe('forged');
});

test.each([
  { what: 'five minutes', exp: 3_600, remembered: 4, over: 6 },
  { what: 'its own time', exp: 120, remembered: 1, over: 3 },
])('a token is looked at again after $what', async ({ exp, remembered, over }) => {
  const began = now;
  const token = await signed(key, { ...claims, exp: Math.floor(began / 1000) + exp });
  expect(await check.judge(token, policy)).toBe('genuine');
  // Whoever looks at it now sees that it has expired.
  vi.useFakeTimers({ toFake: ['Date'], now: began + minutes(120) });
  now = began + minutes(remembered);
  expect(await check.judge(token, policy)).toBe('genuine');
  now = began + minutes(over);
  expect(await check.judge(token, policy)).toBe('forged');
});
