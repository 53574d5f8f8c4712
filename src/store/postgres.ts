import {
  Kysely,
  type MigrationLockOptions,
  PostgresAdapter,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  sql,
} from 'kysely';
import pg from 'pg';
import type { Log } from '../observe/log.js';
import type { Engine } from './engine.js';
import { readPostgresAddress, readTokenAddress } from './postgres-address.js';
import { storable } from './storable.js';
import { StoreError, type StoreErrorCode } from './store-error.js';
import type { Db, Tables } from './tables.js';

/** What a process takes of a server that lets in some hundred; statements last a millisecond. */
const mostConnections = 10;
/** More of them, for single inserts that nothing may hold up. */
const aheadConnections = 2;

/** Milliseconds, one longer than the other: of two who give up, the one that knows why comes first. */
const defaultLimits = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 5_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
  // For a server that has vanished without a word.
  query_timeout: 12_000,
};

/** A migration may take its time, and so may waiting for another process that makes it. */
const migrationLimits = {
  connectionTimeoutMillis: defaultLimits.connectionTimeoutMillis,
  lock_timeout: 600_000,
  statement_timeout: 600_000,
  query_timeout: 600_000,
};

/** Any number that no other program takes for an advisory lock in the same database. */
const migrationLock = 7_221_530_941n;
/** Another one. */
const turnLock = 7_221_530_942n;

/** The type `bigint` in the system table `pg_type`. */
const int8 = 20;

/** What a server takes in the place of a password; asked anew for each connection. */
export type TokenFor = () => Promise<string>;

/**
 * The database of a server. Nothing is connected to before the first statement.
 *
 * @param url see `readPostgresAddress`; with a token, `readTokenAddress`
 * @throws StoreError `unsupported-url`
 */
export function openPostgres(
  url: string,
  log: Log,
  limits: Partial<typeof defaultLimits> = {},
  token: TokenFor | null = null,
): Engine {
  const address =
    token === null ? readPostgresAddress(url) : { ...readTokenAddress(url), password: orDenied(token) };
  const connect = (config: pg.PoolConfig) =>
    new Kysely<Tables>({
      dialect: new Dialect({ pool: forKysely(openPool({ ...config, ...address }, log)) }),
    });
  const db = connect({ ...defaultLimits, ...limits, max: mostConnections });
  const ahead = connect({ ...defaultLimits, ...limits, max: aheadConnections });
  return {
    db,
    ahead,
    async exclusively(run) {
      const migrating = connect({ ...migrationLimits, max: 1 });
      try {
        return await migrating.connection().execute((connection) => alone(connection, run));
      } finally {
        await migrating.destroy();
      }
    },
    inTurn: (run) =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (all) => {
          await sql`select pg_advisory_xact_lock(${sql.lit(turnLock)})`.execute(all);
          return run(all);
        }),
    passOver: sql`for update of access_job skip locked`,
    explain: explainPostgres,
    async time() {
      const said = await sql<{ now: number }>`
        select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
      const [row] = said.rows;
      if (row === undefined) throw new StoreError('failed', 'The server does not say what time it is.');
      return row.now;
    },
    // The server overwrites what is deleted when it sees fit (VACUUM), and its log of changes has copies.
    scrub: async () => {},
    close: async () => {
      await Promise.all([db.destroy(), ahead.destroy()]);
    },
  };
}

/** Where there is no token there is no sign-in: that is no state of the network. */
function orDenied(token: TokenFor): TokenFor {
  return () =>
    token().catch((cause: unknown) => {
      throw new StoreError(
        'denied',
        'Entra gave the identity of STORE_CLIENT_ID no token for the server.',
        cause,
      );
    });
}

function openPool(config: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'acr-help',
    idleTimeoutMillis: 30_000,
    // After a failover nobody stays with the old server for long.
    maxLifetimeSeconds: 30 * 60,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser },
    ...config,
  });
  // A connection that is lost while nobody uses it; the pool has dropped it.
  pool.on('error', (error) => {
    log.warn('store.connection-lost', { reason: explainPostgres(lost(error)).code });
  });
  return pool;
}

/** Milliseconds since 1970 are far from 2^53; what is not is refused, not rounded. Of this pool only. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) =>
  oid === int8 && format !== 'binary' ? safeInteger : pg.types.getTypeParser(oid, format);

function safeInteger(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new StoreError('damaged', 'The database holds a number that is out of range.');
}

/**
 * Says what an error of PostgreSQL, or of the way to it, means. There is no `cause`: PostgreSQL quotes rows in what it
 * says.
 */
export function explainPostgres(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (!(error instanceof pg.DatabaseError)) return new StoreError('failed', 'The database failed.', error);
  const said = error.code ?? '';
  const [code, message] = meanings.find(([prefix]) => said.startsWith(prefix))?.[1] ?? [
    'failed',
    'The database failed',
  ];
  return new StoreError(code, `${message} (${said}).`);
}

const stopping = ['unreachable', 'The server ends connections, or takes none now'] as const;
const denied = ['denied', 'The server does not let this account in, or not unencrypted'] as const;
const locked = ['locked', 'Another process holds what is needed'] as const;
const damaged = ['damaged', 'The database is damaged: put back a copy'] as const;

/** By the beginning of the SQLSTATE: PostgreSQL's Appendix A. */
const meanings: readonly (readonly [string, readonly [StoreErrorCode, string]])[] = [
  ['08', stopping],
  ['22021', ['not-storable', 'A text holds a character that cannot be stored']],
  ['23505', ['conflict', 'What was to be stored is there already']],
  ['25006', ['read-only', 'The server takes no changes now']],
  ['25P03', ['timeout', 'The transaction took too long']],
  ['28', denied],
  ['3D000', ['not-found', 'The server has no database of that name']],
  ['40001', locked],
  ['40P01', locked],
  ['42501', ['read-only', 'The account has no right to write to the database, or to make tables in it']],
  ['53100', ['full', 'There is no space left for the database']],
  ['53', ['unreachable', 'The server is at its limits']],
  ['54000', ['too-large', 'A text is too long to be stored']],
  ['55P03', locked],
  ['57014', ['timeout', 'The database took too long']],
  ['57P', stopping],
  ['58030', ['failed', 'The disk of the server failed']],
  ['XX001', damaged],
  ['XX002', damaged],
];

/** What an error means that did not come from the server, but befell the connection to it. */
function lost(error: unknown): unknown {
  if (error instanceof pg.DatabaseError || error instanceof StoreError) return error;
  const said = error instanceof Error ? error.message : '';
  // `pg` gives its own timeouts no code.
  if (/time-?out/i.test(said)) return new StoreError('timeout', 'The server did not answer in time.');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/CERT|SIGN|ISSUER|TLS|SSL/.test(code) || /\bSSL\b/.test(said)) {
    const why = 'The server could not be reached encrypted: see sslmode and sslrootcert in its address';
    return new StoreError('unreachable', `${why}${inBrackets(code)}.`);
  }
  return new StoreError('unreachable', `The server cannot be reached${inBrackets(code)}.`);
}

function inBrackets(code: string): string {
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? ` (${code})` : '';
}

/** All or nothing, and one process after the other: the lock ends with the transaction, however that ends. */
async function alone<T>(connection: Db, run: (db: Db) => Promise<T>): Promise<T> {
  await sql`begin`.execute(connection);
  try {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(connection);
    const result = await run(connection);
    await sql`commit`.execute(connection);
    return result;
  } catch (error) {
    await sql`rollback`.execute(connection);
    throw error;
  }
}

/** `alone` stands in for Kysely's own lock and transaction, which would end after the check for newer schemas. */
class Dialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new Adapter();
  }
}

class Adapter extends PostgresAdapter {
  override get supportsTransactionalDdl(): boolean {
    return false;
  }
  override async acquireMigrationLock(_db: Kysely<unknown>, _options: MigrationLockOptions): Promise<void> {}
  override async releaseMigrationLock(_db: Kysely<unknown>, _options: MigrationLockOptions): Promise<void> {}
}

/**
 * What Kysely asks of a pool. A connection on which something other than a statement failed is never used again: `pg`
 * would have the next statement wait behind the one that hangs.
 */
function forKysely(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await connected(pool);
      let broken = false;
      let first: unknown;
      // Between two statements nobody else would hear of it, and the process would end.
      const onError = () => {
        broken = true;
      };
      client.on('error', onError);
      const query = async (statement: string, parameters: readonly unknown[]) => {
        // The server has rolled back by itself; that there is nothing left to do must not hide why.
        if (broken && statement === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] };
        try {
          return await client.query(statement, [...storable(parameters)]);
        } catch (error) {
          broken ||= !(error instanceof StoreError) && !isAboutStatement(error);
          // "The transaction is aborted", says PostgreSQL of every statement after the one that it refused.
          if (error instanceof pg.DatabaseError && error.code === '25P02' && first !== undefined) throw first;
          first = lost(error);
          throw first;
        }
      };
      const asked: unknown = query;
      return {
        // Cast: the type's other overload is for a cursor, which Kysely asks for only where it was given a class of them.
        query: asked as PostgresPoolClient['query'],
        release() {
          client.off('error', onError);
          client.release(broken);
        },
      };
    },
    end: () => pool.end(),
  };
}

async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw lost(error);
  }
}

/** After `FATAL` the server has closed the connection. */
function isAboutStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}
