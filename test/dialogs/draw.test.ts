import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { treePage } from '../../dialogs/draw.js';

test('the picture in docs/ is the tree of today (npm run tree)', () => {
  expect(readFileSync('docs/decision-tree.md', 'utf8')).toBe(treePage());
});
