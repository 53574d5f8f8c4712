import { join } from 'node:path';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { tempTree } from '../support/temp.js';
import { describeInbox } from './describe-inbox.js';
import { describeRetention } from './describe-retention.js';
import { describeStore } from './describe-store.js';

const kinds = {
  'SQLite in a file': () => openStore(`sqlite:${join(tempTree({}), 'store.db')}`, silent),
  'SQLite in memory': () => openStore('sqlite::memory:', silent),
};
for (const [name, open] of Object.entries(kinds)) {
  describeStore(name, open);
  describeInbox(name, open);
  describeRetention(name, open);
}
