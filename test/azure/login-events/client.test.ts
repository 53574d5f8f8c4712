import { describe, expect, test } from 'vitest';
import type { SandboxResponse } from '../../../sandbox/service.js';
import { type Before, hang } from '../in-process.js';
import { signal, wired } from '../wired.js';
import { assigned, bot, botWith, subscription } from '../world.js';
import { event, failuresIn, logging, minutesAgo, registryIn, setting, workspace } from './world.js';

/** The client of the SDK, unchanged, against the sandbox's Log Analytics. */

const readLog = 'Microsoft.Insights/logs/ContainerRegistryLoginEvents/read';
const denied = { ok: false, problem: { kind: 'denied', action: readLog } };

test('failures: those that are wanted first, the newest of them first; a success is none', async () => {
  const { found, net } = await failuresIn(
    logging([
      event(50, { identity: 'eve@contoso.onmicrosoft.com', ip: '198.51.100.9' }),
      event(40),
      event(30, { identity: '', result: '403' }),
      event(20, { result: '200' }),
      event(10),
    ]),
  );
  expect(found).toMatchObject({ ok: true, value: { kind: 'events', more: false, partial: false } });
  const events = found.ok && found.value.kind === 'events' ? found.value.events : [];
  expect(events.map(({ at, status, identity }) => [at.slice(11, 16), status, identity])).toEqual([
    ['08:50', 401, { kind: 'named', name: 'dana@contoso.onmicrosoft.com' }],
    ['08:20', 401, { kind: 'named', name: 'dana@contoso.onmicrosoft.com' }],
    ['08:30', 403, { kind: 'none' }],
    ['08:10', 401, { kind: 'named', name: 'eve@contoso.onmicrosoft.com' }],
  ]);
  const { request } = net.net.exchanges.find((it) => it.request.host === 'api.loganalytics.io') ?? {};
  expect(request?.path).toMatch(/^\/v1\/subscriptions\/.*\/registries\/contoso\/query$/);
  expect(JSON.parse(request?.body ?? '{}').timespan).toBe(
    '2026-03-01T09:00:00.000Z/2026-03-02T09:00:00.000Z',
  );
});

test('of others nothing comes where only the wanted are asked for', async () => {
  const others = [event(50, { identity: 'eve@contoso.onmicrosoft.com' }), event(40)];
  const { found } = await failuresIn(logging(others), {}, { onlyThese: true });
  expect(found).toMatchObject({
    value: { events: [{ at: minutesAgo(40).toISOString().replace('.000', '') }] },
  });
});

test('what has not arrived yet, and what lies before the window, is not found', async () => {
  const { found } = await failuresIn(logging([event(2), event(40), event(25 * 60)]));
  expect(found).toMatchObject({ value: { kind: 'events', events: [{ at: '2026-03-02T08:20:00Z' }] } });
});

test('no more than fifty are read, and that there are more is told', async () => {
  const many = Array.from({ length: 60 }, (_, i) => event(10 + i));
  const { found } = await failuresIn(logging(many));
  expect(found).toMatchObject({ value: { more: true } });
  expect(found.ok && found.value.kind === 'events' && found.value.events.length).toBe(50);
});

describe('logs that are not collected are not "no failures"', () => {
  test('no setting: no workspace knows the table', async () => {
    const { found } = await failuresIn(logging([event(40)], {}, []));
    expect(found).toEqual({ ok: true, value: { kind: 'no-table' } });
  });

  test('a workspace may know the table all the same', async () => {
    const early = { ...setting, workspace: { ...workspace, tables: 'always' as const } };
    const { found } = await failuresIn(logging([], {}, [early]));
    expect(found).toEqual({ ok: true, value: { kind: 'events', events: [], more: false, partial: false } });
  });

  test.each([
    ['by category', setting, { workspace: workspace.id, loginEvents: true }],
    ['by group', { ...setting, categories: ['audit'] }, { workspace: workspace.id, loginEvents: true }],
    [
      'other logs only',
      { ...setting, categories: ['ContainerRegistryRepositoryEvents'] },
      { workspace: workspace.id, loginEvents: false },
    ],
    ['elsewhere', { ...setting, workspace: null }, { workspace: null, loginEvents: true }],
  ])('a setting %s', async (_, it, expected) => {
    const net = wired(logging([], {}, [it]));
    expect(await net.loginEvents.settings(await registryIn(net), signal)).toEqual({
      ok: true,
      value: [expected],
    });
  });
});

describe('who may not', () => {
  test('is told the action that is missing', async () => {
    const { found } = await failuresIn(
      logging([event(40)], { bot: botWith({ denied: [readLog, 'Microsoft.OperationalInsights/*'] }) }),
    );
    expect(found).toEqual(denied);
  });

  test('is told the action for the settings', async () => {
    const action = 'Microsoft.Insights/diagnosticSettings/read';
    const net = wired(logging([], { bot: botWith({ denied: ['*diagnosticSettings/read'] }) }));
    const found = await net.loginEvents.settings(await registryIn(net), signal);
    expect(found).toEqual({ ok: false, problem: { kind: 'denied', action } });
  });

  test('a workspace that is closed to rights on resources gives nothing, without a word', async () => {
    const closed = {
      ...setting,
      workspace: { ...workspace, resourceContext: false, tables: 'always' as const },
    };
    const nothing = botWith({ denied: ['Microsoft.OperationalInsights/*'] });
    const { found } = await failuresIn(logging([event(40)], { bot: nothing }, [closed]));
    expect(found).toEqual({ ok: true, value: { kind: 'no-table' } });
  });

  test('Log Analytics Reader on the workspace is enough', async () => {
    const blind = { ...subscription, botReads: false };
    const logged = logging([event(40)], {
      subscriptions: new Map([[blind.name, blind]]),
      assignments: [assigned('Log Analytics Reader', bot.objectId, { scope: workspace.id })],
    });
    const { found } = await failuresIn(logged);
    expect(found).toMatchObject({ value: { kind: 'events', events: [{ status: 401 }] } });
  });
});

describe('an answer that is none', () => {
  const logs =
    (answer: (stop: AbortSignal) => SandboxResponse | Promise<SandboxResponse>): Before =>
    async ({ host }, stop) =>
      host === 'api.loganalytics.io' ? answer(stop) : undefined;
  const body = (status: number, text: string, headers = {}): SandboxResponse => ({
    status,
    headers,
    body: text,
  });
  const failing = (before: Before) => failuresIn(logging([event(40)]), { before, maxRetries: 1 });

  test.each([
    ['throttled', body(429, '{}', { 'retry-after': '30' }), { kind: 'throttled', retryAfterSeconds: 30 }],
    ['an error without a body', body(500, ''), { kind: 'unavailable', reason: 'server-error', status: 500 }],
    [
      'another mistake in the query',
      body(400, '{"error":{"code":"BadArgumentError","message":"m","innererror":{"code":"SyntaxError"}}}'),
      { kind: 'unavailable', reason: 'protocol', status: 400 },
    ],
    [
      'no table at all',
      body(200, '{"tables":[]}'),
      { kind: 'unavailable', reason: 'protocol', status: null },
    ],
    [
      'a page of something in between',
      body(200, '<html>'),
      { kind: 'unavailable', reason: 'protocol', status: null },
    ],
    [
      'a redirect',
      body(302, '', { location: 'https://evil.example/' }),
      { kind: 'unavailable', reason: 'protocol', status: 302 },
    ],
  ])('%s', async (_, answer, problem) => {
    const { found } = await failing(logs(() => answer));
    expect(found).toEqual({ ok: false, problem });
  });

  test('the signal ends a query that hangs, and its request', async () => {
    const stop = new AbortController();
    const requests: AbortSignal[] = [];
    const before = logs((it) => {
      requests.push(it);
      setTimeout(() => stop.abort(), 5);
      return hang(it);
    });
    const begun = performance.now();
    const { found } = await failuresIn(logging([event(40)]), { before, timeoutMs: 60_000 }, {}, stop.signal);
    expect(found).toEqual({ ok: false, problem: { kind: 'unavailable', reason: 'timeout', status: null } });
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(requests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('a redirect is not followed, not even on the same host', async () => {
    const location = 'https://api.loganalytics.io/v1/elsewhere';
    const { net } = await failing(logs(() => body(307, '', { location })));
    expect(net.net.count('api.loganalytics.io')).toBe(1);
  });

  test('a part of the result is told as such', async () => {
    const columns = [{ name: 'TimeGenerated', type: 'datetime' }];
    const text = JSON.stringify({
      tables: [{ name: 'PrimaryResult', columns, rows: [['2026-03-02T08:00:00Z']] }],
      error: { code: 'PartialError', message: 'm' },
    });
    const { found } = await failing(logs(() => body(200, text)));
    expect(found).toMatchObject({
      value: { kind: 'events', partial: true, events: [{ identity: { kind: 'none' } }] },
    });
  });
});
