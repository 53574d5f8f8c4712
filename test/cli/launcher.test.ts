import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, tempTree } from '../support/temp.js';

const CLI = 'export async function main(argv: readonly string[]): Promise<number> {\n';
const hello = `${CLI}  process.stdout.write(\`hello \${argv.join(' ')}\\n\`);\n  return 0;\n}\n`;

/** A checkout with the real launcher and compiler, and a command line of its own. */
function checkout(cli: string = hello): string {
  const root = tempTree({
    'src/cli.ts': cli,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': readFileSync(join(repository, 'tsconfig.json'), 'utf8'),
    'tsconfig.build.json': readFileSync(join(repository, 'tsconfig.build.json'), 'utf8'),
  });
  cpSync(join(repository, 'bin'), join(root, 'bin'), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  return root;
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(root: string, args: readonly string[] = [], nodeArgs: readonly string[] = []): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...nodeArgs, join(root, 'bin', 'acr-help.mjs'), ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const stampTime = (root: string) => statSync(join(root, 'dist', '.build-stamp')).mtimeMs;

test('builds once, says nothing of it, and hands arguments and exit code through', async () => {
  const root = checkout(hello.replace('return 0', 'return argv.length'));

  expect(await start(root, ['a', 'b c'])).toEqual({ code: 2, out: 'hello a b c\n', err: '' });
  const built = stampTime(root);
  expect(await start(root)).toEqual({ code: 0, out: 'hello \n', err: '' });
  expect(stampTime(root)).toBe(built);
});

test('builds again after an edit, an added file, and a removed dist/src', async () => {
  const root = checkout();
  await start(root);

  writeFileSync(join(root, 'src', 'cli.ts'), hello.replace('hello', 'hallo'));
  expect((await start(root)).out).toBe('hallo \n');

  mkdirSync(join(root, 'dialogs'));
  writeFileSync(join(root, 'dialogs', 'new.ts'), 'export const added = 1;\n');
  await start(root);
  expect(existsSync(join(root, 'dist', 'dialogs', 'new.js'))).toBe(true);

  rmSync(join(root, 'dist', 'src'), { recursive: true });
  expect((await start(root)).out).toBe('hallo \n');
});

test('a source that does not compile gives one sentence on standard error and exit code 70', async () => {
  const root = checkout(`${CLI}  return argv;\n}\n`);

  const run = await start(root);

  expect(run.code).toBe(70);
  expect(run.out).toBe('');
  expect(run.err).toContain('src/cli.ts(2,3)');
  expect(run.err.trimEnd().split('\n').at(-1)).toBe(
    'acr-help could not be built: the compiler refused its sources, see above.',
  );
});

test('without npm ci it says so', async () => {
  const root = checkout();
  rmSync(join(root, 'node_modules'));

  expect(await start(root)).toEqual({
    code: 70,
    out: '',
    err: 'acr-help is not installed yet: run "npm ci" in its folder first.\n',
  });
});

test('an installed package without sources runs what was shipped', async () => {
  const root = checkout();
  await start(root);
  rmSync(join(root, 'src'), { recursive: true });
  rmSync(join(root, 'tsconfig.build.json'));
  rmSync(join(root, 'node_modules'));

  expect((await start(root, ['x'])).out).toBe('hello x\n');
});

test('an old Node gets one sentence and exit code 69', async () => {
  const root = checkout();
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })`;

  expect(await start(root, [], ['--import', `data:text/javascript,${encodeURIComponent(old)}`])).toEqual({
    code: 69,
    out: '',
    err: 'acr-help needs Node 20.19 or newer; this is Node 20.18.3.\n',
  });
});

test('many starts at once build one after the other and all run', async () => {
  const root = checkout();

  const runs = await Promise.all(Array.from({ length: 8 }, (_, i) => start(root, [String(i)])));

  expect(runs).toEqual(runs.map((_, i) => ({ code: 0, out: `hello ${i}\n`, err: '' })));
  expect(existsSync(join(root, 'dist', '.build-lock'))).toBe(false);
});

test('a lock left by a process that died does not stop anybody', async () => {
  const root = checkout();
  const lock = join(root, 'dist', '.build-lock');
  mkdirSync(lock, { recursive: true });
  // Above every process id that Linux or macOS gives out.
  writeFileSync(join(lock, 'owner'), `4194999 ${hostname()} dead`);

  const runs = await Promise.all([start(root), start(root), start(root)]);

  expect(runs.map((run) => run.out)).toEqual(['hello \n', 'hello \n', 'hello \n']);
  expect(existsSync(lock)).toBe(false);
});
