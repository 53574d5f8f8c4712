#!/usr/bin/env node
/**
 * Starts acr-help from a checkout or an installed package: builds first where sources are newer than the last
 * build, then hands over to dist/src/cli.js. Standard output belongs to the command line alone.
 *
 * Contract with src/cli.ts: it exports `main(argv)`, which gives the exit code.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** sysexits.h: a service (here: the right Node) is unavailable; an internal error. */
const EX_UNAVAILABLE = 69;
const EX_SOFTWARE = 70;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  fail(`acr-help needs Node 20.19 or newer; this is Node ${process.versions.node}.`, EX_UNAVAILABLE);
} else {
  await start(dirname(dirname(fileURLToPath(import.meta.url))));
}

/**
 * @param {string} root the checkout or package folder
 * @returns {Promise<void>}
 */
async function start(root) {
  // Not imported above: an old Node must get its sentence before it meets something that it cannot load.
  const { ensureBuilt } = await import('./build.mjs');
  const built = await ensureBuilt(root);
  if (!built.ok) {
    fail(`${built.output ?? ''}${built.problem}`, EX_SOFTWARE);
    return;
  }
  const cli = await import(pathToFileURL(join(root, 'dist', 'src', 'cli.js')).href);
  process.exitCode = await cli.main(process.argv.slice(2));
}

/**
 * @param {string} text
 * @param {number} code
 */
function fail(text, code) {
  process.stderr.write(`${text}\n`);
  process.exitCode = code;
}
