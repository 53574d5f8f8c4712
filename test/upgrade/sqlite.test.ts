import Sqlite from 'libsql';
import { describeGoingOn } from './describe-going-on.js';
import { olderFile } from './older.js';

describeGoingOn('SQLite', olderFile, async (url, statement) => {
  const database = new Sqlite(url.slice('sqlite:'.length));
  try {
    const prepared = database.prepare(statement);
    if (prepared.reader) return prepared.all();
    prepared.run();
    return [];
  } finally {
    database.close();
  }
});
