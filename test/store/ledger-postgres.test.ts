import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { openPostgres } from '../../src/store/postgres.js';
import type { Database } from '../../src/store/store.js';
import { describeForgeries } from './describe-forgeries.js';
import { describeJobs } from './describe-jobs.js';
import { describeLedger } from './describe-ledger.js';
import { describeSubmissions } from './describe-submissions.js';
import { withPostgres } from './postgres.js';
import { ask } from './postgres-server.js';

await withPostgres((server) => {
  /** One database and one store for all, emptied: making one takes longer than a test. */
  let url: string;
  let store: Database;
  beforeAll(async () => {
    url = await server.newDatabase();
    store = await openStore(url, silent);
  });
  afterAll(() => store.close());
  const empty = async () => {
    await ask(url, 'truncate access_request, audit cascade');
    return { ...store, close: async () => {} };
  };
  describeSubmissions('PostgreSQL', empty);
  describeLedger('PostgreSQL', empty);
  describeJobs('PostgreSQL', empty);
  describeForgeries('PostgreSQL', async () => {
    await empty();
    const engine = openPostgres(url, silent);
    onTestFinished(() => engine.close());
    return engine;
  });
});
