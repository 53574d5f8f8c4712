import { withPostgres } from '../store/postgres.js';
import { describeKills } from './describe-kills.js';
import { postgresStores } from './stores.js';

await withPostgres((server) => describeKills(postgresStores(server), 1));
