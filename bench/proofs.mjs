/** What tests show of what a timer cannot: read from Vitest's own report, and from a fresh clone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newcomer } from './proofs/newcomer.mjs';
import { rowsOf } from './proofs/rows.mjs';
import { testsOf } from './proofs/vitest.mjs';

/** Suites whose tests tell figures, or are counted. */
const suites = [
  ...['test/corpus', 'test/seeds', 'test/worlds', 'test/e2e/canary', 'test/kill/sqlite.test.ts'],
  'test/kill/postgres.test.ts',
];

/**
 * @param {string} root
 * @returns {Promise<import('./report.mjs').Figures>}
 */
export async function benchProofs(root) {
  const folder = mkdtempSync(join(tmpdir(), 'acr-help-proofs-'));
  try {
    const tests = testsOf(root, suites, join(folder, 'tests.json'));
    const rows = [...rowsOf(tests), newcomer(root, join(folder, 'clone'))];
    return { table: [], bars: rows, notes: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
