import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { sql } from 'kysely';
import { silent } from '../observe/log.js';
import { openAsItIs } from './as-it-is.js';
import type { Engine } from './engine.js';
import { stepsRun } from './migrate.js';
import { migrations } from './migrations.js';
import { sqlitePath } from './open.js';
import { openPostgres, type TokenFor } from './postgres.js';
import { explainSqlite } from './sqlite.js';
import type { StoreErrorCode } from './store-error.js';
import { StoreError } from './store-error.js';
import type { Db } from './tables.js';

/** What a store is like before anybody opens it. */
export type StoreLook =
  | {
      readonly kind: 'looked';
      readonly engine: 'sqlite' | 'postgres';
      /** In memory: nothing is there after a restart. */
      readonly lasting: boolean;
      /** Steps that the next start would run; all of them where there is nothing yet. */
      readonly pending: readonly string[];
      readonly empty: boolean;
      /** Nothing on the way to a server on another machine is encrypted. */
      readonly unencrypted: boolean;
    }
  | { readonly kind: 'failed'; readonly code: StoreErrorCode };

/** Milliseconds that a server may take for each step. */
const limits = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 2_000,
  statement_timeout: 3_000,
  query_timeout: 4_000,
};

/**
 * Looks at the store as `openStore` would find it, and changes nothing: no file is made, no step of the schema is run. That
 * it can be written to is tried in a transaction that is rolled back. Never rejects.
 *
 * @param url as `openStore` takes it
 * @param token likewise
 */
export async function inspectStore(url: string, token: TokenFor | null = null): Promise<StoreLook> {
  try {
    return /^postgres(?:ql)?:/i.test(url)
      ? await inspectPostgres(url, token)
      : await inspectSqlite(sqlitePath(url));
  } catch (error) {
    return { kind: 'failed', code: error instanceof StoreError ? error.code : explainSqlite(error).code };
  }
}

async function inspectSqlite(path: string): Promise<StoreLook> {
  const looked = { kind: 'looked', engine: 'sqlite', unencrypted: false } as const;
  const all = Object.keys(migrations);
  if (path === ':memory:') return { ...looked, lasting: false, pending: all, empty: true };
  const file = resolve(path);
  accessSync(dirname(file), constants.W_OK | constants.X_OK);
  if (!existsSync(file)) return { ...looked, lasting: true, pending: all, empty: true };
  // Not made where it is not there, and nothing is written.
  closeSync(openSync(file, 'r+'));
  // An engine would set up a file without content as its own.
  if (statSync(file).size === 0) return { ...looked, lasting: true, pending: all, empty: true };
  const db = openAsItIs(file);
  try {
    const steps = await stepsIn(db);
    await db.connection().execute(async (connection) => {
      await sql`begin immediate`.execute(connection);
      await sql`rollback`.execute(connection);
    });
    return { ...looked, lasting: true, ...steps };
  } finally {
    await db.destroy();
  }
}

async function inspectPostgres(url: string, token: TokenFor | null): Promise<StoreLook> {
  const engine = openPostgres(url, silent, limits, token);
  try {
    const steps = await stepsIn(engine.db);
    await tryWriting(engine, steps.empty);
    const { hostname, searchParams } = new URL(url);
    const mode = searchParams.get('sslmode') ?? 'disable';
    const here = /^(?:|localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) || searchParams.has('host');
    const unencrypted = mode === 'disable' && !here;
    return { kind: 'looked', engine: 'postgres', lasting: true, unencrypted, ...steps };
  } catch (error) {
    throw engine.explain(error);
  } finally {
    await engine.close();
  }
}

/** An empty database must let the account make tables, another one change a row. */
async function tryWriting({ db }: Engine, empty: boolean): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    try {
      if (empty) await sql`create table acr_help_doctor (id integer)`.execute(connection);
      else await sql`update heartbeat set beats = beats where id = -1`.execute(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}

/** @throws StoreError `newer-schema` */
async function stepsIn(db: Db): Promise<{ readonly pending: readonly string[]; readonly empty: boolean }> {
  const run = await stepsRun(db);
  const all = Object.keys(migrations);
  return { pending: all.filter((name) => !run.includes(name)), empty: run.length === 0 };
}
