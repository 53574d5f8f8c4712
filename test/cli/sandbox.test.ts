import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { languages } from '../../src/knowledge/language.js';
import { statusThrough } from '../sandbox/network/proxied.js';
import { repository, tempTree } from '../support/temp.js';
import { Served } from './served.js';

const world = join(repository, 'sandbox', 'worlds', 'public-access-disabled.yaml');
const noRegistry = join(repository, 'sandbox', 'worlds', 'registry-not-found.yaml');
const proxyLine = /^Proxy: +(http:\/\/127\.0\.0\.1:\d+)$/m;
const certificateLine = /^Certificate: +(\S+)$/m;
const serverLine = /^Login servers: +([^\s,]+)/m;

/** Status of the registry's first path, along the lines that were printed. */
async function look(served: Served): Promise<number> {
  const [proxy, file, server] = await Promise.all(
    [proxyLine, certificateLine, serverLine].map((it) => served.shows(it)),
  );
  return statusThrough(proxy ?? '', readFileSync(file ?? '', 'utf8'), `https://${server}/v2/`);
}

describe('sandbox', () => {
  test('tells how to get there, and makes changes under way', async () => {
    const served = new Served(['--world', world]);
    expect(await look(served)).toBe(403);
    await served.shows(/no packet leaves\s+this computer/);
    const [proxy, file, server] = await Promise.all(
      [proxyLine, certificateLine, serverLine].map((it) => served.shows(it)),
    );
    await served.shows(
      RegExp(`^  curl --proxy ${proxy} --cacert ${file} https://${server}/v2/$`.replaceAll('.', '\\.'), 'm'),
    );
    await served.shows(/^ {2}export HTTPS_PROXY=http/m);
    await served.shows(/^Changes: +fix/m);

    served.stdin.write('apply fix\n');
    await served.shows(/^The change "fix" is made/m);
    expect(await look(served)).toBe(401);

    served.stdin.write('apply nothing\n');
    await served.shows(/no such change; there are: fix/);
    served.stdin.write('advance 10m\n');
    await served.shows(/^The clock now shows 2026-03-02T09:1\d:\d\dZ\.$/m);
    served.stdin.write('advance +1h\n');
    await served.shows(/^The clock now shows 2026-03-02T10:1\d:\d\dZ\.$/m);
    served.stdin.write('dance\n');
    await served.shows(/^That is not understood\. Type `apply`/m);

    served.stdin.write('quit\n');
    expect([await served.ended, served.err]).toEqual([0, '']);
    expect(existsSync(await served.shows(certificateLine))).toBe(false);
    const closed = statusThrough(await served.shows(proxyLine), '', 'https://contoso.azurecr.io/v2/');
    await expect(closed).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test.each(['interrupt', 'terminate'] as const)(
    'goes on when its input ends; ends at: %s',
    async (signal) => {
      const ca = join(tempTree({}), 'ca.pem');
      const served = new Served(['--world', world, '--ca', ca]);
      served.stdin.end();
      await served.shows(/`quit`/);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await look(served)).toBe(403);
      served[signal]();
      expect(await served.ended).toBe(0);
      await served.shows(/^The simulated Azure has stopped\.$/m);
      expect(readFileSync(ca, 'utf8')).toContain('BEGIN CERTIFICATE');
    },
  );

  test('at a terminal the end of the input is the end', async () => {
    const served = new Served(['--world', world], { isTTY: true });
    await served.shows(/`quit`/);
    served.stdin.end();
    expect(await served.ended).toBe(0);
  });

  test('shows the side that is asked for', async () => {
    await new Served(['--world', world, '--side', 'bot']).shows(/the computer of the bot/);
    await new Served(['--world', world]).shows(/the computer of the person/);
  });

  test('a world without a registry has something to look at, too', async () => {
    const served = new Served(['--world', noRegistry]);
    const url = await served.shows(/^ {2}curl .* (https:\S+)$/m);
    const authority = readFileSync(await served.shows(certificateLine), 'utf8');
    expect(await statusThrough(await served.shows(proxyLine), authority, url)).toBeLessThan(402);
  });

  test.each(languages)('in %s', async (language) => {
    const served = new Served(['--world', world, '--lang', language]);
    await served.shows(/`advance 10m`/);
    await served.shows(language === 'en' ? /Certificate:/ : language === 'de' ? /Zertifikat:/ : /证书：/);
  });
});

describe('what cannot be served is told in one sentence', () => {
  test('a port in use', async () => {
    const taken = createServer();
    onTestFinished(() => void taken.close());
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const served = new Served(['--world', world, '--port', port]);
    expect(await served.ended).toBe(64);
    expect(served.err).toBe(
      `Port ${port} is in use by another program. Choose another one, or leave out --port.\n`,
    );
  });

  test('a distribution that this machine does not have', async () => {
    vi.stubEnv('PATH', '/nowhere');
    onTestFinished(() => void vi.unstubAllEnvs());
    const served = new Served(['--world', world, '--distribution']);
    expect(await served.ended).toBe(64);
    expect(served.err).toMatch(
      /^--distribution needs CNCF distribution, .*apt-get install docker-registry\n$/,
    );
  });

  test.each([
    [[], 64, /^The option "--world" is missing\. /],
    [['--world', 'x.yaml'], 66, /^There is no file "x\.yaml"\.\n$/],
    [['--world', world, '--port', '80x'], 64, /^"80x" is not a port/],
    [['--world', world, '--port', '65536'], 64, /^"65536" is not a port/],
    [['--world', world, '--side', 'left'], 64, /^There is no side "left"/],
    [
      ['--world', world, '--ca', '/no/such/folder/ca.pem'],
      64,
      /^The file "\S+ca\.pem" cannot be written\.\n$/,
    ],
  ])('%j', async (args, code, sentence) => {
    const served = new Served(args);
    expect(await served.ended).toBe(code);
    expect(served.err).toMatch(sentence);
    expect(served.err.trimEnd()).not.toContain('\n');
  });

  test('mistakes of a world, each with its line', async () => {
    const text = readFileSync(world, 'utf8').replace(/^asks: .*$/m, 'asks: nobody');
    const file = join(tempTree({ 'world.yaml': text }), 'world.yaml');
    const served = new Served(['--world', file]);
    expect(await served.ended).toBe(67);
    const line = text.split('\n').indexOf('asks: nobody') + 1;
    expect(served.err).toMatch(RegExp(`^The world "\\S+" has mistakes:\n  line ${line}, asks: `));
  });
});
