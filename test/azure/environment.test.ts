import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { Authority } from '../../sandbox/network/authority.js';
import { repository, tempTree } from '../support/temp.js';
import { contoso } from './egress-on.js';

const run = promisify(execFile);
/** What only a fresh process reads: authorities and flags of the environment (T08, T11). */
const script = `
import { connect } from 'node:net';
import { handshake, trust } from './azure/handshake.js';
const extra = process.argv[3] === 'configured' ? [process.env.SSL_CERT] : [];
const shaken = await handshake(connect(Number(process.argv[2]), '127.0.0.1'), '${contoso}', trust(extra), 5000, new AbortController().signal);
if (shaken.ok) shaken.socket.destroy();
process.stdout.write(shaken.ok ? 'trusted' : shaken.failure);
`;

test('an authority of the environment counts for nothing, one of the configuration does', async () => {
  const ca = await Authority.create('Fake authority');
  const root = tempTree({ 'package.json': '{"type":"module"}', 'ca.pem': ca.pem, 'main.js': script });
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const source = join(repository, 'src', 'azure', 'handshake.ts');
  const flags = '--ignoreConfig --noCheck --module nodenext --target es2023 --types node'.split(' ');
  await run(process.execPath, [
    compiler,
    ...flags,
    '--rootDir',
    join(repository, 'src'),
    '--outDir',
    root,
    source,
  ]);
  const server = createServer(await ca.leaf([contoso]));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const file = join(root, 'ca.pem');
  const env = {
    NODE_EXTRA_CA_CERTS: file,
    SSL_CERT_FILE: file,
    NODE_OPTIONS: '--use-openssl-ca',
    SSL_CERT: ca.pem,
  };
  const outcome = async (...args: string[]) =>
    (await run(process.execPath, [join(root, 'main.js'), String(port), ...args], { env })).stdout;
  expect(await outcome()).toBe('untrusted');
  expect(await outcome('configured')).toBe('trusted');
});
