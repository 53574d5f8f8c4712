import { describe, expect, test, vi } from 'vitest';
import type { Inventory } from '../../src/azure/inventory.js';
import { createProbe } from '../../src/azure/probe.js';
import { type FakeNet, fakeNet } from '../support/fake-net.js';
import { contoso, egressOn, inventory, nobody, server, signal } from './egress-on.js';

const endpoint = 'contoso.westeurope.data.azurecr.io';
const foreign = 'fabrikam.westeurope.data.azurecr.io';
const publicly = '20.62.128.20';
const privately = '10.1.0.5';

/** A host at an address, with a certificate of its own name or of these. */
async function hostAt(host: string, at: string, names: readonly string[] = [host]) {
  const net = await fakeNet();
  net.dns(host, [at]);
  const fake = await net.serve(at, { names, answer: (_request, response) => response.end() });
  return { net, fake };
}

const way = (net: FakeNet, host = endpoint, ours: Inventory = nobody, registry = contoso) =>
  createProbe(egressOn(net), ours).way(registry, host, signal);

describe('the way to a data endpoint', () => {
  test('leads to its certificate, asks nothing and leaves nothing open', async () => {
    const { net, fake } = await hostAt(endpoint, publicly);
    expect(await way(net)).toEqual({
      dns: { kind: 'found', addresses: [publicly], aliases: [] },
      tcp: 'connected',
      tls: 'trusted',
      issuer: 'Fake authority',
    });
    await vi.waitFor(() => expect(fake.open()).toBe(0));
    expect([fake.requests.length, fake.received()]).toEqual([0, 0]);
    expect(net.connections).toEqual([`${publicly}:443`]);
  });

  test('ends at a name that is not there', async () => {
    expect(await way(await fakeNet())).toEqual({
      dns: { kind: 'not-found', aliases: [] },
      tcp: null,
      tls: null,
      issuer: null,
    });
  });

  test('ends at a port that is shut', async () => {
    const net = await fakeNet();
    net.dns(endpoint, [publicly]);
    expect(await way(net)).toMatchObject({ tcp: 'refused', tls: null, issuer: null });
  });

  test('ends at a certificate of somebody else, whose issuer is told', async () => {
    const { net } = await hostAt(endpoint, publicly, [foreign]);
    expect(await way(net)).toMatchObject({
      tcp: 'connected',
      tls: 'wrong-name',
      issuer: 'Fake authority',
    });
  });

  test('ends at a certificate that issued itself', async () => {
    const net = await fakeNet();
    net.dns(endpoint, [publicly]);
    const fake = await net.serve(publicly, {
      names: [endpoint],
      selfSigned: true,
      answer: (_request, response) => response.end(),
    });
    expect(await way(net)).toMatchObject({ tcp: 'connected', tls: 'untrusted', issuer: 'leaf' });
    await vi.waitFor(() => expect(fake.open()).toBe(0));
  });

  test.each(['127.0.0.1', '169.254.169.254'])('never leads to %s', async (at) => {
    const { net } = await hostAt(endpoint, at);
    const ours = inventory({ [contoso]: { privateEndpoint: true } });
    expect(await way(net, endpoint, ours)).toMatchObject({ tcp: 'guard', tls: null, issuer: null });
    expect(net.connections).toEqual([]);
  });

  test.each(['intranet.example', 'contoso.blob.core.windows.net', `${endpoint}.evil.example`, '10.1.0.5'])(
    'is none to %s: it is not even looked up',
    async (host) => {
      const { net } = await hostAt(host, publicly);
      expect(await way(net, host)).toMatchObject({ tcp: 'guard' });
      expect([...net.lookups, ...net.connections]).toEqual([]);
    },
  );
});

describe('a private address', () => {
  const ours = (privateEndpoint: boolean) => inventory({ [contoso]: { privateEndpoint } });

  test('is met where the registry has a private endpoint, and only there', async () => {
    const { net, fake } = await hostAt(endpoint, privately);
    expect(await way(net, endpoint, ours(true))).toMatchObject({ tcp: 'connected', tls: 'trusted' });
    await vi.waitFor(() => expect(fake.open()).toBe(0));
    for (const inventoryOf of [ours(false), nobody]) {
      expect(await way(net, endpoint, inventoryOf)).toMatchObject({ tcp: 'guard', tls: null });
    }
    expect(net.connections).toEqual([`${privately}:443`]);
  });

  test('is not met while nobody can say', async () => {
    const { net } = await hostAt(endpoint, privately);
    const find = () => Promise.reject(new Error('throttled'));
    expect(await way(net, endpoint, { find })).toMatchObject({ tcp: 'guard' });
    expect(net.connections).toEqual([]);
  });

  test('is that of the registry asked about, whatever others have', async () => {
    const { net } = await hostAt(endpoint, privately);
    const others = inventory({
      [contoso]: { privateEndpoint: false },
      'fabrikam.azurecr.io': { privateEndpoint: true },
    });
    expect(await way(net, endpoint, others)).toMatchObject({ tcp: 'guard' });
    expect(net.connections).toEqual([]);
  });

  test.each([foreign, 'fabrikam.azurecr.io', 'management.azure.com', 'contoso.westeurope.data.azurecr.cn'])(
    'of %s is not met with the private endpoint of another',
    async (host) => {
      const { net } = await hostAt(host, privately);
      expect(await way(net, host, ours(true))).toMatchObject({ tcp: 'guard' });
      expect(net.connections).toEqual([]);
    },
  );

  test('of another registry is met with its own', async () => {
    const { net } = await hostAt(foreign, privately);
    const theirs = inventory({ 'fabrikam.azurecr.io': { privateEndpoint: true } });
    expect(await way(net, foreign, theirs, server('fabrikam.azurecr.io'))).toMatchObject({
      tcp: 'connected',
    });
  });
});
