import { caseOf } from '../../dialogs/case.js';
import { conclusionOf } from '../../dialogs/conversation/conclusion.js';
import { answersOf } from '../../dialogs/conversation/state.js';
import type { CaseSummary } from '../../src/chat/home.js';
import type { Message } from '../../src/chat/message.js';
import { type Texts, textsFor } from '../../src/knowledge/texts/index.js';
import type { CaseFile } from './case-file.js';

/**
 * The case as it stands in the person's list; null while there is none.
 *
 * @param last the newest message, which may say that it is resolved
 */
export function summaryOf(
  { caseId, conversation }: CaseFile,
  last: Message | null,
  now: number,
): CaseSummary | null {
  if (conversation.reading === null && conversation.given.length === 0) return null;
  const { values } = caseOf(conversation.reading, answersOf(conversation));
  return {
    id: caseId,
    registry: values.loginServer ?? values.registry ?? null,
    cause: last?.outcome?.cause ?? conclusionOf(conversation)?.cause ?? null,
    resolved: last?.outcome?.resolved ?? false,
    updatedAt: now,
  };
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
