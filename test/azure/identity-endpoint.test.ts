import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { ManagedIdentityCredential } from '@azure/identity';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createEgressClient } from '../../src/azure/egress-client.js';
import { parseIdentityEndpoint, virtualMachineIdentity } from '../../src/azure/identity-endpoint.js';
import { fakeNet } from '../support/fake-net.js';
import { egressOn } from './egress-on.js';

afterEach(() => vi.unstubAllEnvs());

// One credential a process: MSAL keeps the first for good (azure-sdk.md §3.5).
test('the managed identity is asked at its configured endpoint, through the port of the network', async () => {
  vi.stubEnv('IDENTITY_ENDPOINT', 'http://127.0.0.1:41/msi/token');
  vi.stubEnv('IDENTITY_HEADER', 'header');
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
  const machine = createServer((_request, response) =>
    response.end(
      JSON.stringify({ access_token: 'of-the-machine', expires_on: `${2 ** 31}`, token_type: 'Bearer' }),
    ),
  );
  await new Promise<void>((resolve) => machine.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    machine.close();
  });
  const asked: string[] = [];
  const network = {
    ...(await fakeNet()).network,
    connect: async (address: string, port: number) => {
      asked.push(`${address}:${port}`);
      return connect((machine.address() as AddressInfo).port, '127.0.0.1');
    },
  };
  const endpoint = parseIdentityEndpoint('http://127.0.0.1:41/msi/token');
  const credential = new ManagedIdentityCredential({
    httpClient: createEgressClient(egressOn({ network }), network, endpoint),
    retryOptions: { maxRetries: 0 },
  });
  expect(await credential.getToken('https://management.azure.com/.default')).toMatchObject({
    token: 'of-the-machine',
  });
  expect(asked).toEqual(['127.0.0.1:41']);
});

test.each(['http://169.254.169.254/metadata', 'http://127.0.0.1:42/msi/token', 'http://evil.example:41/'])(
  'another one is not: %s',
  async (url) => {
    const net = await fakeNet();
    const client = createEgressClient(
      egressOn(net),
      net.network,
      parseIdentityEndpoint('http://127.0.0.1:41/msi/token'),
    );
    const request = createPipelineRequest({ url, allowInsecureConnection: true });
    await expect(client.sendRequest(request)).rejects.toMatchObject({ problem: { reason: 'guard' } });
    expect(net.connections).toEqual([]);
  },
);

test.each([
  [virtualMachineIdentity, { host: '169.254.169.254', address: '169.254.169.254', port: 80 }],
  ['http://localhost:42356/msi/token', { host: 'localhost', address: '127.0.0.1', port: 42356 }],
  ['http://[::1]:8081/x', { host: '[::1]', address: '::1', port: 8081 }],
  ['http://evil.example/msi', null],
  ['https://127.0.0.1/msi', null],
  ['nonsense', null],
])('the endpoint %s', (url, endpoint) => expect(parseIdentityEndpoint(url)).toEqual(endpoint));
