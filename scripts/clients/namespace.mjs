/**
 * A network and file systems of one's own: names and addresses of Azure are there, and lead to the sandbox; nothing else
 * is, so that no packet can leave the machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every public address that the sandbox gives (sandbox/network/names.ts), and those of private endpoints. */
const addresses = ['20.0.0.0/8', '10.0.0.0/8'];
const NAME_SERVER = '127.0.0.53';
/** Of util-linux. */
const UNSHARE = 'unshare';

/**
 * A command line that runs another one in namespaces of its own; null where this user may not make them.
 *
 * @returns {readonly string[] | null}
 */
export function ownNamespaces() {
  for (const flags of ['-mn', '-rmn']) {
    const inside = [UNSHARE, flags];
    const tried = spawnSync(UNSHARE, [flags, 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
    if (tried.status === 0) return inside;
  }
  return null;
}

/**
 * Sets up the namespaces that this process is in.
 *
 * @param {string} work folder that chroots get at the same path
 * @param {readonly string[]} roots of chroots
 */
export function setUp(work, roots) {
  run('ip', 'link', 'set', 'lo', 'up');
  for (const block of addresses) run('ip', 'route', 'add', 'local', block, 'dev', 'lo');
  const resolver = join(work, 'resolv.conf');
  writeFileSync(resolver, `nameserver ${NAME_SERVER}\noptions timeout:5 attempts:1\n`);
  run('mount', '--bind', resolver, '/etc/resolv.conf');
  for (const root of roots) {
    // Docker and podman make their own root of it, which must be a mount for that.
    run('mount', '--bind', root, root);
    for (const folder of ['proc', 'sys', 'dev']) run('mount', '--rbind', `/${folder}`, join(root, folder));
    const inside = join(root, work);
    mkdirSync(inside, { recursive: true });
    run('mount', '--bind', work, inside);
    const file = join(root, 'etc/resolv.conf');
    if (!existsSync(file)) writeFileSync(file, '');
    run('mount', '--bind', resolver, file);
  }
}

/** @param {string[]} line */
function run(...line) {
  const [command = '', ...args] = line;
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${line.join(' ')}: ${stderr}`);
}
