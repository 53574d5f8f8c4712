import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { probeBundle, probeMeans, probeRoutes } from '../../../src/cli/bot/probe-routes.js';
import { cliTexts } from '../../../src/cli/texts/index.js';
import { HttpServer } from '../../../src/http/server.js';
import { silent } from '../../../src/observe/log.js';
import { readReports } from '../../../src/probe/read-report.js';
import { repository } from '../../support/temp.js';

const file = join(repository, 'dist', 'probe.mjs');

beforeAll(() => {
  execFileSync(process.execPath, [join(repository, 'scripts', 'build-probe.mjs')], { cwd: repository });
}, 60_000);

describe('the probe as one file', () => {
  it('is smaller than 1 MB, and needs no other file', () => {
    expect(statSync(file).size).toBeLessThan(1_000_000);
    const imports = readFileSync(file, 'utf8').match(/(?:\bfrom|\bimport)\s*\(?["'][^"']+["']/g) ?? [];
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((it) => !/["']node:/.test(it))).toEqual([]);
  });

  it('starts in less than 150 ms', () => {
    // Of the processor's time, and the best of several: other programs run on the machine of a test.
    const told =
      'process.on("exit",()=>{const{user,system}=process.cpuUsage();console.log((user+system)/1000)})';
    const times = Array.from({ length: 5 }, () => {
      const hook = `data:text/javascript,${encodeURIComponent(told)}`;
      return Number(spawnSync(process.execPath, ['--import', hook, file], { encoding: 'utf8' }).stdout);
    });
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(Math.min(...times)).toBeLessThan(150);
  });

  it('tells how it is used where it is not understood, in the language of the environment', () => {
    for (const args of [[], ['a', 'b'], ['--what']]) {
      const env = { ...process.env, LC_ALL: 'de_DE.UTF-8' };
      const { status, stderr, stdout } = spawnSync(process.execPath, [file, ...args], {
        encoding: 'utf8',
        env,
      });
      expect([status, stdout]).toEqual([64, '']);
      expect(stderr).toContain(cliTexts('de').probe.registry);
    }
    const { status, stderr } = spawnSync(process.execPath, [file, 'evil.example'], { encoding: 'utf8' });
    expect([status, stderr.includes('evil.example')]).toEqual([64, true]);
  });

  it.skipIf(spawnSync('unshare', ['-r', '-n', 'true']).status !== 0)(
    'ends within 15 seconds where no packet goes anywhere, with a whole report (not run without namespaces)',
    async () => {
      const began = performance.now();
      const printed = await new Promise<string>((resolve) => {
        execFile('unshare', ['-r', '-n', process.execPath, file, 'contoso'], (_error, stdout) =>
          resolve(stdout),
        );
      });
      expect(performance.now() - began).toBeLessThan(20_000);
      expect(readReports(printed)).toMatchObject([
        { kind: 'whole', report: { registry: 'contoso.azurecr.io', login: { tcp: null, v2: null } } },
      ]);
    },
  );
});

describe('the bot serves it', () => {
  async function get(path: string) {
    const http = new HttpServer(probeRoutes(await probeBundle()), silent);
    onTestFinished(() => http.close());
    return fetch(`http://127.0.0.1:${await http.listen(0, '127.0.0.1')}${path}`);
  }

  it('with its SHA-256 in a header and in a file for sha256sum', async () => {
    const answer = await get('/probe.mjs');
    const body = Buffer.from(await answer.arrayBuffer());
    const hash = createHash('sha256').update(body);
    const hex = hash.copy().digest('hex');
    expect(body.equals(readFileSync(file))).toBe(true);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('x-sha256')).toBe(hex);
    expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${hash.digest('base64')}:`);
    expect(await (await get('/probe.mjs.sha256')).text()).toBe(`${hex}  probe.mjs\n`);
  });

  it('not where it was not built', async () => {
    const none = await probeBundle(join(repository, 'dist', 'none.mjs'));
    expect(probeRoutes(none)).toEqual([]);
    expect(probeMeans(none, 'https://bot.example', null).file).toBeNull();
  });

  it('and people are told the address that is served and the SHA-256 of what is served', async () => {
    const bundle = await probeBundle();
    const { file: told } = probeMeans(bundle, 'https://bot.example:8443', null);
    const hex = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(told).toEqual({ url: 'https://bot.example:8443/probe.mjs', sha256: hex });
    expect(probeRoutes(bundle).map(({ path }) => path)).toContain(new URL(told?.url ?? '').pathname);
  });

  it.each([
    null,
    'https://bot.example/;reboot',
    "https://bot'.example",
    'https://$(id).example',
    'ftp://bot.example',
  ])('and people are told nothing at %s', async (publicUrl) => {
    expect(probeMeans(await probeBundle(), publicUrl, null).file).toBeNull();
  });
});
