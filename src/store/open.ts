import type { Log } from '../observe/log.js';
import { Calls } from './calls.js';
import { defaultPatienceMs, storeOn } from './database-store.js';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import { openPostgres, type TokenFor } from './postgres.js';
import { explainSqlite, openSqlite } from './sqlite.js';
import type { Database } from './store.js';
import { StoreError } from './store-error.js';

/**
 * Opens the store, and brings its schema up to date.
 *
 * @param url `sqlite:PATH`, PATH relative to the working directory or absolute; `sqlite::memory:`; or `postgres://…` as
 *   `readPostgresAddress` takes it
 * @param token where a server takes tokens of Entra; of no account for SQLite
 * @throws StoreError
 */
export async function openStore(url: string, log: Log, token: TokenFor | null = null): Promise<Database> {
  return storeOn(await engineAt(url, log, token), log);
}

/**
 * Brings the schema of a store up to date and does nothing else; alone, as `openStore` does.
 *
 * @param url likewise
 * @returns the steps that were run, by their names
 * @throws StoreError; nothing is changed then
 */
export async function bringUpToDate(
  url: string,
  log: Log,
  token: TokenFor | null = null,
): Promise<readonly string[]> {
  const engine = await engineAt(url, log, token);
  const calls = new Calls(engine.explain, defaultPatienceMs);
  return calls.run(() => engine.exclusively(migrate)).finally(() => engine.close());
}

async function engineAt(url: string, log: Log, token: TokenFor | null): Promise<Engine> {
  if (/^postgres(?:ql)?:/i.test(url)) return openPostgres(url, log, {}, token);
  const path = sqlitePath(url);
  const opening = new Calls(explainSqlite, defaultPatienceMs);
  // Several processes may start at once, and a new file is locked while it is set up.
  return opening.run(async () => openSqlite(path, log));
}

/**
 * The address itself is in no message: that of a server may hold a password.
 *
 * @throws StoreError `unsupported-url`
 */
export function sqlitePath(url: string): string {
  const path = /^sqlite:(?!\/\/)(.+)$/s.exec(url)?.[1];
  if (path === undefined || path.includes('\0')) {
    throw new StoreError(
      'unsupported-url',
      'The store is named by sqlite:PATH or sqlite::memory:, no slashes in front, or by postgres://.',
    );
  }
  return path;
}
