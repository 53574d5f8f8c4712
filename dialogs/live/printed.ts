import type { Finding } from '../../src/checks/check.js';
import { parseLoginServer, registryOf } from '../../src/diagnosis/facts/login-server.js';
import type { Output } from '../../src/diagnosis/outputs/output.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import type { Answers } from '../walk.js';

/** What only the person's own machine or network can tell. */
const local: readonly CheckId[] = [
  'docker-daemon',
  'docker-version',
  'name-form',
  'stored-credentials',
  'challenge',
  'dns',
  'connection',
  'data-endpoint',
  'health-check',
];

/** Whether an output tells of the case's registry; of the machine alone it tells in any case. */
export function isAbout({ about }: Output, registry: string | null): boolean {
  if (about === null || registry === null) return true;
  const server = parseLoginServer(registry);
  return server === null ? registryOf(about) === registry.toLowerCase() : server === about;
}

/**
 * What outputs of programs show, as findings from the person's vantage; the newest output counts. Anybody may read them:
 * the person brought them. Pure.
 *
 * @param registry login server or name of the case's registry; null where it is not known
 */
export function printedFindings(outputs: readonly Output[], registry: string | null): readonly Finding[] {
  const byCheck = new Map<CheckId, Finding>();
  for (const output of outputs.filter((it) => isAbout(it, registry))) {
    const { program, environment } = output;
    for (const { check, verdict, facts } of output.seen) {
      const printedBy = { program, environment };
      const eyes = { vantage: 'person', witness: 'none', exposure: 'public' } as const;
      byCheck.set(check, { check, verdict, facts, ...eyes, elapsed: 0, at: null, printedBy });
    }
  }
  return [...byCheck.values()];
}

/** Live findings and printed ones, one for each check: see `evidenceOf`. Pure. */
export function withPrinted(observed: readonly Finding[], printed: readonly Finding[]): readonly Finding[] {
  const counts = printed.filter(
    ({ check }) =>
      local.includes(check) || !observed.some((it) => it.check === check && it.verdict !== 'unknown'),
  );
  return [...observed.filter(({ check }) => !counts.some((it) => it.check === check)), ...counts];
}

/** The same as answers. */
export function printedAnswers(outputs: readonly Output[], registry: string | null): Answers {
  return Object.fromEntries(printedFindings(outputs, registry).map(({ check, verdict }) => [check, verdict]));
}
