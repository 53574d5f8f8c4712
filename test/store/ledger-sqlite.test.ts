import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Db } from '../../src/store/tables.js';
import { tempTree } from '../support/temp.js';
import { describeForgeries } from './describe-forgeries.js';
import { describeJobs } from './describe-jobs.js';
import { describeLedger } from './describe-ledger.js';
import { describeSubmissions } from './describe-submissions.js';

const newPath = () => join(tempTree({}), 'store.db');
const open = () => openStore(`sqlite:${newPath()}`, silent);

describeSubmissions('SQLite', open);
describeLedger('SQLite', open);
describeJobs('SQLite', open);
describeForgeries('SQLite', async () => {
  const path = newPath();
  await (await openStore(`sqlite:${path}`, silent)).close();
  const engine = openSqlite(path, silent);
  onTestFinished(() => engine.close());
  return engine;
});

it('a turn is kept over a crash of the machine, other writes over one of the process', async () => {
  const engine = openSqlite(newPath(), silent);
  onTestFinished(() => engine.close());
  const level = async (db: Db) =>
    (await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows[0]?.synchronous;
  expect(await engine.inTurn(level)).toBe(2);
  expect(await level(engine.db)).toBe(1);
  await expect(engine.inTurn(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(await level(engine.db)).toBe(1);
});
