/**
 * `npm test`: everything that must hold before a change is shared, a line for each step. Runs under whatever
 * Node started it.
 *
 *   --only tests     the test suite alone
 *   --portable       without the suites that find the same under every Node (for the other versions)
 *   --report FILE    also writes Vitest's JSON report there
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../bin/build.mjs';
import { countTests, inWords } from './test-counts.mjs';

/** @typedef {{ ok: boolean, output: string, note?: string, why?: string }} Result */
/** @typedef {{ name: string, run: () => Promise<Result> }} Step */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: { only: { type: 'string' }, report: { type: 'string' }, portable: { type: 'boolean' } },
});

/** What judges texts, files and figures, or takes minutes over what shorter tests see under each Node. */
const sameEverywhere = [
  ...['architecture', 'corpus', 'deploy', 'docs', 'faults', 'fuzz', 'kill', 'security', 'seeds', 'worlds'],
  ...['cli/demo', 'contract/worlds', 'e2e/canary', 'e2e/replicas', 'pages/chromium', 'probe/snippets'],
  ...['store/ledger-processes', 'store/ledger-postgres-processes'],
].flatMap((path) => [`test/${path}/**`, `test/${path}*.test.ts`]);

const scratch = mkdtempSync(join(tmpdir(), 'acr-help-verify-'));
const report = options.report ?? join(scratch, 'tests.json');

/** @type {Step[]} */
const steps = [
  { name: 'types', run: () => tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') },
  {
    name: 'types of scripts',
    run: () => tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.scripts.json'),
  },
  {
    name: 'lint and boundaries',
    run: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  },
  { name: 'dead code', run: () => tool('knip/bin/knip.js', '--treat-config-hints-as-errors') },
  { name: 'build', run: build },
  { name: 'tests', run: tests },
].filter(({ name }) => options.only === undefined || options.only === name);

process.exitCode = (await verify()) ? 0 : 1;
rmSync(scratch, { recursive: true, force: true });

/** Runs every step, also after a failed one: who repairs wants to see all. */
async function verify() {
  if (steps.length === 0) {
    console.error(`There is no step "${options.only}".`);
    return false;
  }
  const started = performance.now();
  /** @type {string[]} */
  const failed = [];
  for (const { name, run } of steps) {
    const began = performance.now();
    const result = await run();
    const warnings = warningsIn(result.output);
    const ok = result.ok && warnings.length === 0;
    const why = [...(result.ok ? [] : [result.why ?? 'it says so']), ...warnings].join('; ');
    // The verdict is the last line, and the one that survives where a long output is cut.
    if (!ok) failed.push(`${name} (${why})`);
    console.log(
      `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(20)} ${since(began)}  ${result.note ?? ''}`.trimEnd(),
    );
    if (!ok) console.log(result.output.trimEnd().replaceAll(/^/gm, '      | '));
  }
  const verdict = failed.length === 0 ? `all ${steps.length} steps passed` : `failed: ${failed.join(', ')}`;
  console.log(`\n${verdict} on Node ${process.versions.node} in${since(started)}`);
  return failed.length === 0;
}

/** @param {number} began */
function since(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8);
}

/**
 * A warning of Node itself (deprecated call, leak of listeners, experimental feature) is a defect of ours.
 *
 * @param {string} output
 */
function warningsIn(output) {
  return output.match(/^\(node:\d+\) .*Warning.*/gm) ?? [];
}

/** @returns {Promise<Result>} */
async function build() {
  const built = await ensureBuilt(root);
  return built.ok ? { ok: true, output: '' } : { ok: false, output: `${built.output ?? ''}${built.problem}` };
}

/** @returns {Promise<Result>} */
async function tests() {
  const run = await tool(
    'vitest/vitest.mjs',
    ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...(options.portable ? sameEverywhere.flatMap((folder) => ['--exclude', folder]) : []),
  );
  return { ...run, note: inWords(countTests([report])) };
}

/**
 * Runs a tool of node_modules with this Node and collects what it says.
 *
 * @param {string} path
 * @param {string[]} args
 * @returns {Promise<Result>}
 */
function tool(path, ...args) {
  const { FORCE_COLOR: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
      cwd: root,
      env: { ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ ok: code === 0, output, why: signal === null ? `exit code ${code}` : signal });
    });
  });
}
