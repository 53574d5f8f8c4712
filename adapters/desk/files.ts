import { randomUUID } from 'node:crypto';
import { type Conversation, type Live, newConversation } from '../../dialogs/conversation/state.js';
import type { Finding } from '../../src/checks/check.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Store } from '../../src/store/store.js';
import { type CaseFile, readCaseFile } from './case-file.js';

/** A case file as it was read: saving compares the version (DESIGN §3, compare-and-swap). */
export interface Opened {
  readonly version: number | null;
  readonly file: CaseFile;
}

/** Opens the case file of a person; a new one where there is none. */
export async function openFile(store: Store, person: string, language: Language): Promise<Opened> {
  const stored = await store.conversation(person);
  const file = stored === null ? null : readCaseFile(stored.state);
  return { version: stored?.version ?? null, file: file ?? newFile(person, language) };
}

function newFile(person: string, language: Language): CaseFile {
  return {
    schema: 1,
    caseId: randomUUID(),
    conversation: newConversation(person, language),
    shown: null,
    origin: null,
    toldWhoTheyAre: false,
  };
}

/**
 * The conversation with who the person is now. Where that is somebody else than before – they linked an account, removed
 * the link, or linked another – only what anybody may see is kept; the rest is looked at again. Pure.
 */
export function withLive(conversation: Conversation, live: Live | null): Conversation {
  if (conversation.live?.objectId === live?.objectId) return { ...conversation, live };
  const isPublic = (it: Finding): boolean =>
    it.exposure === 'public' && !(it.verdict === 'unknown' && it.why === 'not-signed-in');
  const { before } = conversation;
  return {
    ...conversation,
    live,
    observed: conversation.observed.filter(isPublic),
    before: before?.by === 'bot' ? { ...before, findings: before.findings.filter(isPublic) } : before,
  };
}

/** Whether what was read is another case than the one before. Pure. */
export function isAnotherCase(before: Conversation, after: Conversation): boolean {
  return JSON.stringify(before.reading) !== JSON.stringify(after.reading);
}
