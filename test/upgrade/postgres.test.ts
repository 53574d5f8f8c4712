import { withPostgres } from '../store/postgres.js';
import { ask } from '../store/postgres-server.js';
import { describeGoingOn } from './describe-going-on.js';
import { olderDatabase } from './older.js';

await withPostgres((server) => describeGoingOn('PostgreSQL', () => olderDatabase(server), ask));
