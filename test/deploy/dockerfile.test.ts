import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type VariableName, variables } from '../../src/config/variables.js';
import { freePort } from '../support/free-port.js';
import { repository } from '../support/temp.js';
import { inImage, stages } from './dockerfile.js';

/** What keeps the image small and shut; deploy/README.md says what was tried with it. */

test('each installation takes what the lock file names, and runs no script of a package', () => {
  const runs = stages().flatMap((stage) => stage.filter(({ name }) => name === 'RUN'));
  const installs = runs.filter(({ text }) => /\bnpm (?:ci|i|install)\b/.test(text));
  expect(installs.map(({ text }) => text.includes('npm ci --ignore-scripts'))).toEqual([true, true]);
  expect(runs.some(({ text }) => /\b(?:curl|wget|apt|apk)\b/.test(text))).toBe(false);
});

test('the image gets what was built and production dependencies only, all owned by root but for the store', () => {
  expect(inImage('RUN')).toEqual([]);
  expect(inImage('ADD')).toEqual([]);
  expect(inImage('COPY')).toEqual([
    '--from=dependencies /app/node_modules ./node_modules',
    '--from=build /app/dist ./dist',
    'package.json ./',
    'bin ./bin',
    '--from=build --chown=10001:10001 /data /data',
  ]);
  const dependencies = stages().find(([from]) => from?.text.endsWith(' AS dependencies'));
  expect(dependencies?.some(({ text }) => text.includes('npm ci --ignore-scripts --omit=dev'))).toBe(true);
});

test('a number that is not 0 runs it, without a shell', () => {
  expect(inImage('USER')).toEqual(['10001:10001']);
  expect(inImage('ENTRYPOINT').map((it) => JSON.parse(it))).toEqual([
    ['node', '--max-old-space-size=512', '--max-semi-space-size=32', '/app/bin/acr-help.mjs'],
  ]);
  expect(inImage('CMD').map((it) => JSON.parse(it))).toEqual([['serve']]);
});

test('only the store can be written to', () => {
  const [path] = inImage('VOLUME').map((it) => JSON.parse(it));
  const settings = environment();
  expect([path, settings['STORE']]).toEqual([['/data'], 'sqlite:/data/acr-help.db']);
});

test('settings are ones that the bot reads, none is secret, and it can be reached', () => {
  const { NODE_ENV, ...settings } = environment();
  expect(NODE_ENV).toBe('production');
  for (const [name, value] of Object.entries(settings)) {
    const variable = new Map<string, (typeof variables)[VariableName]>(Object.entries(variables)).get(name);
    expect([name, variable?.value.safeParse(value).success]).toEqual([name, true]);
  }
  expect(settings['HOST']).toBe('0.0.0.0');
  expect(inImage('EXPOSE')).toEqual([settings['PORT']]);
  const given = stages().flatMap((stage) => stage.filter(({ name }) => name === 'ARG'));
  expect(given.map(({ text }) => text.split('=')[0])).toEqual(['BASE', 'VERSION', 'REVISION']);
});

test('the version of the image is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  expect(inImage('ARG')).toContain(`VERSION=${version}`);
  expect(inImage('LABEL').join()).toMatch(/image\.version="\$\{VERSION\}"/);
});

test('the builder sees what a build depends on, and nothing else of a checkout', () => {
  const lines = readFileSync(join(repository, '.dockerignore'), 'utf8').split('\n');
  const rules = lines.filter((line) => line !== '' && !line.startsWith('#'));
  expect(rules[0]).toBe('*');
  const inputs = /const inputs = \[([^\]]*)\]/.exec(
    readFileSync(join(repository, 'bin', 'build.mjs'), 'utf8'),
  )?.[1];
  const needed = [...(inputs ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => `!${name}`);
  expect(needed.length).toBeGreaterThan(5);
  expect(rules.filter((it) => it.startsWith('!')).sort()).toEqual(
    [...needed, '!bin', '!package-lock.json'].sort(),
  );
});

describe('the health check', () => {
  const [check = ''] = inImage('HEALTHCHECK');
  const command: readonly string[] = JSON.parse(check.slice(check.indexOf('CMD ') + 4));

  test('needs nothing but Node, and asks whether the bot lives', () => {
    expect(command.slice(0, 2)).toEqual(['node', '-e']);
    expect(command[2]).toContain('/livez');
    expect(command[2]).not.toContain('/readyz');
  });

  test.each([
    [200, 0],
    [503, 1],
  ])('an answer %i: %i', async (status, code) => {
    const server = createServer(({ url }, response) =>
      response.writeHead(url === '/livez' ? status : 404).end(),
    );
    onTestFinished(() => void server.close());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    expect(await exitCode(address.port)).toBe(code);
  });

  test('nobody there: 1', async () => {
    expect(await exitCode(await freePort())).toBe(1);
  });

  async function exitCode(port: number): Promise<unknown> {
    const child = spawn(process.execPath, command.slice(1), { env: { PORT: String(port) }, stdio: 'ignore' });
    const [code]: unknown[] = await once(child, 'exit');
    return code;
  }
});

function environment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    inImage('ENV').flatMap((it) =>
      it.split(' ').map((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return [name, value] as const;
      }),
    ),
  );
}
