import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Database } from '../../src/store/store.js';
import type { Db } from '../../src/store/tables.js';
import { tempTree } from '../support/temp.js';

/** A path at which there is no database yet, in a folder of its own. */
export function newPath(): string {
  return join(tempTree({}), 'store.db');
}

/** The store of an address, closed when the test is over. */
export async function storeAt(url: string): Promise<Database> {
  const store = await openStore(url, silent);
  onTestFinished(() => store.close());
  return store;
}

/** The tables of a file, as they lie, beside whatever store there is. */
export function tablesAt(path: string): Db {
  const engine = openSqlite(path, silent);
  onTestFinished(() => engine.close());
  return engine.db;
}
