import { timedOut, within } from '../azure/deadline.js';
import { type Finding, finding } from './finding.js';

/** Something to look at. */
export interface Check {
  readonly name: string;
  readonly run: (signal: AbortSignal) => Promise<readonly Finding[]>;
}

/** Milliseconds for each of them; a look at an identity may take as many calls as there are registries. */
const LONGEST_MS = 30_000;

/**
 * Runs all of them at once, each under its own deadline, and gives what they found in their order. Never rejects: a check
 * that is late, or that fails by itself, has found out nothing.
 */
export async function runChecks(
  checks: readonly Check[],
  longestMs = LONGEST_MS,
): Promise<readonly Finding[]> {
  const never = new AbortController().signal;
  const found = checks.map(async ({ name, run }): Promise<readonly Finding[]> => {
    try {
      const answer = await within(longestMs, never, run);
      return answer === timedOut ? [finding('check.late', name, { seconds: longestMs / 1000 })] : answer;
    } catch {
      return [finding('check.broken', name)];
    }
  });
  return (await Promise.all(found)).flat();
}
