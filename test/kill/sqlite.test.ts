import { describeKills } from './describe-kills.js';
import { sqliteStores } from './stores.js';

describeKills(sqliteStores, 0);
