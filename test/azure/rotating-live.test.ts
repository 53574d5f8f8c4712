import { describe, expect, test } from 'vitest';
import { arm, end, type Ground, live, post, registryOf, writes } from './rotating-live.js';
import { signal } from './wired.js';

/** What becomes of secrets while Azure fails in every way that a world can script. */

const unanswered = (reason: string, status: number | null) => ({
  kind: 'unanswered',
  problem: { kind: 'unavailable', reason, status },
});
const faults = {
  'another write under way': [{ status: 409 }, { kind: 'not-yet', reason: 'busy' }],
  'no right': [{ status: 403 }, { kind: 'refused', reason: 'right' }],
  'too many calls': [
    { status: 429, retryAfter: 7 },
    { kind: 'unanswered', problem: { kind: 'throttled', retryAfterSeconds: 7 } },
  ],
  'a failure': [{ status: 500 }, unanswered('server-error', 500)],
  'a redirect': ['redirect', unanswered('protocol', 302)],
  'no answer': ['hangs', unanswered('timeout', null)],
  'an answer without an end': ['drips', unanswered('timeout', null)],
  'a connection that breaks': ['reset', unanswered('connect', null)],
} as const;
const count = ({ sandbox }: Ground, operation: string) =>
  sandbox.audit().filter((it) => it.operation === operation).length;

describe.each(Object.entries(writes))('%s', (_, { host, on, operation, done, run }) => {
  test('is made once', async () => {
    const ground = await live();
    const result = await run(ground);
    expect([result.kind, count(ground, operation)]).toEqual([done, 1]);
  });

  test.each(Object.entries(faults))(
    'with %s is not made, and not asked for again',
    async (_, [http, meant]) => {
      const ground = await live({ it: { host, http, on } });
      expect(await run(ground)).toEqual(meant);
      expect(count(ground, operation)).toBe(0);
      expect(ground.sandbox.world().ledger.calls.get('it')).toBe(on.calls[0]);
    },
  );

  test.each(
    (['a failure', 'no answer', 'a connection that breaks'] as const).map(
      (name) => [name, ...faults[name]] as const,
    ),
  )('that is made before %s may have been made, and is made once', async (_, http, meant) => {
    const ground = await live({ it: { host, http, on: { ...on, after: true } } });
    const result = await run(ground);
    expect(result).toEqual(meant);
    expect(count(ground, operation)).toBe(1);
    expect(ground.sandbox.world().ledger.calls.get('it')).toBe(on.calls[0]);
  });
});

test('what was made and lost can be told from what is there', async () => {
  const lost = (path: string) => ({
    host: arm.host,
    http: { status: 500 },
    on: { ...post(path), after: true },
  });
  const ground = await live({ it: lost('generateCredentials') });
  const { rotator, sandbox } = ground;
  const read = () => rotator.tokenPasswords(registryOf(ground), 'ci-pull', signal);
  const before = await read();
  sandbox.advance(60_000);
  const asked = sandbox.now().getTime();
  await writes['a password of a token']?.run(ground);
  const after = await read();
  expect(before).toMatchObject({ value: [{ slot: 'password1' }, { slot: 'password2' }] });
  const [made, kept] = (after.ok && after.value) || [];
  expect(made).toMatchObject({ slot: 'password1', expiresAt: end });
  expect(made?.createdAt).toBeGreaterThanOrEqual(asked);
  expect(kept?.createdAt).toBeLessThan(asked);
});
