import { createSocket, type Socket } from 'node:dgram';
import type { Network, Resolution } from '../../src/azure/network.js';

/** Address at which the namespace's resolv.conf has it. */
const NAME_SERVER = '127.0.0.53';
const A = 1;
const rcodes = { ok: 0, servfail: 2, nxdomain: 3 };

/** Answers names as a network of the sandbox does, over DNS (RFC 1035): addresses of IPv4 only. */
export async function startNameServer(network: () => Network | null): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type, end } = questionOf(query);
    resolved(network(), name).then((found) => {
      const addresses = found.kind === 'found' && type === A ? found.addresses : [];
      const code =
        found.kind === 'found' ? rcodes.ok : found.kind === 'not-found' ? rcodes.nxdomain : rcodes.servfail;
      const header = Buffer.alloc(12);
      query.copy(header, 0, 0, 2);
      header.writeUInt16BE(0x8180 | code, 2);
      header.writeUInt16BE(1, 4);
      header.writeUInt16BE(addresses.length, 6);
      socket.send(
        Buffer.concat([header, query.subarray(12, end), ...addresses.map(record)]),
        from.port,
        from.address,
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(53, NAME_SERVER, resolve);
  });
  return socket;
}

async function resolved(network: Network | null, name: string): Promise<Resolution> {
  if (network === null) return { kind: 'failed', reason: 'server-failure' };
  return network.resolve(name, AbortSignal.timeout(5000));
}

function questionOf(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** A record for the name of the question (a pointer to it), good for no time at all. */
function record(address: string): Buffer {
  const head = Buffer.from([0xc0, 12, 0, A, 0, 1, 0, 0, 0, 0, 0, 4]);
  return Buffer.concat([head, Buffer.from(address.split('.').map(Number))]);
}
