import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import type { Side } from '../../sandbox/service.js';
import { armClients, graphReader } from '../../src/azure/clients.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { createCredential } from '../../src/azure/credential.js';
import { createDirectory } from '../../src/azure/directory.js';
import { createEgress } from '../../src/azure/egress.js';
import { createEgressClient } from '../../src/azure/egress-client.js';
import { createManagement } from '../../src/azure/management.js';
import { repository } from '../support/temp.js';
import { loginServer, signal } from './wired.js';

/** The same over sockets: production transport, guard and TLS, against a world that runs on loopback. */

const text = readFileSync(join(repository, 'sandbox', 'worlds', 'role-missing.yaml'), 'utf8');
const registry = loginServer('contosobuilds.azurecr.io');

/** A world with a fault of the bot's network, and the clients that read it. */
async function open(fault: object | null = null, timeoutMs = 3000) {
  const faults = fault === null ? {} : { it: { for: 'bot', ...fault } };
  const opened = await openSandbox(`${text}\nfaults: ${JSON.stringify(faults)}\n`);
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  const { sandbox } = opened;
  onTestFinished(sandbox.close);
  return { sandbox, ...clients(sandbox, 'bot', timeoutMs) };
}

function clients(sandbox: Sandbox, side: Side, timeoutMs: number) {
  const network = sandbox.network(side);
  const lookups: string[] = [];
  const watched = {
    ...network,
    resolve: (name: string, stop: AbortSignal) => {
      lookups.push(name);
      return network.resolve(name, stop);
    },
  };
  const egress = createEgress({ network: watched, cloud: publicCloud });
  const httpClient = createEgressClient(egress, watched, null);
  const transport = { httpClient, timeoutMs, maxRetries: 0, retryDelayMs: 10 };
  const spec = sandbox.botCredential();
  if (spec === null) throw new Error('the bot has no sign-in in this world');
  const credential = createCredential(publicCloud, spec, transport);
  return {
    lookups,
    management: createManagement(armClients(publicCloud, credential, transport), null),
    directory: createDirectory(graphReader(publicCloud, credential, transport)),
  };
}

test('a registry and what decides about it are read as the world has them', async () => {
  const { sandbox, management, directory, lookups } = await open();
  const found = await management.findRegistry(registry, signal);
  if (!found.ok || found.value === null) throw new Error(JSON.stringify(found));
  const build = sandbox.world().servicePrincipals.get('sp-build');
  const [held, application] = await Promise.all([
    management.assignments(found.value, build?.objectId ?? '', signal),
    directory.application(build?.clientId ?? '', signal),
  ]);
  expect(found.value).toMatchObject({ name: 'contosobuilds', mode: 'legacy', sku: 'Premium' });
  expect(held).toEqual({ ok: true, value: [] });
  expect(application).toMatchObject({ ok: true, value: { secrets: [{}, {}] } });
  expect(new Set(lookups)).toEqual(
    new Set(['login.microsoftonline.com', 'management.azure.com', 'graph.microsoft.com']),
  );
});

describe.each(['management.azure.com', 'login.microsoftonline.com'])('%s', (host) => {
  test.each([
    [{ dns: 'not-found' }, 'dns'],
    [{ dns: 'server-failure' }, 'dns'],
    [{ tcp: 'refused' }, 'connect'],
    [{ tcp: 'unreachable' }, 'connect'],
    [{ tls: 'untrusted' }, 'tls'],
    [{ tls: 'wrong-name' }, 'tls'],
    [{ tls: 'expired' }, 'tls'],
    [{ tls: 'hangs' }, 'timeout'],
    [{ http: 'hangs' }, 'timeout'],
    [{ http: 'drips' }, 'timeout'],
  ])('that has %j is unavailable: %s', async (fault, reason) => {
    const short = reason === 'timeout' ? 200 : 10_000;
    const { management } = await open({ host, ...fault }, short);
    const begun = performance.now();
    expect(await management.findRegistry(registry, signal)).toEqual({
      ok: false,
      problem: { kind: 'unavailable', reason, status: null },
    });
    expect(performance.now() - begun).toBeLessThan(8000);
  });

  test('that is busy says for how long', async () => {
    const { management } = await open({ host, http: { status: 429, retryAfter: 40 } });
    expect(await management.findRegistry(registry, signal)).toEqual({
      ok: false,
      problem: { kind: 'throttled', retryAfterSeconds: 40 },
    });
  });
});

test("a fault of the bot's network is none of the person's", async () => {
  const { sandbox } = await open({ host: 'management.azure.com', tcp: 'refused' });
  const { management } = clients(sandbox, 'person', 3000);
  expect(await management.findRegistry(registry, signal)).toMatchObject({ ok: true });
});

test('a repaired world is seen at once', async () => {
  const { sandbox, management } = await open();
  const [first] = sandbox.world().changes;
  expect(sandbox.apply(first ?? '')).toEqual([]);
  expect(await management.findRegistry(registry, signal)).toMatchObject({ ok: true });
});
