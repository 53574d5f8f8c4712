/** Runs suites and reads what their tests tell (`test/support/figures.ts`). */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ suite: string, name: string, passed: boolean, skipped: boolean, figures: Readonly<Record<string, number>> }} Test */

/**
 * @param {string} root
 * @param {readonly string[]} suites
 * @param {string} report where it goes
 * @returns {Test[]}
 */
export function testsOf(root, suites, report) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', ...suites, '--reporter=json', `--outputFile=${report}`];
  // A test that fails is a figure; a run without a report is none.
  spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  /** @type {{ testResults: { name: string, assertionResults: { fullName: string, status: string, meta?: { figures?: Record<string, number> } }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, meta }) => ({
      suite: name.slice(root.length + 1),
      name: fullName,
      passed: status === 'passed',
      skipped: status === 'skipped' || status === 'pending',
      figures: meta?.figures ?? {},
    })),
  );
}
