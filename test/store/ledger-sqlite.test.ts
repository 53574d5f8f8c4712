import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Db } from '../../src/store/tables.js';
import { describeAfterRotation } from './describe-after-rotation.js';
import { describeDeliveries } from './describe-deliveries.js';
import { describeDiscards } from './describe-discards.js';
import { describeExtensions } from './describe-extensions.js';
import { describeForgeries } from './describe-forgeries.js';
import { describeJobs } from './describe-jobs.js';
import { describeLedger } from './describe-ledger.js';
import { describeQuestions } from './describe-questions.js';
import { describeRotationForgeries } from './describe-rotation-forgeries.js';
import { describeRotations } from './describe-rotations.js';
import { describeSubmissions } from './describe-submissions.js';
import { newPath, tablesAt } from './open-engine.js';

const open = () => openStore(`sqlite:${newPath()}`, silent);
const openBoth = async () => {
  const path = newPath();
  return { store: await openStore(`sqlite:${path}`, silent), tables: tablesAt(path) };
};

describeSubmissions('SQLite', open);
describeLedger('SQLite', open);
describeJobs('SQLite', open);
describeQuestions('SQLite', open);
describeExtensions('SQLite', open);
describeRotations('SQLite', openBoth);
describeAfterRotation('SQLite', openBoth);
describeDeliveries('SQLite', openBoth);
describeDiscards('SQLite', openBoth);
const openEngine = async () => {
  const path = newPath();
  await (await openStore(`sqlite:${path}`, silent)).close();
  const engine = openSqlite(path, silent);
  onTestFinished(() => engine.close());
  return engine;
};
describeForgeries('SQLite', openEngine);
describeRotationForgeries('SQLite', openEngine);

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
