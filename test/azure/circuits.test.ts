import { createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createCircuits } from '../../src/azure/circuits.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { createEgress } from '../../src/azure/egress.js';
import { createEgressClient } from '../../src/azure/egress-client.js';
import { createProbe } from '../../src/azure/probe.js';
import { Refusal } from '../../src/azure/refusal.js';
import { restReader } from '../../src/azure/rest-reader.js';
import { Slots } from '../../src/azure/slots.js';
import { fakeNet } from '../support/fake-net.js';
import { recordedMetrics } from '../support/recorded-metrics.js';
import { address, challenge, contoso, nobody, server, signal } from './egress-on.js';

const arm = '20.62.128.30';
const other = server('fabrikam.azurecr.io');

/** Resource Manager, and two registries, of which the one says nothing but 503. */
async function azure() {
  const net = await fakeNet();
  const state = { arm: 503, time: 0 };
  net.dns('management.azure.com', [arm]);
  net.dns('graph.microsoft.com', ['20.62.128.31']);
  net.dns(contoso, [address]);
  net.dns(other, ['20.62.128.11']);
  const manager = await net.serve(arm, {
    names: ['management.azure.com'],
    answer: (_request, response) => response.writeHead(state.arm).end('{}'),
  });
  await net.serve('20.62.128.31', {
    names: ['graph.microsoft.com'],
    answer: (_request, response) => response.end('{}'),
  });
  const unwell = await net.serve(address, {
    names: [contoso],
    answer: (_request, response) => response.writeHead(503).end(),
  });
  await net.serve('20.62.128.11', {
    names: [other],
    answer: (_request, response) =>
      response.writeHead(401, { 'WWW-Authenticate': challenge.replaceAll(contoso, other) }).end(),
  });
  const { metrics, told } = recordedMetrics();
  const circuits = createCircuits(publicCloud, { metrics, now: () => state.time });
  const egress = createEgress({ network: net.network, cloud: publicCloud, circuits });
  const client = createEgressClient(egress, net.network, null);
  return { state, told, client, manager, unwell, probe: createProbe(egress, nobody) };
}

async function ask(client: HttpClient, host = 'management.azure.com'): Promise<unknown> {
  try {
    const { status } = await client.sendRequest(createPipelineRequest({ url: `https://${host}/x` }));
    return status;
  } catch (error) {
    return error instanceof Refusal ? error.problem : String(error);
  }
}

async function times<T>(count: number, call: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(await call());
  return all;
}

describe('a host that fails', () => {
  test('is not asked for half a minute, and then by one call', async () => {
    const { state, client, manager, told } = await azure();
    expect(await times(5, () => ask(client))).toEqual([503, 503, 503, 503, 503]);
    expect(await ask(client)).toEqual({
      kind: 'circuit-open',
      service: 'resource-manager',
      retryAfterSeconds: 30,
    });
    expect(manager.requests).toHaveLength(5);
    state.time += 30_000;
    state.arm = 200;
    expect(await ask(client)).toBe(200);
    expect(manager.requests).toHaveLength(6);
    const service = 'resource-manager';
    expect(told).toEqual([2, 1, 0].map((value) => ['breaker_state', { service }, value]));
  });

  test('leaves the others alone', async () => {
    const { client } = await azure();
    await times(6, () => ask(client));
    expect(await ask(client, 'graph.microsoft.com')).toBe(200);
  });

  test('that asks to wait is said to do so', async () => {
    const { state, client } = await azure();
    state.arm = 429;
    await times(5, () => ask(client));
    expect(await ask(client)).toEqual({ kind: 'throttled', retryAfterSeconds: 30 });
  });

  test('and says no is asked all the same: no is an answer', async () => {
    const { state, client } = await azure();
    for (state.arm of [401, 403, 404, 409]) await times(6, () => ask(client));
    state.arm = 200;
    expect(await ask(client)).toBe(200);
  });
});

describe('a registry that fails', () => {
  test('is not asked for a while, which is no verdict, and other registries are', async () => {
    const { probe, unwell, told } = await azure();
    const seen = await times(5, () => probe.reach(contoso, signal));
    for (const { http } of seen) expect(http).toEqual({ kind: 'server-error', status: 503 });
    const problem = { kind: 'circuit-open', service: 'registry', retryAfterSeconds: 30 };
    expect(await probe.reach(contoso, signal)).toMatchObject({ notAsked: problem, tcp: null, http: null });
    expect(await probe.anonymousToken(contoso, 'app', signal)).toEqual({ ok: false, problem });
    expect(await probe.way(contoso, contoso, signal)).toMatchObject({ notAsked: problem });
    expect(unwell.requests).toHaveLength(5);
    expect(await probe.reach(other, signal)).toMatchObject({ http: { kind: 'challenged' } });
    expect(JSON.stringify(told)).not.toContain('contoso');
  });

  test('by not being there is always asked: that is what people want to know', async () => {
    const { probe } = await azure();
    const absent = server('absent.azurecr.io');
    for (const reach of await times(12, () => probe.reach(absent, signal))) {
      expect(reach).toMatchObject({ dns: { kind: 'not-found' } });
      expect(reach.notAsked).toBeUndefined();
    }
  });
});

describe('retries', () => {
  /** A client of the SDK's pipeline that would try each request once more. */
  const reader = (httpClient: HttpClient) =>
    restReader(
      'https://management.azure.com',
      { getToken: async () => ({ token: 'arm-token', expiresOnTimestamp: Date.now() + 3_600_000 }) },
      ['https://management.azure.com/.default'],
      { httpClient, retryOptions: { maxRetries: 1, retryDelayInMs: 1 } },
    );

  test('are few, however many calls fail', async () => {
    const { state, client, manager } = await azure();
    const { get } = reader(client);
    for (let i = 0; i < 40; i++) {
      state.arm = i % 4 === 0 ? 503 : 200;
      await get('/x', z.object({}), signal).catch(() => {});
    }
    // Ten fail; a fifth of forty is eight, and those between had but a fifth of fewer.
    const retried = manager.requests.length - 40;
    expect(retried).toBeGreaterThanOrEqual(3);
    expect(retried).toBeLessThanOrEqual(8);
  });

  test.each(['PUT', 'POST', 'PATCH', 'DELETE'] as const)(
    'a %s is sent once, whoever tries again',
    async (method) => {
      const { client, manager } = await azure();
      const request = createPipelineRequest({ url: 'https://management.azure.com/x', method });
      expect((await client.sendRequest(request)).status).toBe(503);
      await expect(client.sendRequest(request)).rejects.toMatchObject({
        problem: { kind: 'unavailable', reason: 'server-error', status: 503 },
      });
      expect(manager.requests).toHaveLength(1);
    },
  );
});

test('who waits for a turn is one of a bounded number; who is one too many is told at once', async () => {
  const slots = new Slots(1);
  let end = (): void => {};
  const first = slots.run(undefined, () => new Promise<void>((resolve) => (end = resolve)));
  const waiting = Array.from({ length: 32 }, () => slots.run(undefined, async () => 'served'));
  await expect(slots.run(undefined, async () => 'served')).rejects.toMatchObject({
    problem: { kind: 'busy' },
  });
  end();
  await first;
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['served']));
});
