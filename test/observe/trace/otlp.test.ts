import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { type LogFields, silent } from '../../../src/observe/log.js';
import { otlpTrace } from '../../../src/observe/trace/otlp.js';
import type { Trace } from '../../../src/observe/trace/trace.js';
import { openCollector } from '../../support/collector.js';

const settings = { headers: {}, serviceName: 'acr-help', ratio: 1 };

test('spans within spans belong together, also where several are under way at once', async () => {
  const collector = await openCollector();
  const { trace, close } = otlpTrace({ ...settings, url: `${collector.url}/v1/traces` }, silent);
  const turn = (platform: 'slack' | 'teams') =>
    trace.span('turn', { platform, event: 'direct' }, async () => {
      await Promise.all(
        (['registry', 'reachability'] as const).map((check) =>
          trace.span('check', { check: check === 'registry' ? 'registry-lookup' : 'dns' }, async (span) => {
            await sleep(5);
            await trace.span('azure', { service: 'graph', method: 'GET' }, async () => {});
            span.set({ outcome: 'answered' });
          }),
        ),
      );
    });
  await Promise.all([turn('slack'), turn('teams')]);
  await close();
  const spans = collector.spans();
  const parentOf = (id: string) => spans.find((it) => it.id === id);
  const turns = spans.filter(({ name }) => name === 'turn');
  expect(turns.map(({ attributes }) => attributes['platform']).toSorted()).toEqual(['slack', 'teams']);
  expect(turns.map(({ parent }) => parent)).toEqual(['', '']);
  const checks = spans.filter(({ name }) => name === 'check');
  expect(checks.map(({ parent }) => parentOf(parent)?.name)).toEqual(['turn', 'turn', 'turn', 'turn']);
  expect(new Set(checks.map(({ parent }) => parent)).size).toBe(2);
  const calls = spans.filter(({ name }) => name === 'azure');
  expect(calls.map(({ parent }) => parentOf(parent)?.name)).toEqual(['check', 'check', 'check', 'check']);
  expect(collector.headers[0]?.['path']).toBe('/v1/traces');
});

test('nothing gets into a span but its attributes: no text of an error, no host, no word that is not listed', async () => {
  const collector = await openCollector();
  const { trace, close } = otlpTrace({ ...settings, url: `${collector.url}/v1/traces` }, silent);
  // What types keep out, programs written without them do not.
  const loose = trace.span as (...given: readonly unknown[]) => Promise<unknown>;
  const attributes = {
    service: 'contoso.azurecr.io',
    method: 'GET',
    url: 'https://CANARY/?sig=CANARY',
    status: 7,
  };
  const failing = loose('azure', attributes, async (span: { set: (more: object) => void }) => {
    span.set({ 'http.request.header.authorization': 'CANARY', status: 'CANARY' });
    throw new Error('CANARY');
  });
  await expect(failing).rejects.toThrow('CANARY');
  await close();
  expect(collector.spans().map((it) => it.attributes)).toEqual([
    { service: 'other', method: 'GET', status: 'other' },
  ]);
  const sent = Buffer.concat(collector.bodies).toString();
  expect(sent).not.toMatch(/CANARY|contoso/);
  // Neither the machine nor the command line.
  const names = [...sent.matchAll(/"key":"([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(names)).toEqual(new Set(['service.name', 'service', 'method', 'status']));
});

test('headers go with it; of a share of nothing, nothing is sent', async () => {
  const collector = await openCollector();
  const work = async (trace: Trace) => trace.span('job', { job: 'grant', attempts: 2 }, async () => 7);
  const told = otlpTrace(
    { ...settings, headers: { 'x-key': 'k 1' }, url: `${collector.url}/v1/traces` },
    silent,
  );
  expect(await work(told.trace)).toBe(7);
  await told.close();
  expect(collector.headers).toEqual([expect.objectContaining({ 'x-key': 'k 1' })]);
  const quiet = otlpTrace({ ...settings, ratio: 0, url: `${collector.url}/v1/traces` }, silent);
  expect(await work(quiet.trace)).toBe(7);
  await quiet.close();
  expect(collector.bodies).toHaveLength(1);
});

test('a collector that is not there is told once, without its address, and keeps nothing from ending', {
  timeout: 30_000,
}, async () => {
  const lines: unknown[] = [];
  const log = { ...silent, warn: (event: string, fields?: LogFields) => void lines.push([event, fields]) };
  const { trace, close } = otlpTrace({ ...settings, url: 'http://127.0.0.1:9/v1/traces' }, log);
  await trace.span('job', { job: 'grant' }, async () => {});
  const began = performance.now();
  await close();
  expect(performance.now() - began).toBeLessThan(4_000);
  await vi.waitFor(() => expect(lines).toEqual([['trace.not-exported', { count: 1 }]]), 20_000);
});
