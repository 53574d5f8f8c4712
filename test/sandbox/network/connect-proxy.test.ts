import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConnectProxy } from '../../../sandbox/network/connect-proxy.js';
import type { Sandbox } from '../../../sandbox/open.js';
import { tempTree } from '../../support/temp.js';
import { running, server } from './running.js';

const exec = promisify(execFile);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

/** What the proxy first answers, and the connection to it. */
async function say(
  sandbox: Sandbox,
  text: string | Buffer,
): Promise<{ readonly line: string; readonly socket: Socket }> {
  const { port } = new URL(await sandbox.proxy('person'));
  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(text);
  const [answer] = await once(socket, 'data');
  return { line: String(answer).split('\r\n', 1)[0] ?? '', socket };
}

const tunnel = (target: string) => `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`;

describe('the proxy for other programs', () => {
  test('leads to the hosts of the world, by their names', async () => {
    const sandbox = await running();
    const { line, socket } = await say(sandbox, tunnel(`${server}:443`));
    expect(line).toBe('HTTP/1.1 200 Connection Established');
    const secure = connectTls({ socket, servername: server, ca: sandbox.authority });
    secure.write(`GET /v2/ HTTP/1.1\r\nHost: ${server}\r\n\r\n`);
    const [answer] = await once(secure, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('hands on what a client sends without waiting', async () => {
    const hello = Buffer.from('not TLS');
    const { line, socket } = await say(
      await running(),
      Buffer.concat([Buffer.from(tunnel(`${server}:443`)), hello]),
    );
    expect(line).toContain('200');
    // The server heard it, and does not understand it.
    await once(socket, 'close');
  });

  test.each([
    ['a name that the world does not have', 'example.com:443', '502 Name Not Found'],
    ['the machine itself', '127.0.0.1:443', '502 Name Not Found'],
    ['another port', `${server}:80`, '504 No Connection'],
    ['no port that there is', `${server}:x`, '504 No Connection'],
  ])('leads nowhere else: %s', async (_, target, status) => {
    expect((await say(await running(), tunnel(target))).line).toBe(`HTTP/1.1 ${status}`);
  });

  test('ends what one end breaks off, at the other end', async () => {
    const network = (await running()).network('person');
    for (const broken of ['client', 'upstream'] as const) {
      const upstreams: Duplex[] = [];
      const proxy = await ConnectProxy.start({
        ...network,
        connect: async (...target) => {
          const upstream = await network.connect(...target);
          upstreams.push(upstream);
          return upstream;
        },
      });
      onTestFinished(() => proxy.close());
      const client = connect(Number(new URL(proxy.url).port), '127.0.0.1');
      client.write(tunnel(`${server}:443`));
      await once(client, 'data');
      const [upstream] = upstreams;
      if (upstream === undefined) throw new Error('no connection');
      const ended = once(broken === 'client' ? upstream : client, 'close');
      if (broken === 'client') client.resetAndDestroy();
      else upstream.destroy();
      await ended;
    }
  });

  test('has the faults of its side', async () => {
    const sandbox = await running({ faults: { f: { host: server, for: 'person', tcp: 'refused' } } });
    expect((await say(sandbox, tunnel(`${server}:443`))).line).toBe('HTTP/1.1 504 No Connection');
  });

  test('is none for plain HTTP', async () => {
    const get = `GET http://${server}/ HTTP/1.1\r\nHost: ${server}\r\n\r\n`;
    expect((await say(await running(), get)).line).toBe('HTTP/1.1 405 Method Not Allowed');
  });

  test('listens at the port that is wanted, on loopback', async () => {
    const sandbox = await running();
    const url = new URL(await sandbox.proxy('person'));
    expect(url.hostname).toBe('127.0.0.1');
    await expect(sandbox.proxy('bot', Number(url.port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test.runIf(hasCurl)('is one that curl takes', async () => {
    const sandbox = await running();
    const folder = tempTree({ 'ca.pem': sandbox.authority });
    const args = ['-sS', '-o', join(folder, 'body'), '-w', '%{http_connect} %{http_code}'];
    const trust = ['--proxy', await sandbox.proxy('person'), '--cacert', join(folder, 'ca.pem')];
    const { stdout } = await exec('curl', [...args, ...trust, `https://${server}/v2/`]);
    expect(stdout).toBe('200 401');
    expect(readFileSync(join(folder, 'body'), 'utf8')).toContain('authentication required');
    const elsewhere = exec('curl', [...args, ...trust, 'https://example.com/']);
    await expect(elsewhere).rejects.toMatchObject({ stdout: '502 000' });
  });
});
