import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { publicCloud } from '../../src/azure/clouds.js';
import { createEgressClient } from '../../src/azure/egress-client.js';
import { createVaultEgressClient } from '../../src/azure/vault-egress.js';
import { InvalidVault } from '../../src/azure/vault-places.js';
import { fakeNet } from '../support/fake-net.js';
import { egressOn } from './egress-on.js';

/** Which hosts the way to vaults leads to, and which ways lead to vaults. */

const vault = 'https://delivery.vault.azure.net';
const publicAddress = '20.62.128.50';
const url = `${vault}/secrets/x`;
const get = (to: string) => createPipelineRequest({ url: to });
const guard = { problem: { kind: 'unavailable', reason: 'guard', status: null } };

/** A network where every name leads to one machine, which has the certificate of the vault. */
async function ground(address = publicAddress) {
  const net = await fakeNet();
  for (const host of ['delivery', 'other']) net.dns(`${host}.vault.azure.net`, [address]);
  for (const host of publicCloud.hosts) net.dns(host, [address]);
  net.dns('contoso.azurecr.io', [address]);
  const server = await net.serve(address, {
    names: ['delivery.vault.azure.net'],
    answer: (_request, response) => response.end('{}'),
  });
  return {
    net,
    server,
    client: createVaultEgressClient({ cloud: publicCloud, network: net.network }, [vault]),
  };
}

test.each([publicAddress, '10.1.2.3', 'fd12::7'])(
  'a vault that is named is reached at %s',
  async (address) => {
    const { net, client } = await ground(address);
    expect(await client.sendRequest(get(url))).toMatchObject({ status: 200 });
    expect(net.lookups).toEqual(['delivery.vault.azure.net']);
  },
);

describe('nothing goes to', () => {
  test.each([
    'https://other.vault.azure.net/secrets/x',
    'https://delivery.vault.azure.net.evil.example/',
    'https://delivery.vault.azure.net:8443/',
    'https://evil.example/',
    'https://contoso.azurecr.io/',
    ...publicCloud.hosts.map((host) => `https://${host}/`),
  ])('%s', async (to) => {
    const { net, client } = await ground();
    await expect(client.sendRequest(get(to))).rejects.toMatchObject(guard);
    expect([net.lookups, net.connections]).toEqual([[], []]);
  });

  test.each(['127.0.0.1', '169.254.169.254', '168.63.129.16'])('a vault at %s', async (address) => {
    const net = await fakeNet();
    net.dns('delivery.vault.azure.net', [address]);
    const client = createVaultEgressClient({ cloud: publicCloud, network: net.network }, [vault]);
    await expect(client.sendRequest(get(url))).rejects.toMatchObject(guard);
    expect(net.connections).toEqual([]);
  });

  test('a vault by the way to the cloud', async () => {
    const { net } = await ground();
    const client = createEgressClient(egressOn(net), net.network, null);
    await expect(client.sendRequest(get(url))).rejects.toMatchObject(guard);
    expect(net.lookups).toEqual([]);
  });

  test('a machine that is not the vault, whatever its address', async () => {
    const net = await fakeNet();
    net.dns('delivery.vault.azure.net', ['10.1.2.3']);
    const server = await net.serve('10.1.2.3', { names: ['evil.example'], answer: () => {} });
    const client = createVaultEgressClient({ cloud: publicCloud, network: net.network }, [vault]);
    await expect(client.sendRequest(get(url))).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(server.requests).toEqual([]);
  });
});

test('only vaults of the cloud can be named', async () => {
  const { network } = await fakeNet();
  for (const url of [
    'https://delivery.vault.azure.cn',
    'https://management.azure.com',
    'https://evil.example',
  ]) {
    expect(() => createVaultEgressClient({ cloud: publicCloud, network }, [url])).toThrow(InvalidVault);
  }
});
