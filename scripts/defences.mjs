/**
 * `npm run test:defences`: takes defences of docs/security.md away, one at a time, in a copy of the checkout, and sees that
 * the test that is named beside each fails then. Without an option a few of them, others in each run.
 *
 *   -- --all         every one
 *   -- --count N     so many, 4 where nothing is said
 *   -- --seed N      the same ones as a run that printed this
 *   -- --only IDS    these, parted by commas
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    count: { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
  },
});
const wanted = {
  all: values.all,
  count: Number(values.count),
  seed: Number(values.seed),
  only: values.only.split(',').filter((it) => it !== ''),
};
if (!wanted.all && wanted.only.length === 0) console.log(`--seed ${wanted.seed} --count ${wanted.count}`);
const args = ['run', '--config', 'test/security/vitest.config.ts', '--reporter=verbose'];
process.exitCode =
  spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DEFENCES: JSON.stringify(wanted) },
  }).status ?? 1;
