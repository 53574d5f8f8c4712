/** Which clients this machine has, and which are in chroots beside it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {string} name `Debian 12`
 * @property {string | null} root of a chroot
 * @property {Record<string, string>} programs versions
 */

/** Chroots stay from one run to the next: to make one takes minutes. */
export const chrootFolder = process.env['ACR_HELP_CHROOTS'] ?? '/var/tmp/acr-help-clients';

/** @type {Readonly<Record<string, readonly [command: string[], version: RegExp]>>} */
const questions = {
  az: [['az', 'version', '-o', 'json'], /"azure-cli": "([\d.]+)"/],
  docker: [['docker', '--version'], /version ([\d.]+)/],
  dockerd: [['dockerd', '--version'], /version ([\d.]+)/],
  skopeo: [['skopeo', '--version'], /version ([\d.]+)/],
  podman: [['podman', '--version'], /version ([\d.]+)/],
  containerd: [['containerd', '--version'], /\b(\d+\.\d+\.\d+)/],
};

/**
 * This machine, and each chroot. Runs in the namespace, where chroots have their /proc.
 *
 * @param {string} root of the repository
 * @returns {Machine[]}
 */
export function findMachines(root) {
  const sdk = JSON.parse(
    readFileSync(join(root, 'node_modules/@azure/container-registry/package.json'), 'utf8'),
  );
  const here = { name: nameOf('/'), root: null, programs: { ...programsIn(null), node: sdk.version } };
  const others = chroots().map((at) => ({ name: nameOf(at), root: at, programs: programsIn(at) }));
  return [here, ...others.toSorted((a, b) => a.name.localeCompare(b.name))];
}

/** @returns {string[]} */
export function chroots() {
  if (!existsSync(chrootFolder)) return [];
  return readdirSync(chrootFolder)
    .map((name) => join(chrootFolder, name))
    .filter((at) => existsSync(join(at, 'usr/bin/az')));
}

/** @param {string | null} root */
function programsIn(root) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [program, [line, form]] of Object.entries(questions)) {
    const [command = '', ...args] = root === null ? line : ['chroot', root, ...line];
    // Its own configuration folder: nobody's sign-in is touched.
    const env = {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      AZURE_CONFIG_DIR: '/tmp/acr-help-az-version',
    };
    const { stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000, env });
    const version = form.exec(stdout ?? '')?.[1];
    if (version !== undefined) found[program] = version;
  }
  return found;
}

/** @param {string} root */
function nameOf(root) {
  const release = join(root, 'etc/os-release');
  if (!existsSync(release)) return process.platform;
  const text = readFileSync(release, 'utf8');
  /** @param {string} key */
  const value = (key) => RegExp(`^${key}="?([^"\n]*)`, 'm').exec(text)?.[1];
  const name = (value('NAME') ?? 'Linux').replace(' GNU/Linux', '');
  // Unstable has no number, and the name of the release that is to come.
  return `${name} ${value('VERSION_ID') ?? basename(root)}`.trim();
}
