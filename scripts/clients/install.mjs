/** Fetches clients: Debian's packages for this machine, and chroots with those of later releases. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chrootFolder } from './machines.mjs';

/** Packages by the program that shows whether they are there. */
const packages = {
  az: 'azure-cli',
  skopeo: 'skopeo',
  podman: 'podman',
  'docker-registry': 'docker-registry',
  docker: 'docker.io',
  ip: 'iproute2',
};

const inChroots = 'ca-certificates,azure-cli,docker.io,docker-cli,containerd,skopeo,podman,crun,netavark';
const mirror = 'http://deb.debian.org/debian';

/**
 * Installs what is missing, on Debian as root.
 *
 * @param {boolean} withChroots also what makes chroots
 */
export function installPackages(withChroots) {
  const wanted = { ...packages, ...(withChroots ? { mmdebstrap: 'mmdebstrap' } : {}) };
  const missing = Object.entries(wanted).flatMap(([program, name]) => (has(program) ? [] : [name]));
  if (missing.length === 0) return console.log('All packages are installed.');
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], env);
}

/**
 * Makes a chroot with the clients of a release of Debian, where it is not there yet. Takes minutes and 2.3 GB.
 *
 * @param {string} suite `trixie`, `sid`
 */
export function makeChroot(suite) {
  const at = join(chrootFolder, suite);
  if (existsSync(at)) return console.log(`There is a chroot at ${at} already.`);
  if (!has('mmdebstrap'))
    throw new Error('mmdebstrap is missing; run with --install, or apt-get install mmdebstrap');
  console.log(`Making a chroot of ${suite} at ${at}; this takes minutes …`);
  mkdirSync(chrootFolder, { recursive: true });
  const unfinished = `${at}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  // The signatures of unstable run out within days.
  const options = ['--variant=apt', `--include=${inChroots}`, '--aptopt=Acquire::Check-Valid-Until "false"'];
  run('mmdebstrap', ['--quiet', ...options, suite, unfinished, mirror], process.env);
  renameSync(unfinished, at);
}

/** @param {string} program */
function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, args, env) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed`);
}
