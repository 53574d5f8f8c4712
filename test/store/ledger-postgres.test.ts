import { afterAll, beforeAll } from 'vitest';
import { silent } from '../../src/observe/log.js';
import type { Engine } from '../../src/store/engine.js';
import { openStore } from '../../src/store/open.js';
import { openPostgres } from '../../src/store/postgres.js';
import type { Database } from '../../src/store/store.js';
import { describeAfterRotation } from './describe-after-rotation.js';
import { describeDeliveries } from './describe-deliveries.js';
import { describeDiscards } from './describe-discards.js';
import { describeExtensions } from './describe-extensions.js';
import { describeForgeries } from './describe-forgeries.js';
import { describeJobs } from './describe-jobs.js';
import { describeLedger } from './describe-ledger.js';
import { describeLedgerModel } from './describe-ledger-model.js';
import { describeQuestions } from './describe-questions.js';
import { describeRotationForgeries } from './describe-rotation-forgeries.js';
import { describeRotations } from './describe-rotations.js';
import { describeSubmissions } from './describe-submissions.js';
import { withPostgres } from './postgres.js';
import { ask } from './postgres-server.js';

await withPostgres((server) => {
  /** One database and one store for all, emptied: making one takes longer than a test. */
  let url: string;
  let store: Database;
  let engine: Engine;
  beforeAll(async () => {
    url = await server.newDatabase();
    store = await openStore(url, silent);
    engine = openPostgres(url, silent);
  });
  afterAll(async () => {
    await store.close();
    await engine.close();
  });
  const empty = async () => {
    await ask(url, 'truncate access_request, audit cascade');
    return { ...store, close: async () => {} };
  };
  const emptyBoth = async () => ({ store: await empty(), tables: engine.db });
  describeSubmissions('PostgreSQL', empty);
  describeLedger('PostgreSQL', empty);
  describeJobs('PostgreSQL', empty);
  describeQuestions('PostgreSQL', empty);
  describeExtensions('PostgreSQL', empty);
  describeRotations('PostgreSQL', emptyBoth);
  describeAfterRotation('PostgreSQL', emptyBoth);
  describeDeliveries('PostgreSQL', emptyBoth);
  describeDiscards('PostgreSQL', emptyBoth);
  describeLedgerModel('PostgreSQL', emptyBoth, { numRuns: 12, isThorough: false });
  const emptyEngine = async () => {
    await empty();
    return engine;
  };
  describeForgeries('PostgreSQL', emptyEngine);
  describeRotationForgeries('PostgreSQL', emptyEngine);
});
