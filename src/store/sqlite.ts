import { chmodSync, closeSync, openSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import Libsql from 'libsql';
import type { Log } from '../observe/log.js';
import type { Engine } from './engine.js';
import { storable } from './storable.js';
import { StoreError, type StoreErrorCode } from './store-error.js';
import type { Db, Tables } from './tables.js';

/** How long the engine itself waits for a lock. It blocks the whole process meanwhile: patience is `Calls`' part. */
const engineWaitsMs = 100;

/** More than the queries of the store, so that only what a migration says once is ever prepared again. */
const statementsKept = 200;

/**
 * Opens a database file, making it where there is none, or one in memory. Readable by the process' own account only.
 *
 * @param path file, or `:memory:`
 * @throws whatever `explain` understands
 */
export function openSqlite(path: string, log: Log): Engine {
  const inMemory = path === ':memory:';
  // Absolute, because libsql takes some other names for addresses of servers.
  const file = inMemory ? path : resolve(path);
  if (!inMemory) keepPrivate(file, log);
  const database = new Libsql(file, { timeout: engineWaitsMs });
  try {
    for (const pragma of [
      // Readers do not wait for the writer. A crash of the process loses nothing; one of the machine, the last moments.
      'journal_mode = WAL',
      'synchronous = NORMAL',
      // What is deleted is overwritten (security T21).
      'secure_delete = ON',
      'foreign_keys = ON',
    ]) {
      database.pragma(pragma);
    }
  } catch (error) {
    database.close();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) });
  return {
    db,
    // There is one connection, and statements take microseconds.
    ahead: db,
    exclusively: (run) => db.connection().execute((connection) => immediately(connection, run)),
    inTurn: (run) => db.connection().execute((connection) => durably(connection, run)),
    // Who writes is alone.
    passOver: sql``,
    explain: explainSqlite,
    // Who shares a file shares a machine.
    time: async () => Date.now(),
    scrub: () => scrub(db, log),
    close: () => db.destroy(),
  };
}

/** Says what an error of SQLite, or of its files, means. */
export function explainSqlite(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const said = codeOf(error);
  const [code, message] = meanings.find(([prefix]) => said.startsWith(prefix))?.[1] ?? [
    'failed',
    'The database failed',
  ];
  return new StoreError(code, `${message}${said === '' ? '' : ` (${said})`}.`, error);
}

/** By the beginning of the code: SQLite's extended codes begin with the primary one. */
const meanings: readonly (readonly [string, readonly [StoreErrorCode, string]])[] = [
  ['SQLITE_BUSY', ['locked', 'Another process holds the database']],
  ['SQLITE_LOCKED', ['locked', 'Another process holds the database']],
  ['SQLITE_FULL', ['full', 'There is no space left for the database']],
  ['ENOSPC', ['full', 'There is no space left for the database']],
  ['EDQUOT', ['full', 'There is no space left for the database']],
  ['SQLITE_READONLY', ['read-only', 'The database cannot be written to']],
  ['EACCES', ['read-only', 'The database file or its folder cannot be written to']],
  ['EPERM', ['read-only', 'The database file or its folder cannot be written to']],
  ['EROFS', ['read-only', 'The database file or its folder cannot be written to']],
  ['SQLITE_NOTADB', ['not-a-database', 'The file is no SQLite database']],
  ['EISDIR', ['not-a-database', 'The path of the database is a folder']],
  ['SQLITE_CORRUPT', ['damaged', 'The database is damaged: put back a copy']],
  ['ENOENT', ['not-found', 'The folder of the database does not exist']],
  ['ENOTDIR', ['not-found', 'The folder of the database does not exist']],
  ['SQLITE_CANTOPEN', ['not-found', 'The database cannot be opened']],
  ['SQLITE_CONSTRAINT', ['conflict', 'What was to be stored is there already']],
];

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** SQLite gives its journals the mode of the database, so that has to be right before the first of them is written. */
function keepPrivate(file: string, log: Log): void {
  closeSync(openSync(file, 'a', 0o600));
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    const mode = statSync(name, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) === 0) continue;
    try {
      chmodSync(name, 0o600);
    } catch (error) {
      // Somebody else's file, shared on purpose: the operator decides.
      log.warn('store.file-readable-by-others', { reason: codeOf(error) });
    }
  }
}

/**
 * All or nothing, and with the lock from the start: a transaction that began by reading could not wait for the lock.
 * SQLite's schema changes are part of a transaction too, although Kysely does not count on it.
 */
async function immediately<T>(connection: Db, run: (db: Db) => Promise<T>): Promise<T> {
  await sql`begin immediate`.execute(connection);
  try {
    const result = await run(connection);
    await sql`commit`.execute(connection);
    return result;
  } catch (error) {
    await sql`rollback`.execute(connection);
    throw error;
  }
}

/** Waits until the disk has what was written, and with it all that was written before. */
async function durably<T>(connection: Db, run: (db: Db) => Promise<T>): Promise<T> {
  await sql`pragma synchronous = full`.execute(connection);
  try {
    return await immediately(connection, run);
  } finally {
    await sql`pragma synchronous = normal`.execute(connection);
  }
}

/** Deleted rows are overwritten in the database, but the log in front of it still holds them until it is cut off. */
async function scrub(db: Db, log: Log): Promise<void> {
  try {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows.some(({ busy }) => busy !== 0)) log.warn('store.scrub-later', { reason: 'locked' });
  } catch (error) {
    log.warn('store.scrub-later', { reason: explainSqlite(error).code });
  }
}

/**
 * What Kysely asks of a database. Statements are kept: Kysely prepares anew for each query, which costs more than the
 * query, and libsql frees a statement only when it is collected.
 */
function forKysely(database: Libsql.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(source) {
      const known = kept.get(source);
      if (known !== undefined) return known;
      const statement = source === 'rollback' ? rollback(database) : checked(database.prepare(source));
      if (kept.size >= statementsKept) kept.clear();
      kept.set(source, statement);
      return statement;
    },
    close() {
      kept.clear();
      database.close();
    },
  };
}

function checked(statement: Libsql.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(storable(parameters)),
    run: (parameters) => statement.run(storable(parameters)),
    iterate: (parameters) => statement.iterate(storable(parameters)),
  };
}

/** After some errors SQLite has rolled back by itself; that there is nothing left to do must not hide the error. */
function rollback(database: Libsql.Database): SqliteStatement {
  const statement = checked(database.prepare('rollback'));
  const nothing = { changes: 0, lastInsertRowid: 0 };
  return {
    ...statement,
    run: (parameters) => (database.inTransaction ? statement.run(parameters) : nothing),
  };
}
