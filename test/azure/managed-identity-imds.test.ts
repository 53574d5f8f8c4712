import { afterEach, expect, test } from 'vitest';
import type { World } from '../../sandbox/world/world.js';
import { tokenSource } from '../../src/azure/token-source.js';
import { type Before, hang } from './in-process.js';
import { loginServer, signal, wired } from './wired.js';
import { bot, botWith, kubelet, pipeline, world } from './world.js';

/**
 * Managed identity of a virtual machine. MSAL keeps endpoint, transport and tokens of the first use for the life of
 * the process (azure-sdk.md §3.5): each form has a file of its own, which Vitest runs in a thread of its own, and its
 * tests share one network and ask for different resources.
 */

let current: World = world();
let before: Before = async () => undefined;
afterEach(() => {
  current = world();
  before = async () => undefined;
});

const wire = (clientId: string | null) =>
  wired(() => current, {
    spec: { kind: 'managed-identity', clientId },
    before: (request, stop) => before(request, stop),
    timeoutMs: 50,
    maxRetries: 0,
  });
const { management, net, credential } = wire(null);

test('the bot reads Azure as the identity of its machine', async () => {
  const found = await management.findRegistry(loginServer('contoso.azurecr.io'), signal);
  expect(found).toMatchObject({ ok: true, value: { name: 'contoso' } });
  const [first] = net.exchanges;
  expect(first?.request).toMatchObject({
    host: '169.254.169.254',
    path: '/metadata/identity/oauth2/token',
    headers: { metadata: 'true' },
  });
  expect(JSON.parse(first?.response.body ?? '')).toMatchObject({
    client_id: bot.clientId,
    token_type: 'Bearer',
  });
});

test('another identity of the machine is one by its client id', async () => {
  const answer = await tokenSource(wire(kubelet.clientId).credential)(
    'https://vault.azure.net/.default',
    signal,
  );
  expect(answer.ok).toBe(true);
  expect(JSON.parse(net.exchanges.at(-1)?.response.body ?? '')).toMatchObject({
    client_id: kubelet.clientId,
  });
});

test('an identity that is not attached is refused', async () => {
  const other = wire(pipeline.clientId).credential;
  const answer = await tokenSource(other)('https://graph.microsoft.com/.default', signal);
  expect(answer).toEqual({ ok: false, problem: { kind: 'signed-out', code: 'HTTP 400' } });
});

test('a machine without identity is refused', async () => {
  current = world({ bot: botWith({ signIn: 'none' }) });
  const answer = await tokenSource(credential)('https://graph.microsoft.com/.default', signal);
  expect(answer).toEqual({ ok: false, problem: { kind: 'signed-out', code: 'HTTP 400' } });
});

test('an endpoint that hangs is given up, although the credential drops policies', async () => {
  before = (_, stop) => hang(stop);
  const answer = await tokenSource(credential)('https://api.loganalytics.io/.default', signal);
  expect(answer).toEqual({ ok: false, problem: { kind: 'unavailable', reason: 'timeout', status: null } });
});
