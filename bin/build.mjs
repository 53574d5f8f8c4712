/**
 * Builds dist/ when it is not what the sources say. Several processes may ask at once: one builds, the others
 * wait for it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquire } from './lock.mjs';

/** All that a build depends on; a folder counts with everything below it. */
const inputs = [
  'src',
  'dialogs',
  'adapters',
  'sandbox',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/build-probe.mjs',
];

/** @typedef {{ ok: true } | { ok: false, problem: string, output?: string }} Built */

/**
 * @param {string} root
 * @returns {Promise<Built>}
 */
export async function ensureBuilt(root) {
  // An installed package has no sources: what was shipped is what runs.
  if (!existsSync(join(root, 'tsconfig.build.json'))) return { ok: true };
  if (isFresh(root, fingerprint(root))) return { ok: true };

  const dist = join(root, 'dist');
  try {
    mkdirSync(dist, { recursive: true });
    const release = await acquire(join(dist, '.build-lock'));
    try {
      return await build(root);
    } finally {
      release();
    }
  } catch (error) {
    return { ok: false, problem: `acr-help could not be built: ${/** @type {Error} */ (error).message}` };
  }
}

/**
 * @param {string} root
 * @returns {Promise<Built>}
 */
async function build(root) {
  // Taken before the compiler reads: what is edited meanwhile makes the next start build again.
  const sources = fingerprint(root);
  if (isFresh(root, sources)) return { ok: true };

  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler)) {
    return { ok: false, problem: 'acr-help is not installed yet: run "npm ci" in its folder first.' };
  }
  // The compiler's memory of what it wrote is wrong when somebody removed files from dist.
  if (!existsSync(outputFolder(root))) rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });

  const { spawnSync } = await import('node:child_process');
  const run = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    const problem = 'acr-help could not be built: the compiler refused its sources, see above.';
    return { ok: false, problem, output: `${run.stdout ?? ''}${run.stderr ?? ''}` };
  }
  const probe = join(root, 'scripts', 'build-probe.mjs');
  if (existsSync(probe)) {
    const made = spawnSync(process.execPath, [probe], { cwd: root, encoding: 'utf8' });
    if (made.status !== 0) {
      const problem = 'acr-help could not be built: its probe could not be made into one file, see above.';
      return { ok: false, problem, output: `${made.stdout ?? ''}${made.stderr ?? ''}` };
    }
  }
  writeFileSync(stamp(root), sources);
  return { ok: true };
}

/** @param {string} root */
function stamp(root) {
  return join(root, 'dist', '.build-stamp');
}

/** @param {string} root */
function outputFolder(root) {
  return join(root, 'dist', 'src');
}

/**
 * @param {string} root
 * @param {string} sources
 */
function isFresh(root, sources) {
  try {
    return readFileSync(stamp(root), 'utf8') === sources && existsSync(outputFolder(root));
  } catch {
    return false;
  }
}

/**
 * Every input with size and time. Compared as a whole, so a file that was removed, or put back with its old
 * time, counts as a change, which the newest time alone would miss.
 *
 * @param {string} root
 */
function fingerprint(root) {
  /** @type {string[]} */
  const lines = [];
  for (const input of inputs) note(root, input, lines);
  return lines.join('\n');
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string[]} lines
 */
function note(root, path, lines) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) note(root, `${path}/${name}`, lines);
  } else {
    lines.push(`${path} ${stat.size} ${stat.mtimeMs}`);
  }
}
