/** What the playground needs of this machine. Where something is missing, that is no failure of the bot. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Microsoft's licence lets anybody evaluate it, not pass it on: it is fetched for each run, never kept. */
const NAME = '@microsoft/m365agentsplayground';
const VERSION = '0.2.28';
const INTEGRITY =
  'sha512-EevhYW8xtEATwNg5eiFqTgZT0P5gjfCsLBwBWESSrB6+0lr9Yi9R27HJwjNGUlT3JQlxoWMgnvEQunUuyI/+2Q==';
const FETCH_MS = 120_000;
/** Of util-linux; `ip` is of iproute2. */
const UNSHARE = 'unshare';

export const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Cannot be tried here; the message says what is missing. */
export class Missing extends Error {}

/** @throws {Missing} */
export function findChromium() {
  if (!existsSync(chromium)) throw new Missing(`there is no Chromium at ${chromium} (set CHROMIUM)`);
}

/**
 * A command line that runs another one in a network of its own, in which there is nothing but loopback: the playground
 * listens on every interface, and nothing of it or of Chromium may reach the outside.
 *
 * @returns {readonly string[]}
 * @throws {Missing}
 */
export function loopbackOnly() {
  const up = 'ip link set lo up && exec "$@"';
  for (const flags of ['-n', '-rn']) {
    const inside = [UNSHARE, flags, 'sh', '-c', up, 'sh'];
    const tried = spawnSync(UNSHARE, [...inside.slice(1), 'true'], { stdio: 'ignore' });
    if (tried.status === 0) return inside;
  }
  throw new Missing('this user may not make a network namespace (unshare -n, ip link)');
}

/**
 * Fetches the playground into a folder. What comes is held against the digest above.
 *
 * @param {string} folder empty
 * @returns {string} the program
 * @throws {Missing}
 */
export function fetchPlayground(folder) {
  const root = { name: 'playground', version: '0.0.0', private: true, dependencies: { [NAME]: VERSION } };
  const lock = {
    ...{ name: root.name, version: root.version, lockfileVersion: 3, requires: true },
    packages: { '': root, [`node_modules/${NAME}`]: { version: VERSION, integrity: INTEGRITY } },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', timeout: FETCH_MS });
  if (run.status !== 0) {
    const why = /npm error code (\w+)/.exec(run.stderr)?.[1] ?? 'no answer';
    throw new Missing(`${NAME}@${VERSION} cannot be fetched (${why})`);
  }
  return join(folder, 'node_modules', NAME, 'cli.js');
}
