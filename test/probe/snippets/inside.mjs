/**
 * A name service and a registry for a network namespace that has nothing else: what a snippet meets there. Takes its
 * situation as JSON from the environment, says `ready` when it listens, and ends when its input does.
 */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:https';
import { createServer as createTcp } from 'node:net';

/** @type {{ dns: 'answers' | 'nxdomain' | 'silent', addresses: string[], cname: string | null, server: null | 'mute' | 'resets' | { cert: string, key: string }, status: number, realm: string, skew: number }} */
const situation = JSON.parse(process.env['SITUATION'] ?? '{}');

const names = createSocket('udp4');
names.on('message', (query, from) => {
  if (situation.dns === 'silent') return;
  const end = query.indexOf(0, 12) + 5;
  const isA = query.readUInt16BE(end - 4) === 1;
  const answers = situation.dns === 'nxdomain' ? [] : recordsFor(query.subarray(12, end - 4), isA);
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(situation.dns === 'nxdomain' ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(answers.length, 6);
  names.send(Buffer.concat([head, query.subarray(12, end), ...answers]), from.port, from.address);
});

/**
 * @param {Buffer} asked
 * @param {boolean} isA
 */
function recordsFor(asked, isA) {
  const target = situation.cname === null ? asked : encoded(situation.cname);
  const chain = situation.cname === null ? [] : [record(asked, 5, target)];
  const last = situation.addresses.map((it) => record(target, 1, Buffer.from(it.split('.').map(Number))));
  return isA ? [...chain, ...last] : chain;
}

/**
 * @param {Buffer} name
 * @param {number} type
 * @param {Buffer} data
 */
function record(name, type, data) {
  const fixed = Buffer.from([0, type, 0, 1, 0, 0, 0, 60, 0, data.length]);
  return Buffer.concat([name, fixed, data]);
}

/** @param {string} name */
function encoded(name) {
  const labels = name.split('.').map((it) => Buffer.concat([Buffer.from([it.length]), Buffer.from(it)]));
  return Buffer.concat([...labels, Buffer.alloc(1)]);
}

/** @returns {import('node:net').Server | null} */
function registry() {
  const { server } = situation;
  if (server === null) return null;
  if (server === 'mute') return createTcp(() => {});
  if (server === 'resets') return createTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
  return createServer(server, (_request, response) => {
    const date = new Date(Date.now() + situation.skew * 1000).toUTCString();
    response.writeHead(situation.status, { 'www-authenticate': situation.realm, date }).end('{}');
  });
}

await new Promise((resolve) => names.bind(53, '127.0.0.1', () => resolve(null)));
const tcp = registry();
if (tcp !== null) await new Promise((resolve) => tcp.listen(443, '127.0.0.1', () => resolve(null)));
process.stdout.write('ready\n');
process.stdin.on('end', () => process.exit(0)).resume();
