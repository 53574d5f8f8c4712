import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A host that nobody should ask, and how often it was asked. */
export async function counting(): Promise<{ readonly url: string; readonly asked: () => number }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'text/plain' }).end('secret');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // Of a server that listens on a port, it is always this.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/files/error.txt`, asked: () => asked };
}
