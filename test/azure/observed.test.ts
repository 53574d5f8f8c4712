import { expect, test } from 'vitest';
import { chinaCloud, publicCloud } from '../../src/azure/clouds.js';
import { observed, statusOf } from '../../src/azure/observed.js';
import { serviceOf } from '../../src/azure/service.js';
import { noTrace } from '../../src/observe/trace/trace.js';
import { recordedMetrics } from '../support/recorded-metrics.js';

test.each([
  ['management.azure.com', 'resource-manager'],
  ['graph.microsoft.com', 'graph'],
  ['login.microsoftonline.com', 'entra'],
  ['api.loganalytics.io', 'log-analytics'],
  ['contoso.azurecr.io', 'registry'],
  ['contoso.westeurope.data.azurecr.io', 'registry-data'],
  ['contoso-keys.vault.azure.net', 'key-vault'],
  ['contoso.example', 'other'],
  ['xmanagement.azure.com', 'other'],
] as const)('%s is counted as %s', (host, service) => {
  expect(serviceOf(host, publicCloud)).toBe(service);
});

test('the other name of a cloud is its sign-in', () => {
  expect(serviceOf('login.partner.microsoftonline.cn', chinaCloud)).toBe('entra');
});

test('a status is itself where it calls for something, else its class', () => {
  expect([200, 204, 307, 400, 401, 403, 404, 409, 412, 429, 500, 503].map(statusOf)).toEqual([
    '2xx',
    '2xx',
    '3xx',
    '400',
    '401',
    '403',
    '404',
    '409',
    '4xx',
    '429',
    '5xx',
    '5xx',
  ]);
});

test('an answer says how far the clocks are apart; a failure is counted, and passed on as it is', async () => {
  const { metrics, told } = recordedMetrics();
  const at = Date.parse('Sun, 29 Nov 2026 12:00:00 GMT');
  const counting = { telemetry: { metrics, trace: noTrace }, now: () => at + 90_400 };
  const about = { service: 'graph', method: 'GET' } as const;
  const judge = (date: string | null) => ({ status: date === null ? 'timeout' : '2xx', date }) as const;
  const date = 'Sun, 29 Nov 2026 12:00:00 GMT';
  expect(await observed({ counting }, about, async () => date, judge)).toBe(date);
  await observed({ counting }, about, async () => 'not a date', judge);
  const failure = new Error('CANARY');
  const failing = observed({ counting }, about, () => Promise.reject(failure), judge);
  await expect(failing).rejects.toBe(failure);
  expect(told).toEqual([
    ['azure_requests_total', { service: 'graph', status: '2xx' }, 1],
    ['clock_skew_seconds', {}, -90],
    ['azure_requests_total', { service: 'graph', status: '2xx' }, 1],
    ['azure_requests_total', { service: 'graph', status: 'timeout' }, 1],
  ]);
});
