import { caseOf } from '../../dialogs/case.js';
import { conclusionOf } from '../../dialogs/conversation/conclusion.js';
import { answersOf } from '../../dialogs/conversation/state.js';
import type { Message } from '../../src/chat/message.js';
import { type Texts, textsFor } from '../../src/knowledge/texts/index.js';
import type { CaseStep } from '../../src/store/tally/case-step.js';
import type { CaseFile } from './case-file.js';

/**
 * The case as it stands in the person's list, and as it is counted; null while there is none.
 *
 * @param last the newest message, which may say that it is resolved
 * @param help what else the person has just turned to
 */
export function summaryOf(
  { caseId, conversation }: CaseFile,
  last: Message | null,
  now: number,
  help: CaseStep['help'] = 'none',
): CaseStep | null {
  if (conversation.reading === null && conversation.given.length === 0) return null;
  const { values } = caseOf(conversation.reading, answersOf(conversation));
  return {
    id: caseId,
    registry: values.loginServer ?? values.registry ?? null,
    cause: last?.outcome?.cause ?? conclusionOf(conversation)?.cause ?? null,
    resolved: isResolved(conversation, last),
    help,
    language: conversation.language,
    updatedAt: now,
  };
}

/**
 * Null where the newest message says nothing about it: a word on the way, or the outcome of a closed case, shown once
 * more.
 */
function isResolved({ phase }: CaseFile['conversation'], last: Message | null): boolean | null {
  if (last?.outcome?.resolved === true) return true;
  if (phase === 'closed') return null;
  return last?.outcome == null && last?.ask == null ? null : false;
}

/** One line on where somebody's case stands. Pure. */
export function statusLine({ conversation }: CaseFile): string {
  const texts: Texts = textsFor(conversation.language);
  const { statusOpen, statusNone } = texts.chat;
  if (conversation.reading === null && conversation.given.length === 0) return statusNone;
  const { values } = caseOf(conversation.reading, answersOf(conversation));
  const cause = conclusionOf(conversation)?.cause ?? conversation.reading?.causes[0]?.cause ?? 'unknown';
  return statusOpen
    .replace('{registry}', () => values.loginServer ?? values.registry ?? '?')
    .replace('{cause}', () => texts.causes[cause].title);
}
