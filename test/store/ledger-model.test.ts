import { silent } from '../../src/observe/log.js';
import { storeOn } from '../../src/store/database-store.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { describeLedgerModel } from './describe-ledger-model.js';

describeLedgerModel(
  'SQLite',
  async () => {
    // What a disk adds is tested elsewhere.
    const engine = openSqlite(':memory:', silent);
    return { store: await storeOn(engine, silent), tables: engine.db };
  },
  { numRuns: 200, isThorough: true },
);
