import type { Block } from '../../src/chat/message.js';
import type { LogRequest } from '../../src/checks/login-events/log-look.js';
import type { SecretFinding } from '../../src/diagnosis/redact/redact.js';
import { type Draft, draft } from '../compose/draft.js';
import { lookNow } from './look-now.js';
import { overNow } from './over.js';
import { present } from './present.js';
import type { Conversation } from './state.js';

/** New state and the messages to send, not yet numbered. */
export interface Reply {
  readonly conversation: Conversation;
  readonly drafts: readonly Draft[];
  /** What was replaced in what the person wrote; absent where they wrote nothing. */
  readonly secrets?: readonly SecretFinding[];
  /** A look at the registry's log that the person asked for. */
  readonly log?: LogRequest;
}

export function reply(conversation: Conversation, ...drafts: Draft[]): Reply {
  return { conversation, drafts };
}

/** A sentence, then where the conversation stands: nobody is left without the next step. */
export function replyNow(conversation: Conversation, ...sentences: string[]): Reply {
  const look = lookNow(conversation);
  const now = look ?? overNow(conversation) ?? present(conversation);
  // An outcome is long, and so is what is to be run: repeating it would push the sentence out of sight.
  const isLong = now.outcome !== null || (look !== null && look.ask === null);
  const blocks = isLong && sentences.length > 0 ? [] : now.blocks;
  return reply(conversation, { ...now, blocks: [...texts(sentences), ...blocks] });
}

/** A sentence and nothing else. */
export function replyOnly(conversation: Conversation, ...sentences: string[]): Reply {
  return reply(conversation, draft({ blocks: texts(sentences), verbs: ['restart', 'handover'] }));
}

function texts(sentences: readonly string[]): readonly Block[] {
  return sentences.map((text) => ({ type: 'text', text }));
}
