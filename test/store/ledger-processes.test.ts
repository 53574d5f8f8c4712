import { describeLedgerProcesses } from './describe-ledger-processes.js';
import { newPath, tablesAt } from './open-engine.js';

describeLedgerProcesses(
  'SQLite',
  () => `sqlite:${newPath()}`,
  (url) => tablesAt(url.replace('sqlite:', '')),
);
