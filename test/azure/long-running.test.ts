import { describe, expect, test } from 'vitest';
import type { SandboxResponse } from '../../sandbox/service.js';
import { error, shown } from './not-written.js';
import { rotating } from './rotating.js';
import { signal } from './wired.js';

/** A password that Azure makes in the background. */

const origin = 'https://management.azure.com';
const place =
  '/subscriptions/x/providers/Microsoft.ContainerRegistry/locations/westeurope/operationResults/7';
const status = place.replace('operationResults', 'operationStatuses');
const at = { location: `${origin}${place}?api-version=2025-11-01`, 'retry-after': '0' };
const progress = { 'azure-asyncoperation': `${origin}${status}?api-version=2025-11-01`, 'retry-after': '0' };

const made: SandboxResponse = {
  status: 200,
  body: JSON.stringify({
    username: 'ci-pull',
    passwords: [
      { name: 'password1', value: 'canary-1' },
      { name: 'password2', value: 'canary-2', creationTime: '2026-03-02T09:00:00Z' },
    ],
  }),
};
const later = (headers: Readonly<Record<string, string>>): SandboxResponse => ({ status: 202, headers });
const says = (word: string): SandboxResponse => ({
  status: 200,
  headers: { 'retry-after': '0' },
  body: JSON.stringify({ status: word }),
});

/** The first answer is to the write, the others to what follows. */
async function renewing(first: SandboxResponse, ...following: readonly SandboxResponse[]) {
  const answers = [...following];
  const { rotator, lab, sent } = rotating(
    {},
    {
      before: async ({ method, host, path }) => {
        if (host.startsWith('login.')) return undefined;
        if (method === 'POST') return first;
        return path === place || path === status ? answers.shift() : { status: 418 };
      },
    },
  );
  const expiresAt = lab.world().now().getTime() + 86_400_000;
  const result = await rotator.renewTokenPassword(lab.registry.id, 'ci-pull', 'password2', expiresAt, signal);
  return { result, calls: sent().map(({ method, path }) => [method, path === lab.registry.id ? '' : path]) };
}

test.each<[string, SandboxResponse, SandboxResponse[], string[]]>([
  ['at once', made, [], []],
  ['at once, by 201', { ...made, status: 201 }, [], []],
  ['at the second look', later(at), [later(at), made], [place, place]],
  [
    'where a later answer leads',
    later({ ...at, location: `${origin}${status}` }),
    [later(at), made],
    [status, place],
  ],
  [
    'after a status',
    later({ ...progress, ...at }),
    [says('InProgress'), says('Succeeded'), made],
    [status, status, place],
  ],
  ['where the status leads', later(progress), [{ ...says('Succeeded'), headers: at }, made], [status, place]],
  ['although a look fails for once', later(at), [error(503, 'ServerTimeout'), made], [place, place]],
])('comes %s', async (_, first, following, looks) => {
  const { result, calls } = await renewing(first, ...following);
  expect(result).toMatchObject({ kind: 'renewed', createdAt: Date.parse('2026-03-02T09:00:00Z') });
  expect(result.kind === 'renewed' && result.secret.reveal()).toBe('canary-2');
  expect(shown(result)).not.toContain('canary');
  expect(calls.map(([method]) => method)).toEqual(['POST', ...looks.map(() => 'GET')]);
  expect(calls.slice(1).map(([, path]) => path)).toEqual(looks);
});

describe('once it is under way, no answer says that it was not done', () => {
  const lost = (reason: string, code: number | null = null) => ({
    kind: 'unanswered',
    problem: { kind: 'unavailable', reason, status: code },
  });
  test.each<[string, SandboxResponse, SandboxResponse[], object]>([
    ['no place to look at', later({}), [], lost('protocol')],
    ['a place at another host', later({ ...at, location: 'https://evil.example/x' }), [], lost('guard')],
    ['a place that is none', later({ ...at, location: '/x' }), [], lost('protocol')],
    [
      'throttled for long',
      later(at),
      [error(429, 'TooManyRequests', 'canary', { 'retry-after': '60' })],
      lost('protocol'),
    ],
    ['a look that is refused', later(at), [error(403, 'AuthorizationFailed')], lost('protocol', 403)],
    ['a look that finds nothing', later(at), [error(404, 'ResourceNotFound')], lost('protocol', 404)],
    ['a look without sign-in', later(at), [error(401, 'AuthenticationFailed')], lost('protocol', 401)],
    ['looks that fail', later(at), Array(3).fill(error(503, 'ServerTimeout')), lost('server-error', 503)],
    [
      'a redirect',
      later(at),
      [{ status: 302, headers: { location: 'https://evil.example/' } }],
      lost('protocol', 302),
    ],
    ['an operation that failed', later(progress), [says('Failed')], lost('server-error')],
    ['an operation that was stopped', later(progress), [says('Canceled')], lost('server-error')],
    ['a status without words', later(progress), [{ status: 200, body: '{"canary":1}' }], lost('protocol')],
    ['a success that leads nowhere', later(progress), [says('Succeeded')], lost('protocol')],
    [
      'a result without passwords',
      later(at),
      [{ status: 200, body: '{"username":"canary"}' }],
      lost('protocol'),
    ],
    ['no content', later(at), [{ status: 204 }], lost('protocol')],
  ])('%s', async (_, first, following, expected) => {
    const { result, calls } = await renewing(first, ...following);
    expect(result).toEqual(expected);
    expect(calls.filter(([method]) => method === 'POST')).toHaveLength(1);
    expect(shown(result)).not.toContain('canary');
  });

  test('nobody waits longer than they want to', async () => {
    const { rotator, lab } = rotating(
      {},
      {
        before: async ({ host }) =>
          host.startsWith('login.') ? undefined : later({ location: at.location, 'retry-after': '600' }),
      },
    );
    const result = await rotator.renewTokenPassword(
      ...([lab.registry.id, 'ci-pull', 'password2', Date.parse('2026-05-01')] as const),
      AbortSignal.timeout(100),
    );
    expect(result).toEqual(lost('timeout'));
  });
});
