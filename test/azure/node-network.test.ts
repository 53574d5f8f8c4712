import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createNodeNetwork } from '../../src/azure/node-network.js';
import { type DnsAnswer, fakeDns } from '../support/fake-dns.js';
import { signal } from './egress-on.js';

const name = 'contoso.azurecr.io';
const ipv6 = '2603:1030:020e:0000:0000:0000:0000:0004';

async function resolve(table: Record<string, DnsAnswer>, stop = signal) {
  const { server, queries } = await fakeDns(table);
  const network = createNodeNetwork({ dnsServers: [server] });
  return { answer: await network.resolve(name, stop), queries };
}

describe('DNS', () => {
  test('both families, and the chain of names', async () => {
    const { answer } = await resolve({
      [name]: { cname: 'contoso.privatelink.azurecr.io' },
      'contoso.privatelink.azurecr.io': { cname: 'R1.azcr.io' },
      'R1.azcr.io': { cname: 'front.trafficmanager.net' },
      'r1.azcr.io': { cname: 'front.trafficmanager.net' },
      'front.trafficmanager.net': { a: ['20.62.128.10', '20.62.128.11'], aaaa: [ipv6] },
    });
    expect(answer).toEqual({
      kind: 'found',
      addresses: ['20.62.128.10', '20.62.128.11', '2603:1030:20e::4'],
      aliases: ['contoso.privatelink.azurecr.io', 'r1.azcr.io', 'front.trafficmanager.net'],
    });
  });

  test('asks for addresses once each (T05)', async () => {
    const { queries } = await resolve({ [name]: { a: ['20.62.128.10'] } });
    expect(queries.toSorted()).toEqual([`${name}/1`, `${name}/28`, `${name}/5`]);
  });

  test('IPv6 alone', async () => {
    const { answer } = await resolve({ [name]: { aaaa: [ipv6] } });
    expect(answer).toMatchObject({ kind: 'found', addresses: ['2603:1030:20e::4'] });
  });

  test('a name without addresses is one all the same', async () => {
    expect((await resolve({ [name]: {} })).answer).toEqual({ kind: 'found', addresses: [], aliases: [] });
  });

  test('NXDOMAIN', async () => {
    expect((await resolve({})).answer).toEqual({ kind: 'not-found', aliases: [] });
  });

  test('NXDOMAIN at the end of a chain, as where a private zone lacks the record', async () => {
    const { answer } = await resolve({ [name]: { cname: 'contoso.privatelink.azurecr.io' } });
    expect(answer).toEqual({ kind: 'not-found', aliases: ['contoso.privatelink.azurecr.io'] });
  });

  test.each([
    ['servfail', 'server-failure'],
    ['refused', 'refused'],
  ] as const)('%s says nothing about the name', async (how, reason) => {
    expect((await resolve({ [name]: how })).answer).toEqual({ kind: 'failed', reason });
  });

  test('no answer until the deadline', async () => {
    const { answer } = await resolve({ [name]: 'silence' }, AbortSignal.timeout(100));
    expect(answer).toEqual({ kind: 'failed', reason: 'timeout' });
    expect((await resolve({}, AbortSignal.abort())).answer).toEqual({ kind: 'failed', reason: 'timeout' });
  });

  test('a chain that goes round', async () => {
    const { answer } = await resolve({ [name]: { cname: 'b.azcr.io' }, 'b.azcr.io': { cname: name } });
    expect(answer).toMatchObject({ aliases: ['b.azcr.io', name] });
  });
});

describe('TCP', () => {
  const { connect } = createNodeNetwork();
  async function port(): Promise<number> {
    const server = createServer((socket) => socket.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    return (server.address() as AddressInfo).port;
  }

  test('connects', async () => {
    const socket = await connect('127.0.0.1', await port(), signal);
    const [first] = await socket.toArray();
    expect(String(first)).toBe('hello');
  });

  test('refused', async () => {
    // Nobody listens on port 1 of loopback.
    await expect(connect('127.0.0.1', 1, signal)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('listens to its signal', async () => {
    await expect(connect('127.0.0.1', await port(), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('a connection that stands outlives its signal, by which the other attempts are called off', async () => {
    const attempt = new AbortController();
    const socket = await connect('127.0.0.1', await port(), attempt.signal);
    attempt.abort();
    const [first] = await socket.toArray();
    expect(String(first)).toBe('hello');
  });

  test('an address, never a name: that would be a second look-up', async () => {
    await expect(connect('localhost', await port(), signal)).rejects.toThrow(TypeError);
  });
});
