import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { tempTree } from '../support/temp.js';
import { describeForgeries } from './describe-forgeries.js';
import { describeJobs } from './describe-jobs.js';
import { describeLedger } from './describe-ledger.js';

const newPath = () => join(tempTree({}), 'store.db');
const open = () => openStore(`sqlite:${newPath()}`, silent);

describeLedger('SQLite', open);
describeJobs('SQLite', open);
describeForgeries('SQLite', async () => {
  const path = newPath();
  await (await openStore(`sqlite:${path}`, silent)).close();
  const engine = openSqlite(path, silent);
  onTestFinished(() => engine.close());
  return engine;
});
