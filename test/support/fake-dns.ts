import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the server says of a name: records, or how it fails. */
export type DnsAnswer =
  | { readonly a?: readonly string[]; readonly aaaa?: readonly string[]; readonly cname?: string }
  | 'nxdomain'
  | 'servfail'
  | 'refused'
  | 'silence';

const types = { a: 1, cname: 5, aaaa: 28 };
const rcodes = { servfail: 2, nxdomain: 3, refused: 5 };

/**
 * A DNS server on loopback (RFC 1035), names by a table. It gives the CNAMEs of a chain before the records of its
 * end, as a recursive server does.
 */
export async function fakeDns(
  table: Readonly<Record<string, DnsAnswer>>,
): Promise<{ readonly server: string; readonly queries: string[] }> {
  const queries: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type, end } = questionOf(query);
    queries.push(`${name}/${type}`);
    const { code, answers } = answer(table, name, type);
    if (code === 'silence') return;
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | code, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers.length, 6);
    socket.send(Buffer.concat([header, query.subarray(12, end), ...answers]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    socket.close();
  });
  return { server: `127.0.0.1:${(socket.address() as AddressInfo).port}`, queries };
}

function answer(table: Readonly<Record<string, DnsAnswer>>, asked: string, type: number) {
  const answers: Buffer[] = [];
  for (let name = asked; ; ) {
    const entry = table[name] ?? 'nxdomain';
    if (entry === 'silence') return { code: entry, answers };
    if (typeof entry === 'string') return { code: rcodes[entry], answers };
    if (entry.cname !== undefined) answers.push(record(name, types.cname, encodeName(entry.cname)));
    if (entry.cname === undefined || type === types.cname || answers.length > 3) {
      const own = type === types.a ? (entry.a ?? []) : type === types.aaaa ? (entry.aaaa ?? []) : [];
      answers.push(...own.map((address) => record(name, type, encodeAddress(address))));
      return { code: 0, answers };
    }
    name = entry.cname;
  }
}

function questionOf(query: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function record(name: string, type: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt32BE(60, 4);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([encodeName(name), fixed, data]);
}

function encodeName(name: string): Buffer {
  const labels = name
    .split('.')
    .map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, 'latin1'));
  return Buffer.concat([...labels, Buffer.alloc(1)]);
}

/** IPv4, or IPv6 written out in full. */
function encodeAddress(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  return Buffer.from(
    address
      .split(':')
      .map((group) => group.padStart(4, '0'))
      .join(''),
    'hex',
  );
}
