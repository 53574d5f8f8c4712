import { connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { measured } from '../../src/http/measured.js';
import type { Route } from '../../src/http/route.js';
import { HttpServer, plain } from '../../src/http/server.js';
import { silent } from '../../src/observe/log.js';
import { recordedMetrics } from '../support/recorded-metrics.js';

async function served(handle: Route['handle']) {
  const { metrics, told } = recordedMetrics();
  const route: Route = { method: 'POST', path: '/in', handle };
  const http = new HttpServer([measured(route, 'slack', metrics)], silent);
  const port = await http.listen(0, '127.0.0.1');
  onTestFinished(() => http.close());
  return { told, port, url: `http://127.0.0.1:${port}/in` };
}

test.each([
  [200, 'taken'],
  [401, 'refused'],
  [403, 'refused'],
  [400, 'malformed'],
  [413, 'malformed'],
  [501, 'malformed'],
  [503, 'not-now'],
  [500, 'failed'],
] as const)('an answer of %i is counted as %s', async (status, outcome) => {
  const { url, told } = await served(async (_request, response) => plain(response, status));
  await fetch(url, { method: 'POST' });
  await vi.waitFor(() => expect(told[0]).toEqual(['webhook_total', { platform: 'slack', outcome }, 1]));
  expect(told.slice(1).map(([name]) => name)).toEqual(outcome === 'taken' ? ['ack_seconds'] : []);
});

test('what breaks inside has failed', async () => {
  const { url, told } = await served(() => Promise.reject(new Error('CANARY')));
  expect((await fetch(url, { method: 'POST' })).status).toBe(500);
  await vi.waitFor(() =>
    expect(told).toEqual([['webhook_total', { platform: 'slack', outcome: 'failed' }, 1]]),
  );
});

test('a platform that goes away was answered by nobody', async () => {
  const { port, told } = await served(() => new Promise(() => {}));
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /in HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.resetAndDestroy();
  await vi.waitFor(() =>
    expect(told).toEqual([['webhook_total', { platform: 'slack', outcome: 'cut-off' }, 1]]),
  );
});
