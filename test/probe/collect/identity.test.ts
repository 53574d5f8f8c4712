import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { identity } from '../../../src/probe/collect/identity.js';
import { fakeNet } from '../../support/fake-net.js';
import { around, signal } from './around.js';

it.each([
  [400, true],
  // Metadata services of other clouds, and whoever else has that address.
  [401, false],
  [404, false],
  [200, false],
])('what answers %i to a request without the header is Azure: %s', async (status, expected) => {
  const headers: (string | string[] | undefined)[] = [];
  const urls: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    headers.push(request.headers['metadata']);
    urls.push(request.url);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // Of a server that listens on a port, it is always this.
  const { port } = server.address() as AddressInfo;
  const net = await fakeNet();
  const network = { ...net.network, connect: async () => connect(port, '127.0.0.1') };
  const here = around(network, {
    env: { IDENTITY_ENDPOINT: 'http://127.0.0.1/', IDENTITY_HEADER: 'fake-secret' },
  });
  expect(await identity(here, signal)).toEqual({ imds: expected, appService: true, workload: false });
  // Nothing that could be answered by a token.
  expect(headers).toEqual([undefined]);
  expect(urls).toEqual(['/metadata/instance?api-version=2021-02-01']);
});
