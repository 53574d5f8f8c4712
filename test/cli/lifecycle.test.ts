import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openCollector } from '../support/collector.js';
import { freePort } from '../support/free-port.js';
import { Serving } from './serving.js';

const LONG = 90_000;
const settings = {
  TEAMS_LOCAL: '1',
  TEAMS_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  STORE: 'sqlite::memory:',
};

/** Something goes wrong in the process, of itself or in a library, when it is sent SIGUSR2. */
const onSignal = (script: string) => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2', () => { ${script} });`)}`,
});

const tenant = { id: settings.TEAMS_TENANT_ID };
/** Somebody writes to the bot; nobody is there to take its answer. */
const activity = {
  type: 'message',
  id: '1',
  text: 'help',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenant.id },
  channelData: { tenant },
  from: { id: '29:dana', aadObjectId: '22222222-2222-4222-8222-222222222222' },
  recipient: { id: '28:bot' },
};

const BODY = '{"type":"message"}';
/** A delivery of which the body is still to come. */
async function halfDelivered(
  url: string,
): Promise<{ readonly socket: Socket; readonly answer: () => string }> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let read = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    read += text;
  });
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  const head = `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n`;
  socket.write(`${head}{`);
  // It is in the server's hands when another request, sent later, has been answered.
  await fetch(`${url}/livez`);
  return { socket, answer: () => read };
}

describe('SIGTERM', () => {
  test('takes nothing new, lets a delivery that is under way be answered, and ends', {
    timeout: LONG,
  }, async () => {
    const serving = new Serving(settings);
    const url = await serving.url();
    const { socket, answer } = await halfDelivered(url);
    serving.signal('SIGTERM');
    await vi.waitFor(async () => {
      await expect(fetch(`${url}/readyz`)).rejects.toThrow();
    }, 5_000);
    expect(answer()).toBe('');
    socket.write(BODY.slice(1));
    expect(await serving.ended()).toBe(0);
    // No activity that could be read, but an answer: its platform need not send it again.
    expect(answer()).toMatch(/^HTTP\/1\.1 4\d\d /);
    const events = serving.log.map(({ event }) => event);
    expect(events.at(-1)).toBe('bot.stopped');
    expect(events).not.toContain('bot.step-cut-off');
  });

  test('waits five seconds for a delivery that hangs, and not longer', { timeout: LONG }, async () => {
    const serving = new Serving(settings);
    const { socket } = await halfDelivered(await serving.url());
    const began = performance.now();
    serving.signal('SIGTERM');
    expect(await serving.ended()).toBe(0);
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeGreaterThan(4);
    expect(seconds).toBeLessThan(12);
    expect(socket.destroyed || socket.readableEnded).toBe(true);
    expect(serving.log.at(-1)).toMatchObject({ event: 'bot.stopped' });
  });

  test('a second one ends it at once', { timeout: LONG }, async () => {
    const serving = new Serving(settings);
    const { answer } = await halfDelivered(await serving.url());
    serving.signal('SIGTERM');
    await vi.waitFor(() => expect(serving.err).toMatch(/stop/i), 5_000);
    const began = performance.now();
    serving.signal('SIGTERM');
    expect(await serving.endedBy()).toBe('SIGTERM');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(answer()).toBe('');
  });
});

describe('what nobody caught', () => {
  test('a rejection is logged by its code, without its text, and the bot goes on', {
    timeout: LONG,
  }, async () => {
    const lost = `Promise.reject(Object.assign(new TypeError('CANARY'), { code: 'E_LOST' }))`;
    const serving = new Serving({ ...settings, ...onSignal(lost) });
    const url = await serving.url();
    serving.signal('SIGUSR2');
    const line = { level: 'error', event: 'process.unhandled-rejection', code: 'E_LOST', error: 'TypeError' };
    await vi.waitFor(() => expect(serving.log).toContainEqual(expect.objectContaining(line)), 10_000);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await serving.stop()).toBe(0);
    expect(JSON.stringify([serving.log, serving.err])).not.toContain('CANARY');
  });

  test('an exception is logged in the same way, and ends the process', { timeout: LONG }, async () => {
    const thrown = `throw Object.assign(new Error('CANARY'), { name: 'CANARY of a name' })`;
    const serving = new Serving({ ...settings, ...onSignal(thrown) });
    await serving.url();
    serving.signal('SIGUSR2');
    expect(await serving.ended()).toBe(70);
    const line = { level: 'error', event: 'process.uncaught-exception', code: null, error: null };
    expect(serving.log).toContainEqual(expect.objectContaining(line));
    expect(JSON.stringify([serving.log, serving.err])).not.toContain('CANARY');
  });
});

test('an event loop that stands still makes the process not live, for as long as it is late', {
  timeout: LONG,
}, async () => {
  const stall = `const end = Date.now() + 1500; while (Date.now() < end);`;
  const serving = new Serving({ ...settings, ...onSignal(stall) });
  const url = await serving.url();
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  serving.signal('SIGUSR2');
  await vi.waitFor(async () => {
    const answer = await fetch(`${url}/livez`);
    expect([answer.status, await answer.json()]).toEqual([503, { live: false }]);
  }, 5_000);
  await vi.waitFor(async () => expect((await fetch(`${url}/livez`)).status).toBe(200), 10_000);
});

test('/metrics has a port of its own, and is not on the public one; traces go where the operator says', {
  timeout: LONG,
}, async () => {
  const collector = await openCollector();
  const port = String(await freePort());
  const serving = new Serving({
    ...settings,
    METRICS_PORT: port,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });
  const url = await serving.url();
  const metrics = `http://127.0.0.1:${port}/metrics`;
  expect(serving.err).toContain(`Metrics for Prometheus: ${metrics}\n`);
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(404);
  await fetch(`${url}/api/messages`, { method: 'POST', body: 'x' });
  const page = await (await fetch(metrics)).text();
  expect(page).toContain('webhook_total{platform="teams",outcome="malformed"} 1\n');
  expect(page).toContain('ready 1\n');
  const taken = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  expect(taken.status).toBe(200);
  // What is left to send is sent on the way out.
  expect(await serving.stop()).toBe(0);
  expect(collector.spans()).toMatchObject([
    { name: 'turn', attributes: { platform: 'teams', event: 'direct' } },
  ]);
  await expect(fetch(metrics)).rejects.toThrow();
});
