import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Authority, type LeafOptions } from '../../../sandbox/network/authority.js';
import { tempTree } from '../../support/temp.js';

/** Why snippets cannot run here; null where they can. */
export function whyNot(shell: string): string | null {
  if (spawnSync('unshare', ['-r', '-m', '-n', 'true']).status !== 0)
    return 'this machine gives no network namespace of its own';
  return found(shell.split(' ', 1)[0] ?? '') === null ? `there is no ${shell} on this machine` : null;
}

export interface Situation {
  readonly dns?: 'answers' | 'nxdomain' | 'silent';
  readonly server?: 'none' | 'mute' | 'resets' | (LeafOptions & { readonly names?: readonly string[] });
  readonly trusted?: boolean;
  readonly status?: number;
  /** Seconds that the clock of the registry is ahead. */
  readonly skew?: number;
  /** Programs that are not there, of those that a snippet uses. */
  readonly without?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Scripts that stand in for programs. */
  readonly programs?: Readonly<Record<string, string>>;
}

export const registry = 'contoso.azurecr.io';
const challenge = `Bearer realm="https://${registry}/oauth2/token",service="${registry}"`;
const tools = [
  'awk',
  'sed',
  'grep',
  'tr',
  'wc',
  'cksum',
  'sort',
  'date',
  'cat',
  'curl',
  'wget',
  'nslookup',
  'getent',
];
const inside = join(dirname(fileURLToPath(import.meta.url)), 'inside.mjs');

let authority: Promise<Authority> | undefined;

/**
 * Runs a snippet in a network namespace of its own, in which a name service and perhaps a registry are all there is.
 * Gives what it printed.
 */
export async function runInside(snippet: string, shell: string, situation: Situation = {}): Promise<string> {
  authority ??= Authority.create('Fake authority');
  const ca = await authority;
  const { server = {}, without = [], env = {}, programs = {} } = situation;
  const leaf = typeof server === 'string' ? null : await ca.leaf(server.names ?? ['*.azurecr.io'], server);
  const folder = tempTree({
    'ca.pem': situation.trusted === false ? (await Authority.create('Other authority')).pem : ca.pem,
    'resolv.conf': 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n',
    hosts: '127.0.0.1 localhost\n',
    'nsswitch.conf': 'hosts: files dns\n',
    snippet,
    'home/none': '',
  });
  writeFileSync(join(folder, 'wgetrc'), `ca_certificate=${folder}/ca.pem\n`);
  const path = programsIn(folder, shell, [...without, ...Object.keys(programs)]);
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(path, name), text, { mode: 0o755 });
  const script = [
    'ip link set lo up',
    ...['resolv.conf', 'hosts', 'nsswitch.conf'].map((it) => `mount --bind ${folder}/${it} /etc/${it}`),
    `mkfifo ${folder}/in ${folder}/out`,
    `"${process.execPath}" "${inside}" <${folder}/in >${folder}/out &`,
    `exec 3>${folder}/in`,
    `read ready <${folder}/out`,
    `env -i PATH=${path} HOME=${folder}/home CURL_CA_BUNDLE=${folder}/ca.pem WGETRC=${folder}/wgetrc ${Object.entries(
      env,
    )
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')} ${join(path, 'sh')} ${folder}/snippet </dev/null`,
  ];
  const told = JSON.stringify({
    dns: situation.dns ?? 'answers',
    addresses: ['127.0.0.1'],
    cname: 'contoso.privatelink.azurecr.io',
    server:
      server === 'none' ? null : typeof server === 'string' ? server : { cert: leaf?.cert, key: leaf?.key },
    status: situation.status ?? 401,
    realm: challenge,
    skew: situation.skew ?? 0,
  });
  return new Promise((resolve, reject) => {
    execFile(
      'unshare',
      ['-r', '-m', '-n', 'sh', '-ec', script.join('\n')],
      { env: { ...process.env, SITUATION: told }, timeout: 60_000 },
      (error, stdout, stderr) => (error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(stdout)),
    );
  });
}

/** Makes a folder with the programs that a snippet may use, and no others; gives its path. */
function programsIn(folder: string, shell: string, without: readonly string[]): string {
  const path = join(folder, 'bin');
  mkdirSync(path);
  const applets = shell.startsWith('busybox')
    ? spawnSync('busybox', ['--list'], { encoding: 'utf8' }).stdout
    : '';
  for (const tool of [...tools, 'docker'].filter((it) => !without.includes(it))) {
    // Debian's busybox lacks cksum, and its wget crashes where a name is to be looked up.
    const own = applets.split('\n').includes(tool) && tool !== 'wget';
    const program = found(own ? 'busybox' : tool);
    if (program !== null) symlinkSync(program, join(path, tool));
  }
  symlinkSync(found(shell.split(' ', 1)[0] ?? '') ?? '', join(path, 'sh'));
  return path;
}

/**
 * Runs a snippet outside of a namespace, through a proxy on loopback: the only way that it has, as the programs are
 * left out that ask a name service.
 */
export function runThrough(proxy: string, authorityPem: string, snippet: string): Promise<string> {
  const folder = tempTree({ 'ca.pem': authorityPem, snippet, 'home/none': '' });
  const path = programsIn(folder, 'dash', ['nslookup', 'getent', 'docker', 'wget']);
  const env = {
    PATH: path,
    HOME: join(folder, 'home'),
    CURL_CA_BUNDLE: join(folder, 'ca.pem'),
    https_proxy: proxy,
  };
  return new Promise((resolve, reject) => {
    const options = { env, timeout: 60_000 };
    execFile(join(path, 'sh'), [join(folder, 'snippet')], options, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
}

function found(program: string): string | null {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
