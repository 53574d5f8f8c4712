import type { Finding } from '../../src/checks/check.js';
import type { Symptom } from '../../src/knowledge/vocabulary.js';
import type { Answers } from '../walk.js';

/** Errors of the way to the registry: what is seen of that way later is as good as the error, and newer. */
const ofTheWay: readonly string[] = [
  'firewall-refusal',
  'unreachable',
  'sample-pull-failed',
] satisfies Symptom[];

/** Whether a probe's report tells how the registry answered. */
export function hasReport(findings: readonly Finding[]): boolean {
  return findings.some(({ check, printedBy }) => isOfWay(check) && printedBy?.program === 'acr-help probe');
}

/**
 * What is seen now of the way to the registry, as the tree's question has it; nothing where the error was about something
 * else, and where the report shows the same. Pure.
 *
 * @param symptom what the error showed
 */
export function newerSymptom(findings: readonly Finding[], symptom: string | undefined): Answers {
  if (symptom === undefined || !ofTheWay.includes(symptom)) return {};
  const seen = new Map(
    findings
      .filter(({ printedBy }) => printedBy?.program === 'acr-help probe')
      .map(({ check, verdict }) => [check, verdict]),
  );
  const now = symptomOf(seen.get('challenge'), seen.get('connection'));
  // Either row of those that could not connect leads to the same questions.
  const same = now === null || now === symptom || (now === 'unreachable' && symptom !== 'firewall-refusal');
  return same ? {} : { symptom: now };
}

function symptomOf(challenge: string | undefined, connection: string | undefined): Symptom | null {
  if (challenge === 'forbidden') return 'firewall-refusal';
  if (connection === 'tls-error') return 'tls';
  return challenge === 'no-answer' ? 'unreachable' : null;
}

function isOfWay(check: Finding['check']): boolean {
  return check === 'challenge' || check === 'connection';
}
