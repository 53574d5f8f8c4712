import { describeModel } from './describe-model.js';
import { newPath, tablesAt } from './open-engine.js';

describeModel(
  'SQLite',
  async () => {
    const path = newPath();
    return { url: `sqlite:${path}`, tables: tablesAt(path) };
  },
  60,
);
