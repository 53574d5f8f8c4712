import { describeProcesses } from './describe-processes.js';
import { withPostgres } from './postgres.js';

await withPostgres((server) => describeProcesses('PostgreSQL', () => server.newDatabase(), 30));
