import type { ProgressItem } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { answersFromReading } from '../known.js';
import { isCheck } from '../questions.js';
import { UNKNOWN } from '../tree/node.js';
import type { Answers, Step } from '../walk.js';
import { fill } from './fill.js';
import { toldOf } from './found.js';
import { answerLabel, questionLabel } from './question.js';

/** Verdicts that speak of no trouble. Every other verdict but `unknown` is a finding. */
const good: Readonly<Record<CheckId, readonly string[]>> = {
  'docker-daemon': ['available'],
  'docker-version': ['current'],
  'name-form': ['well-formed'],
  'registry-lookup': ['here'],
  'image-exists': ['exists'],
  'image-platform': ['offered'],
  provider: ['registered'],
  'management-rights': ['assigns', 'cannot-assign'],
  account: ['member', 'guest'],
  'image-reference': ['qualified'],
  'entra-session': ['works-now'],
  'arm-audience': ['accepted'],
  'sp-application': ['found'],
  'sp-secret-expiry': ['current'],
  'sp-sign-in': ['works'],
  'admin-user': ['enabled'],
  'admin-password': ['matches'],
  'token-status': ['enabled'],
  'token-password': ['current'],
  'token-sign-in': ['works'],
  'scope-map': ['covers'],
  'anonymous-pull': ['on', 'off'],
  'stored-credentials': ['none'],
  'permission-mode': ['legacy', 'abac'],
  'roles-legacy': ['covers'],
  'roles-abac': ['covers'],
  challenge: ['challenged'],
  dns: ['public-address', 'private-address'],
  'private-endpoint': ['none', 'approved'],
  connection: ['connects'],
  'network-rules': ['allowed'],
  'data-endpoint': ['reachable'],
  'pull-secret': ['good'],
  'kubelet-role': ['role-present'],
  'managed-identity': ['assigned'],
  'federated-credential': ['matches'],
  'content-state': ['free'],
  'service-state': ['healthy'],
  'health-check': ['all-ok', 'helm-notary-only'],
};

/** State of a verdict for the progress list. */
function stateOf(check: CheckId, verdict: string): ProgressItem['state'] {
  if (verdict === UNKNOWN) return 'unknown';
  return isGood(check, verdict) ? 'ok' : 'bad';
}

/** Whether a verdict speaks of no trouble. */
export function isGood(check: CheckId, verdict: string): boolean {
  return good[check].includes(verdict);
}

/**
 * Answers on the way, "question – answer", apart: what the text said itself, and what the person said.
 *
 * @param said checks for which there is only the person's word in the text
 */
export function answerItems(
  texts: Texts,
  path: readonly Step[],
  reading: Reading | null,
  said: Answers,
): { readonly read: readonly string[]; readonly told: readonly string[] } {
  const known: Answers = reading === null ? {} : answersFromReading(reading);
  const shown = path
    .filter(
      ({ question, answer }) => (!isCheck(question) || said[question] === answer) && !silent.has(question),
    )
    .filter(({ question, answer }) => !(question === 'situation' && known[question] === answer))
    // What somebody tells in words of their own was not seen in any of the rows.
    .filter(
      ({ question, answer }) => !(question === 'symptom' && known[question] === answer && !isSeen(reading)),
    );
  const items = (steps: readonly Step[]): readonly string[] =>
    steps.map(({ question, answer }) =>
      fill(texts.ui.answered, {
        question: questionLabel(texts, question),
        answer: answerLabel(texts, question, answer),
      }),
    );
  const fromText = ({ question, answer }: Step): boolean => known[question] === answer;
  return { read: items(shown.filter(fromText)), told: items(shown.filter((step) => !fromText(step))) };
}

/** Whether a program's output names what was seen. */
function isSeen(reading: Reading | null): boolean {
  return reading?.printed?.symptom != null;
}

/** Checks on the way with their verdicts, told as `toldOf` does; what the person only said is none. */
export function checkItems(
  texts: Texts,
  path: readonly Step[],
  findings: readonly Finding[],
  said: Answers,
): readonly ProgressItem[] {
  return path.flatMap(({ question, answer }) =>
    isCheck(question) && said[question] !== answer ? [checkItem(texts, question, answer, findings)] : [],
  );
}

/** One check and its verdict, told as `toldOf` does. */
export function checkItem(
  texts: Texts,
  check: CheckId,
  verdict: string,
  findings: readonly Finding[],
): ProgressItem {
  const { label } = texts.checks[check];
  return { id: check, label, state: stateOf(check, verdict), note: toldOf(texts, check, verdict, findings) };
}

/** Shown elsewhere: the registry stands among the facts. */
const silent: ReadonlySet<string> = new Set(['registry']);
