import { onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { openPostgres } from '../../src/store/postgres.js';
import { describeInbox } from './describe-inbox.js';
import { describeModel } from './describe-model.js';
import { describeRetention } from './describe-retention.js';
import { describeStore } from './describe-store.js';
import { describeTallies } from './describe-tallies.js';
import { withPostgres } from './postgres.js';

await withPostgres((server) => {
  const open = async () => openStore(await server.newDatabase(), silent);
  describeStore('PostgreSQL', open);
  describeInbox('PostgreSQL', open);
  describeRetention('PostgreSQL', open);
  const where = async () => {
    const url = await server.newDatabase();
    const engine = openPostgres(url, silent);
    onTestFinished(() => engine.close());
    return { url, tables: engine.db };
  };
  describeTallies('PostgreSQL', where);
  describeModel('PostgreSQL', where, 20);
});
