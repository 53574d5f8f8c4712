import { RestError } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import type { SandboxResponse } from '../../sandbox/service.js';
import type { Problem } from '../../src/azure/answer.js';
import { Refusal } from '../../src/azure/refusal.js';
import { type Before, hang } from './in-process.js';
import { loginServer, signal, wired } from './wired.js';
import { botWith, dana, registry, subscription, world } from './world.js';

/** "They said no" is never "we could not ask", and nothing that Azure says of itself goes on. */

const server = loginServer('contoso.azurecr.io');
const configured = [subscription.id];

/** What comes of looking for the registry. */
async function problemWith(before: Before, some: { maxRetries?: number; timeoutMs?: number } = {}) {
  const net = wired(world(), { before, configured, ...some });
  const found = await net.management.findRegistry(server, signal);
  return { ...net, problem: found.ok ? null : found.problem };
}

/** Answers of Resource Manager only; sign-in goes on as it is. */
const arm =
  (
    answer: (stop: AbortSignal) => SandboxResponse | Promise<SandboxResponse | undefined> | undefined,
  ): Before =>
  async ({ host }, stop) =>
    host === 'management.azure.com' ? answer(stop) : undefined;

const error = (status: number, code: string, headers: Record<string, string> = {}): SandboxResponse => ({
  status,
  headers,
  body: JSON.stringify({ error: { code, message: 'A message with a canary-7f3a.' } }),
});

describe('a refusal', () => {
  test.each([
    ['*', 'Microsoft.ContainerRegistry/registries/read'],
    ['Microsoft.ContainerRegistry/*', 'Microsoft.ContainerRegistry/registries/read'],
  ])('names the action, where %s is denied', async (denied, action) => {
    const { management } = wired(world({ bot: botWith({ denied: [denied] }) }), { configured });
    expect(await management.findRegistry(server, signal)).toEqual({
      ok: false,
      problem: { kind: 'denied', action },
    });
  });

  test('of one kind leaves the others alone', async () => {
    const action = 'Microsoft.Authorization/roleAssignments/read';
    const { management } = wired(world({ bot: botWith({ denied: [action] }) }));
    const found = await management.findRegistry(server, signal);
    if (!found.ok || found.value === null) throw new Error('not found');
    expect(await management.assignments(found.value, dana.id, signal)).toEqual({
      ok: false,
      problem: { kind: 'denied', action },
    });
    expect(await management.eligibilities(found.value, dana.id, signal)).toMatchObject({ ok: true });
  });

  test('of the token is no missing right', async () => {
    const { problem } = await problemWith(arm(() => error(401, 'InvalidAuthenticationTokenTenant')));
    expect(problem).toEqual({ kind: 'signed-out', code: 'InvalidAuthenticationTokenTenant' });
  });
});

describe('a busy service', () => {
  test('is waited for where that is short', async () => {
    let calls = 0;
    const { problem, net } = await problemWith(
      arm(() => {
        calls += 1;
        return calls === 1
          ? error(429, 'SubscriptionRequestsThrottled', { 'retry-after-ms': '20' })
          : undefined;
      }),
    );
    expect(problem).toBeNull();
    expect(net.count('management.azure.com')).toBe(2);
  });

  test.each([
    [{ 'retry-after': '30' }, 30],
    [{ 'retry-after-ms': '45000' }, 45],
    [{}, null],
  ])('with %j is told at once', async (headers, retryAfterSeconds) => {
    const { problem, net } = await problemWith(
      arm(() => error(429, 'SubscriptionRequestsThrottled', headers)),
    );
    expect(problem).toEqual({ kind: 'throttled', retryAfterSeconds });
    expect(net.count('management.azure.com')).toBe(1);
  });

  test('that the world makes is one too', async () => {
    const faults = [
      {
        name: 'busy',
        host: 'management.azure.com',
        for: 'bot' as const,
        http: { status: 429, retryAfter: 17 },
      },
    ];
    const { management } = wired(world({ faults }));
    expect(await management.findRegistry(server, signal)).toEqual({
      ok: false,
      problem: { kind: 'throttled', retryAfterSeconds: 17 },
    });
  });
});

describe('no answer', () => {
  const unavailable = (reason: string, status: number | null = null) => ({
    kind: 'unavailable',
    reason,
    status,
  });

  test.each([500, 502, 503])('is a status of %i, after the retries', async (status) => {
    const { problem, net } = await problemWith(arm(() => error(status, 'InternalServerError')));
    expect(problem).toEqual(unavailable('server-error', status));
    expect(net.count('management.azure.com')).toBe(3);
  });

  test.each([
    ['ENOTFOUND', 'dns'],
    ['ECONNREFUSED', 'connect'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ESERVFAIL', 'dns'],
    ['EHOSTUNREACH', 'connect'],
    ['ETIMEDOUT', 'timeout'],
    ['EPROTO', 'tls'],
    ['REQUEST_SEND_ERROR', 'protocol'],
  ])('is a connection that ends with %s', async (code, reason) => {
    const { problem } = await problemWith(
      arm(() => {
        throw new RestError('', { code });
      }),
    );
    expect(problem).toEqual(unavailable(reason));
  });

  test('is what the guard refuses', async () => {
    const { problem, net } = await problemWith(
      arm(() => {
        throw new Refusal({ kind: 'unavailable', reason: 'guard', status: null });
      }),
    );
    expect(problem).toEqual(unavailable('guard'));
    expect(net.count('management.azure.com')).toBe(0);
  });

  test('within the time for one try is a timeout, and not repeated', async () => {
    const { problem, net } = await problemWith(arm(hang), { timeoutMs: 60 });
    expect(problem).toEqual(unavailable('timeout'));
    expect(net.count('management.azure.com')).toBe(0);
  });

  test('is a body that is no JSON, or another JSON', async () => {
    for (const body of ['<html>proxy</html>', '{"items":[]}']) {
      const { problem } = await problemWith(arm(() => ({ status: 200, body })));
      expect(problem).toMatchObject({ kind: 'unavailable', reason: 'protocol' });
    }
  });

  test('comes after the signal of the caller, whatever still runs', async () => {
    const { management } = wired(world(), { before: (_, stop) => hang(stop), configured });
    const begun = performance.now();
    const found = await management.findRegistry(server, AbortSignal.timeout(50));
    expect(found).toEqual({ ok: false, problem: unavailable('timeout') });
    expect(performance.now() - begun).toBeLessThan(500);
    expect(await management.findRegistry(server, AbortSignal.abort())).toMatchObject({ ok: false });
  });
});

describe('a list', () => {
  const page = (nextLink: string): SandboxResponse => ({
    status: 200,
    body: JSON.stringify({ value: [], nextLink }),
  });

  test.each([
    'https://management.evil.example/next',
    'https://management.azure.com:8443/next',
    'http://management.azure.com/',
  ])('that goes on at %s is not followed', async (nextLink) => {
    const { problem, net } = await problemWith(arm(() => page(nextLink)));
    expect(problem).toMatchObject({ kind: 'unavailable' });
    const called = net.exchanges.filter(({ request }) => request.headers['authorization']);
    expect(called.map(({ request }) => request.host)).toEqual(['management.azure.com']);
  });

  test('that does not end is given up', async () => {
    const { problem, net } = await problemWith(arm(() => page(`https://management.azure.com${registry.id}`)));
    expect(problem).toEqual({ kind: 'unavailable', reason: 'protocol', status: null });
    expect(net.count('management.azure.com')).toBe(100);
  });
});

test('an answer that leads elsewhere is not followed', async () => {
  const { problem, net } = await problemWith(
    arm(() => ({ status: 307, headers: { location: 'https://graph.microsoft.com/v1.0/users' }, body: '' })),
  );
  expect(problem).toEqual({ kind: 'unavailable', reason: 'protocol', status: 307 });
  expect(net.count('graph.microsoft.com')).toBe(0);
});

test('no problem holds a word of what Azure wrote', async () => {
  const problems: (Problem | null)[] = [];
  for (const [status, code] of [
    [400, 'Bad'],
    [401, 'canary-7f3a leaked'],
    [403, 'AuthorizationFailed'],
    [404, 'NotFound'],
    [409, 'Conflict'],
    [429, 'Busy'],
  ] as const) {
    const { problem } = await problemWith(
      arm(() => error(status, code)),
      { maxRetries: 0 },
    );
    problems.push(problem);
  }
  expect(JSON.stringify(problems)).not.toMatch(/canary|message/);
  expect(problems.map((problem) => problem?.kind)).toEqual([
    'unavailable',
    'signed-out',
    'denied',
    'not-found',
    'unavailable',
    'throttled',
  ]);
});
