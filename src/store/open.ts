import type { Log } from '../observe/log.js';
import { Calls } from './calls.js';
import { defaultPatienceMs, storeOn } from './database-store.js';
import { explainSqlite, openSqlite } from './sqlite.js';
import type { Store } from './store.js';
import { StoreError } from './store-error.js';

/**
 * Opens the store, and brings its schema up to date.
 *
 * @param url `sqlite:PATH`, PATH relative to the working directory or absolute; or `sqlite::memory:`
 * @throws StoreError
 */
export async function openStore(url: string, log: Log): Promise<Store> {
  const path = sqlitePath(url);
  const opening = new Calls(explainSqlite, defaultPatienceMs);
  // Several processes may start at once, and a new file is locked while it is set up.
  const engine = await opening.run(async () => openSqlite(path, log));
  return storeOn(engine, log);
}

/** The address itself is in no message: that of a server may hold a password. */
function sqlitePath(url: string): string {
  if (/^postgres(?:ql)?:/i.test(url)) {
    throw new StoreError('unsupported-url', 'PostgreSQL is not supported yet: use sqlite:PATH.');
  }
  const path = /^sqlite:(?!\/\/)(.+)$/s.exec(url)?.[1];
  if (path === undefined || path.includes('\0')) {
    throw new StoreError(
      'unsupported-url',
      'The store is named by sqlite:PATH or sqlite::memory:, no slashes in front.',
    );
  }
  return path;
}
