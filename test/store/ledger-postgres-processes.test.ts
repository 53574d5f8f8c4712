import { onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openPostgres } from '../../src/store/postgres.js';
import { describeLedgerProcesses } from './describe-ledger-processes.js';
import { withPostgres } from './postgres.js';

await withPostgres((server) => {
  describeLedgerProcesses(
    'PostgreSQL',
    () => server.newDatabase(),
    (url) => {
      const engine = openPostgres(url, silent);
      onTestFinished(() => engine.close());
      return engine.db;
    },
  );
});
