import type { AddressInfo } from 'node:net';
import { createServer, connect as dialTcp } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../../src/probe/collect/connect.js';
import { proxyFor } from '../../../src/probe/collect/proxy.js';
import { secure } from '../../../src/probe/collect/tls.js';
import { fakeNet } from '../../support/fake-net.js';
import { around, front, registry, serveRegistry, signal } from './around.js';

describe('variables of a proxy', () => {
  it.each([
    [{}, { set: false, excepted: false, way: 'direct' }],
    [
      { HTTPS_PROXY: 'http://proxy.test:3128' },
      { set: true, excepted: false, way: { host: 'proxy.test', port: 3128 } },
    ],
    [{ https_proxy: 'proxy.test' }, { set: true, excepted: false, way: { host: 'proxy.test', port: 80 } }],
    [{ https_proxy: 'http://[::1]:9' }, { set: true, excepted: false, way: { host: '::1', port: 9 } }],
    [{ https_proxy: 'http://u:fake-secret@proxy.test' }, { set: true, excepted: false, way: 'unusable' }],
    [{ https_proxy: 'socks5://proxy.test' }, { set: true, excepted: false, way: 'unusable' }],
    [{ https_proxy: 'http://' }, { set: true, excepted: false, way: 'unusable' }],
    [
      { https_proxy: 'http://p', no_proxy: 'localhost, .azurecr.io' },
      { set: true, excepted: true, way: 'direct' },
    ],
    [
      { https_proxy: 'http://p', NO_PROXY: 'contoso.azurecr.io:443' },
      { set: true, excepted: true, way: 'direct' },
    ],
    [
      { https_proxy: 'http://p', no_proxy: '*' },
      { set: true, excepted: true, way: 'direct' },
    ],
    [
      { https_proxy: 'http://p', no_proxy: 'so.azurecr.io,io.example,' },
      { set: true, excepted: false, way: { host: 'p', port: 80 } },
    ],
  ])('%o', (env, expected) => {
    expect(proxyFor(registry, env)).toEqual(expected);
  });
});

describe('the way through a proxy', () => {
  it('leads to the registry, and says nothing of the proxy', async () => {
    const net = await fakeNet();
    const served = await serveRegistry(net);
    const asked = await proxyAt('10.9.9.9', (target) => (target === registry ? front : null));
    const here = around({ ...net.network, connect: asked.through(net.network.connect) });
    const connected = await connect(here, registry, [], { host: '10.9.9.9', port: 3128 }, signal);
    if (connected.result !== 'ok') return expect.fail(connected.result ?? 'not tried');
    const { seen, socket } = await secure(connected.socket, registry, here.network.extraCa, signal);
    expect(seen).toEqual({ result: 'ok', issuer: 'Fake authority' });
    socket?.destroy();
    expect(served.open()).toBe(1);
    expect(asked.heads).toEqual([`CONNECT ${registry}:443 HTTP/1.1\r\nHost: ${registry}:443\r\n\r\n`]);
  });

  it.each([
    ['refuses', 'HTTP/1.1 403 Forbidden\r\n\r\n', 'proxy-refused'],
    ['is none', 'SSH-2.0-OpenSSH\r\n', 'proxy-refused'],
    ['goes away', '', 'proxy-refused'],
    ['says too much', 'x'.repeat(20_000), 'proxy-refused'],
  ] as const)('one that %s', async (_name, bytes, result) => {
    const net = await fakeNet();
    await net.plain('10.9.9.9', bytes);
    net.dns('proxy.test', ['10.9.9.9']);
    const way = { host: 'proxy.test', port: 443 };
    expect(await connect(around(net.network), registry, [front], way, signal)).toEqual({ result });
    expect(net.connections).toEqual(['10.9.9.9:443']);
  });

  it('one that is not there, or has no name', async () => {
    const net = await fakeNet();
    const here = around(net.network);
    const to = (host: string) => connect(here, registry, [front], { host, port: 1 }, signal);
    expect(await to('10.9.9.8')).toEqual({ result: 'refused' });
    expect(await to('nowhere.test')).toEqual({ result: 'unreachable' });
    expect(await connect(here, registry, [front], 'unusable', signal)).toEqual({ result: null });
  });
});

/** A proxy on loopback; `through` leads there who connects to its address. */
async function proxyAt(address: string, leadsTo: (host: string) => string | null) {
  type Connect = Parameters<typeof around>[0]['connect'];
  const heads: string[] = [];
  let onward: Connect | null = null;
  const server = createServer((client) => {
    client.once('data', async (data) => {
      heads.push(data.toString());
      const target = leadsTo(/^CONNECT ([^:]+):443 /.exec(data.toString())?.[1] ?? '');
      const upstream = target && (await onward?.(target, 443, signal));
      if (!upstream) return client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // Of a server that listens on a port, it is always this.
  const { port } = server.address() as AddressInfo;
  const through =
    (connectOn: Connect): Connect =>
    async (to, onPort, stop) => {
      onward = connectOn;
      return to === address ? dialTcp(port, '127.0.0.1') : connectOn(to, onPort, stop);
    };
  return { heads, through };
}
