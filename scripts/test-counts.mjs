/**
 * Counts tests from Vitest's JSON reports. As a program: prints passed and failed of all the reports named.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ status: string, assertionResults: { status: string }[] }} Suite */

/**
 * @param {readonly string[]} paths
 * @returns {Counts}
 */
export function countTests(paths) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const path of paths) {
    // No report at all: the runner itself did not come to an end.
    if (!existsSync(path)) counts.failed += 1;
    else for (const suite of JSON.parse(readFileSync(path, 'utf8')).testResults) add(counts, suite);
  }
  return counts;
}

/**
 * @param {Counts} counts
 * @param {Suite} suite
 */
function add(counts, { status, assertionResults }) {
  for (const test of assertionResults) {
    if (test.status === 'passed') counts.passed += 1;
    else if (test.status === 'failed') counts.failed += 1;
    else counts.skipped += 1;
  }
  // A file that could not be loaded has no tests, and is a failure all the same.
  if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
}

/** @param {Counts} counts */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = countTests(process.argv.slice(2));
  console.log(`${passed} ${failed}`);
}
