import { resolve } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import Libsql from 'libsql';
import { silent } from '../observe/log.js';
import { stepsRun } from './migrate.js';
import { migrations } from './migrations.js';
import { sqlitePath } from './open.js';
import { openPostgres, type TokenFor } from './postgres.js';
import { explainSqlite } from './sqlite.js';
import { StoreError } from './store-error.js';
import type { Db, Tables } from './tables.js';

/** A file of SQLite as it lies there: nothing of it is set up, or changed. */
export function openAsItIs(file: string): Db {
  const database = new Libsql(file, { timeout: 100 });
  // The types of libsql say less of what a row is than Kysely asks for; at run time it is one and the same.
  const forKysely: unknown = database;
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely as SqliteDatabase }) });
}

/**
 * Reads what a store holds at one moment, beside whoever is writing to it. No step of the schema is run.
 *
 * @param url as `openStore` takes it; a file must be there
 * @throws StoreError `older-schema` where steps are still to be run, and all others
 */
export async function readStore<T>(
  url: string,
  token: TokenFor | null,
  read: (db: Db) => Promise<T>,
): Promise<T> {
  if (/^postgres(?:ql)?:/i.test(url)) {
    const { db, explain } = openPostgres(url, silent, {}, token);
    const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
    return snapshot
      .execute((all) => current(all, read))
      .catch((error: unknown) => {
        throw explain(error);
      })
      .finally(() => db.destroy());
  }
  const db = openAsItIs(resolve(sqlitePath(url)));
  try {
    return await db.connection().execute(async (connection) => {
      await sql`pragma query_only = 1`.execute(connection);
      return connection.transaction().execute((all) => current(all, read));
    });
  } catch (error) {
    throw explainSqlite(error);
  } finally {
    await db.destroy();
  }
}

async function current<T>(db: Db, read: (db: Db) => Promise<T>): Promise<T> {
  const run = await stepsRun(db);
  if (Object.keys(migrations).every((step) => run.includes(step))) return read(db);
  throw new StoreError(
    'older-schema',
    'It was last used by an older version of this program. `acr-help migrate` brings it up to date, as the next start of the bot does.',
  );
}
