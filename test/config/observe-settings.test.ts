import { expect, test } from 'vitest';
import { headersOf } from '../../src/config/otlp-headers.js';
import { readSettings } from '../../src/config/settings.js';

function observe(env: Readonly<Record<string, string>>) {
  const read = readSettings(env);
  return 'server' in read ? read.observe : read;
}

const endpoint = 'http://otel-collector:4318';

test('nothing is measured or traced unless it is asked for', () => {
  expect(observe({ OTEL_SERVICE_NAME: 'x', METRICS_HOST: '0.0.0.0' })).toEqual({
    metrics: null,
    traces: null,
  });
});

test('what is asked for, and what else is so', () => {
  expect(observe({ METRICS_PORT: '9464', OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/` })).toEqual({
    metrics: { host: '127.0.0.1', port: 9464 },
    traces: { url: `${endpoint}/v1/traces`, headers: {}, serviceName: 'acr-help', ratio: 1 },
  });
});

test('headers, which may hold a key, go over TLS or stay on this machine', () => {
  const OTEL_EXPORTER_OTLP_HEADERS = 'api-key=fake%20key, x-tenant=a';
  const headers = { 'api-key': 'fake key', 'x-tenant': 'a' };
  for (const it of ['https://otel.example', 'http://127.0.0.1:4318', 'http://localhost:4318'])
    expect(observe({ OTEL_EXPORTER_OTLP_HEADERS, OTEL_EXPORTER_OTLP_ENDPOINT: it })).toMatchObject({
      traces: { headers },
    });
  expect(observe({ OTEL_EXPORTER_OTLP_HEADERS, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toEqual([
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_EXPORTER_OTLP_HEADERS',
  ]);
});

test('metrics are never where the public is', () => {
  expect(observe({ METRICS_PORT: '3978' })).toEqual(['METRICS_PORT']);
  expect(observe({ METRICS_PORT: '9000', PORT: '09000' })).toEqual(['METRICS_PORT']);
});

test.each([
  ['METRICS_HOST', 'metrics.example'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'ftp://x'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://user:fake@otel.example'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://otel.example/?key=fake'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'no value'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'x=%0d%0aevil:1'],
  ['OTEL_SERVICE_NAME', 'a b'],
  ['OTEL_TRACES_SAMPLER_ARG', '2'],
])('%s cannot be %s', (name, value) => {
  expect(observe({ [name]: value })).toEqual([name]);
});

test('a name that objects have from birth is a header like others', () => {
  expect(headersOf('constructor=1')).toEqual({ constructor: '1' });
  expect(headersOf('a=b=c')).toEqual({ a: 'b=c' });
  expect(headersOf('a=%zz')).toBeNull();
});
