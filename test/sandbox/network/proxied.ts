import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';

/** Status of a GET through a CONNECT proxy: 5xx of the proxy, else of the host behind it. */
export async function statusThrough(proxy: string, authority: string, url: string): Promise<number> {
  const { host, pathname } = new URL(url);
  const asked = request(proxy, { method: 'CONNECT', path: `${host}:443` });
  asked.end();
  const [{ statusCode }, socket] = await connected(asked);
  if (statusCode !== 200) {
    socket.destroy();
    return statusCode ?? 0;
  }
  const secure = connect({ socket, servername: host, ca: authority });
  secure.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const [first] = await once(secure, 'data');
  secure.destroy();
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(String(first))?.[1]);
}

function connected(asked: ClientRequest): Promise<[IncomingMessage, Socket]> {
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('connect', (answer, socket: Socket) => resolve([answer, socket]));
  });
}
