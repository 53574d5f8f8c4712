/** A fresh clone, installed, and the first paste in one command. */
import { spawnSync } from 'node:child_process';

const BAR_S = 60;

/**
 * @param {string} root
 * @param {string} clone where it goes
 * @returns {import('../report.mjs').Bar}
 */
export function newcomer(root, clone) {
  const began = performance.now();
  const cloned = run('git', ['clone', '-q', root, clone], root);
  const installed = cloned && run('npm', ['ci', '--silent'], clone);
  const ready = (performance.now() - began) / 1000;
  const { stdout = '' } = installed
    ? spawnSync(process.execPath, ['scripts/newcomer.mjs'], { cwd: clone, encoding: 'utf8' })
    : {};
  const seconds = Number(/^ok .* after ([\d.]+) s/m.exec(stdout)?.[1] ?? Number.NaN);
  return {
    what: 'a newcomer',
    ok: seconds < BAR_S,
    measured: `first paste diagnosed ${seconds} s after npm start (clone and npm ci before: ${ready.toFixed(0)} s)`,
    bar: `${BAR_S} s`,
    command: 'node scripts/newcomer.mjs',
  };
}

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
