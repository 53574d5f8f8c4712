import type { Duplex } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseRange } from '../../src/azure/address-ranges.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { deadlines } from '../../src/azure/deadline.js';
import { createEgress, type Egress } from '../../src/azure/egress.js';
import { type FakeNet, fakeNet } from '../support/fake-net.js';
import { address, contoso, egressOn, signal } from './egress-on.js';

const no = async () => false;
const yes = async () => true;

async function open(egress: Egress, host: string, privateAllowed = no, stop: AbortSignal = signal) {
  const opened = await egress.open(host, privateAllowed, stop);
  if (opened.kind === 'open') opened.socket.destroy();
  return opened;
}

async function registry(net: FakeNet, at = address) {
  net.dns(contoso, [at]);
  return net.serve(at, { names: [contoso], answer: (_request, response) => response.end() });
}

test('opens TLS to the address that was looked up, on port 443', async () => {
  const net = await fakeNet();
  await registry(net);
  expect(await open(egressOn(net), contoso)).toMatchObject({ kind: 'open', dns: { addresses: [address] } });
  expect(net.connections).toEqual([`${address}:443`]);
});

describe('names (T02, T13)', () => {
  test.each(['evil.example', `${contoso}.evil.example`, '169.254.169.254', 'localhost', `${contoso}:22`])(
    '%s is not even looked up',
    async (host) => {
      const net = await fakeNet();
      net.dns(host, [address]);
      expect(await open(egressOn(net), host, yes)).toMatchObject({ kind: 'guard' });
      expect(await egressOn(net).lookUp(host, signal)).toEqual({ kind: 'failed', reason: 'refused' });
      expect(net.lookups).toEqual([]);
    },
  );

  test('names inside a network, 200 of them, make no difference to each other', async () => {
    const net = await fakeNet();
    const egress = egressOn(net);
    const answers = new Set<string>();
    for (const name of fc.sample(fc.domain(), 200))
      answers.add(JSON.stringify(await open(egress, name, yes)));
    expect(answers.size).toBe(1);
    expect([...net.lookups, ...net.connections]).toEqual([]);
  });
});

describe('addresses (T04, T05)', () => {
  test.each([
    ['169.254.169.254'],
    ['168.63.129.16'],
    ['::ffff:127.0.0.1'],
    [address, '127.0.0.1'],
    ['10.1.0.4', '169.254.169.254'],
  ])('nothing goes out where one of them is denied: %s %s', async (...addresses) => {
    const net = await fakeNet();
    await registry(net);
    net.dns(contoso, addresses);
    expect(await open(egressOn(net), contoso, yes)).toMatchObject({ kind: 'guard' });
    expect(net.connections).toEqual([]);
  });

  test('a private address needs a private endpoint', async () => {
    const net = await fakeNet();
    await registry(net, '10.1.0.4');
    expect(await open(egressOn(net), contoso, no)).toMatchObject({ kind: 'guard' });
    expect(net.connections).toEqual([]);
    expect(await open(egressOn(net), contoso, yes)).toMatchObject({ kind: 'open' });
  });

  test('nobody is asked about private endpoints for a public address', async () => {
    const net = await fakeNet();
    await registry(net);
    const asked = vi.fn(yes);
    await open(egressOn(net), contoso, asked);
    expect(asked).not.toHaveBeenCalled();
  });

  test("the operator's own ranges", async () => {
    const net = await fakeNet();
    await registry(net, '10.96.0.1');
    const extraDenied = [parseRange('10.96.0.0/12')].filter((it) => it !== null);
    const egress = createEgress({ network: net.network, cloud: publicCloud, extraDenied });
    expect(await open(egress, contoso, yes)).toMatchObject({ kind: 'guard' });
  });

  test('a name that changes between look-ups is looked up once, and that answer is used', async () => {
    const net = await fakeNet();
    const inside = await net.serve('127.0.0.1', {
      names: [contoso],
      answer: (_request, response) => response.end(),
    });
    await registry(net);
    const answers = [[address], ['127.0.0.1']];
    net.dns(contoso, () => answers.shift() ?? ['127.0.0.1']);
    expect(await open(egressOn(net), contoso, yes)).toMatchObject({ kind: 'open' });
    expect(net.lookups).toEqual([contoso]);
    expect(net.connections).toEqual([`${address}:443`]);
    expect(inside.received() + inside.sent()).toBe(0);
  });
});

describe('DNS and TCP', () => {
  test.each([
    [{ kind: 'not-found', aliases: ['contoso.privatelink.azurecr.io'] }],
    [{ kind: 'failed', reason: 'server-failure' }],
    [{ kind: 'found', addresses: [], aliases: [] }],
  ] as const)('%j ends it', async (dns) => {
    const net = await fakeNet();
    net.dns(contoso, dns);
    expect(await open(egressOn(net), contoso)).toEqual({ kind: 'dns', dns });
  });

  test('refused', async () => {
    const net = await fakeNet();
    net.dns(contoso, [address]);
    expect(await open(egressOn(net), contoso)).toMatchObject({ kind: 'tcp', failure: 'refused' });
  });

  test('unreachable', async () => {
    const net = await fakeNet();
    net.dns(contoso, [address]);
    const connect = () => Promise.reject(Object.assign(new Error(), { code: 'ENETUNREACH' }));
    const network = { ...net.network, connect };
    expect(await open(egressOn({ network }), contoso)).toMatchObject({ kind: 'tcp', failure: 'unreachable' });
  });

  test('an address that does not answer holds up none of the others', async () => {
    const net = await fakeNet();
    await registry(net);
    net.blackHole('2603:1030:20e::4');
    net.dns(contoso, ['2603:1030:20e::4', '20.62.128.11', address]);
    expect(await open(egressOn(net), contoso)).toMatchObject({ kind: 'open' });
    expect(net.connections).toEqual(['2603:1030:20e::4:443', '20.62.128.11:443', `${address}:443`]);
  });
});

describe('deadlines (T12)', () => {
  test('are those of the threat model', () => {
    expect(deadlines).toMatchObject({ dns: 3_000, tcp: 3_000, tls: 5_000, http: 8_000 });
  });

  test('DNS that never answers, and does not listen', async () => {
    const net = await fakeNet();
    const network = { ...net.network, resolve: () => new Promise<never>(() => {}) };
    expect(await open(egressOn({ network }, { dns: 50 }), contoso)).toEqual({
      kind: 'dns',
      dns: { kind: 'failed', reason: 'timeout' },
    });
  });

  test('a connection that never comes about', async () => {
    const net = await fakeNet();
    net.blackHole(address);
    net.dns(contoso, [address]);
    expect(await open(egressOn(net, { tcp: 50 }), contoso)).toMatchObject({
      kind: 'tcp',
      failure: 'timeout',
    });
  });

  test('a connection that comes too late is closed', async () => {
    const net = await fakeNet();
    await registry(net);
    let finish: (socket: Duplex) => void = () => {};
    const connected = new Promise<Duplex>((resolve) => {
      finish = resolve;
    });
    const network = { ...net.network, connect: () => connected };
    expect(await open(egressOn({ network }, { tcp: 50 }), contoso)).toMatchObject({ failure: 'timeout' });
    const socket = await net.network.connect(address, 443, signal);
    finish(socket);
    await vi.waitFor(() => expect(socket.destroyed).toBe(true));
  });

  test('TLS that never answers', async () => {
    const net = await fakeNet();
    await net.mute(address);
    net.dns(contoso, [address]);
    expect(await open(egressOn(net, { tls: 50 }), contoso)).toMatchObject({
      kind: 'tls',
      failure: 'timeout',
    });
  });

  test("the caller's own deadline comes first", async () => {
    const net = await fakeNet();
    await net.mute(address);
    net.dns(contoso, [address]);
    const stop = new AbortController();
    const opening = open(egressOn(net, { tls: 600_000 }), contoso, no, stop.signal);
    await vi.waitFor(() => expect(net.connections).toHaveLength(1));
    setTimeout(() => stop.abort(), 50);
    expect(await opening).toMatchObject({ failure: 'timeout' });
    expect(await open(egressOn(net), contoso, no, AbortSignal.abort())).toMatchObject({ kind: 'dns' });
  });
});

describe('certificates (T08)', () => {
  test.each([
    ['untrusted', { names: [contoso], selfSigned: true }],
    ['wrong-name', { names: ['fabrikam.azurecr.io'] }],
    ['expired', { names: [contoso], from: -3, to: -2 }],
    ['not-yet-valid', { names: [contoso], from: 2, to: 3 }],
  ] as const)('%s: not a byte of HTTP leaves', async (failure, leaf) => {
    const net = await fakeNet();
    net.dns(contoso, [address]);
    const fake = await net.serve(address, { ...leaf, answer: (_request, response) => response.end() });
    expect(await open(egressOn(net), contoso)).toMatchObject({ kind: 'tls', failure });
    expect(fake.received()).toBe(0);
  });

  test("the operator's authority counts only where it is configured", async () => {
    const net = await fakeNet();
    await registry(net);
    const network = { ...net.network, extraCa: [] };
    expect(await open(egressOn({ network }), contoso)).toMatchObject({ kind: 'tls', failure: 'untrusted' });
  });

  test('a wildcard of the suffix will do, as Azure has it', async () => {
    const net = await fakeNet();
    net.dns(contoso, [address]);
    await net.serve(address, { names: ['*.azurecr.io'], answer: (_request, response) => response.end() });
    expect(await open(egressOn(net), contoso)).toMatchObject({ kind: 'open' });
  });

  test('what is no TLS at all failed', async () => {
    const net = await fakeNet();
    net.dns(contoso, [address]);
    await net.plain(address, 'HTTP/1.1 200 OK\r\n\r\n');
    expect(await open(egressOn(net), contoso)).toMatchObject({ kind: 'tls', failure: 'failed' });
  });
});
