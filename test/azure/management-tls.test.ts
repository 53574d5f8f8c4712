import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { arm } from '../../sandbox/arm/arm.js';
import { entra } from '../../sandbox/entra/entra.js';
import { graph } from '../../sandbox/graph/graph.js';
import type { Service } from '../../sandbox/service.js';
import { armClients, graphReader } from '../../src/azure/clients.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { createCredential } from '../../src/azure/credential.js';
import { createDirectory } from '../../src/azure/directory.js';
import { createEgressClient } from '../../src/azure/egress-client.js';
import { createManagement } from '../../src/azure/management.js';
import { type FakeNet, fakeNet, type Recorded } from '../support/fake-net.js';
import { egressOn } from './egress-on.js';
import { asBot, loginServer, signal } from './wired.js';
import { dana, pipeline, subscription, world } from './world.js';

/** The same over sockets: production transport and guard, TLS, the services of the sandbox behind real names. */

const addresses = {
  'login.microsoftonline.com': '20.190.128.1',
  'management.azure.com': '20.62.128.30',
  'graph.microsoft.com': '20.20.32.10',
} as const;
const services: Readonly<Record<keyof typeof addresses, Service>> = {
  'login.microsoftonline.com': entra,
  'management.azure.com': arm,
  'graph.microsoft.com': graph,
};
type Host = keyof typeof addresses;
type Answer = (request: Recorded, response: ServerResponse) => void;

const server = loginServer('contoso.azurecr.io');

function serviceAt(host: Host): Answer {
  return async ({ method, url, headers, body }, response) => {
    const { pathname, searchParams } = new URL(url, `https://${host}`);
    const plain = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]);
    const answer = await services[host](
      {
        method,
        host,
        path: pathname,
        query: searchParams,
        headers: Object.fromEntries(plain),
        body,
        from: 'bot',
        address: '192.0.2.1',
      },
      world(),
    );
    response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
  };
}

async function azure(instead: Partial<Record<Host, Answer>> = {}, timeoutMs = 3000) {
  const net: FakeNet = await fakeNet();
  const hosts = Object.entries(addresses) as [Host, string][];
  const servers = await Promise.all(
    hosts.map(async ([host, address]) => {
      net.dns(host, [address]);
      return net.serve(address, { names: [host], answer: instead[host] ?? serviceAt(host) });
    }),
  );
  const httpClient = createEgressClient(egressOn(net), net.network, null);
  const transport = { httpClient, timeoutMs, maxRetries: 0, retryDelayMs: 10 };
  const credential = createCredential(publicCloud, asBot, transport);
  return {
    net,
    calls: () => servers.flatMap(({ requests }) => requests.map(({ method, url }) => `${method} ${url}`)),
    management: createManagement(armClients(publicCloud, credential, transport), [subscription.id]),
    directory: createDirectory(graphReader(publicCloud, credential, transport)),
  };
}

test('a registry and what belongs to it are read with one sign-in, each host over its own connections', async () => {
  const { management, directory, net, calls } = await azure();
  const found = await management.findRegistry(server, signal);
  if (!found.ok || found.value === null) throw new Error(JSON.stringify(found));
  const it = found.value;
  const [tokens, held, app] = await Promise.all([
    management.tokens(it, signal),
    management.assignments(it, dana.id, signal),
    directory.application(pipeline.clientId, signal),
  ]);
  expect([tokens.ok, held.ok && held.value.length, app.ok]).toEqual([true, 2, true]);
  expect(calls().filter((call) => call.startsWith('POST'))).toHaveLength(2);
  expect(new Set(net.lookups)).toEqual(new Set(Object.keys(addresses)));
});

describe('an answer', () => {
  const drips: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };
  const floods: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): boolean => response.write(' '.repeat(2 ** 20));
    response.on('drain', more);
    more();
  };

  test('whose body drips ends with the time for a try', async () => {
    const { management } = await azure({ 'management.azure.com': drips }, 150);
    const begun = performance.now();
    expect(await management.findRegistry(server, signal)).toEqual({
      ok: false,
      problem: { kind: 'unavailable', reason: 'timeout', status: null },
    });
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test('that does not end is not read to the end', async () => {
    const { management } = await azure({ 'management.azure.com': floods });
    const begun = performance.now();
    expect(await management.findRegistry(server, signal)).toMatchObject({
      ok: false,
      problem: { kind: 'unavailable' },
    });
    expect(performance.now() - begun).toBeLessThan(2500);
  });

  test('that leads elsewhere is not followed', async () => {
    const { management, net } = await azure({
      'management.azure.com': (_, response) =>
        response.writeHead(307, { location: 'https://graph.microsoft.com/v1.0/users' }).end(),
    });
    expect(await management.findRegistry(server, signal)).toMatchObject({ ok: false });
    expect(net.lookups).not.toContain('graph.microsoft.com');
  });
});

test('a sign-in host that drips its token does not hang the bot', async () => {
  const { directory } = await azure(
    {
      'login.microsoftonline.com': (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      },
    },
    150,
  );
  expect(await directory.user(dana.id, signal)).toEqual({
    ok: false,
    problem: { kind: 'unavailable', reason: 'timeout', status: null },
  });
});
