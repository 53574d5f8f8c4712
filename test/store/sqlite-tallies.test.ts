import { describeTallies } from './describe-tallies.js';
import { newPath, storeAt, tablesAt } from './open-engine.js';

describeTallies('SQLite', async () => {
  const path = newPath();
  const url = `sqlite:${path}`;
  await storeAt(url);
  return { url, tables: tablesAt(path) };
});
