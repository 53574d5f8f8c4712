import type { RoleDraft } from '../../../src/access/requests.js';
import type { Block, Form } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { daysOf, identityInWords, scopeOf } from './words.js';

/** Form on an outcome in which a role is asked for. */
export const ROLE_FORM = 'role-request';

/** A role that its requester is about to ask for. */
export interface Asking {
  readonly draft: RoleDraft;
  readonly maxDurationMs: number;
  /** What was wrong with what they sent; null at first. */
  readonly problem: string | null;
}

/** What stands on the outcome while a role is asked for: what exactly, and for how long at most. Pure. */
export function askingBlocks({ draft, problem }: Asking, texts: Texts): readonly Block[] {
  const { labels } = texts.requests;
  const blocks: Block[] = [
    { type: 'heading', text: texts.chat.verbs['request-role'] },
    {
      type: 'facts',
      items: [
        { label: labels.role, value: draft.role },
        { label: labels.scope, value: scopeOf(draft, texts).replaceAll('`', '') },
        { label: labels.identity, value: identityInWords(draft, texts).replaceAll('`', '') },
      ],
    },
  ];
  return problem === null ? blocks : [...blocks, { type: 'text', text: problem }];
}

export function askingForm({ maxDurationMs }: Asking, { requests, chat }: Texts): Form {
  const days = String(daysOf(maxDurationMs));
  return {
    id: ROLE_FORM,
    title: chat.verbs['request-role'],
    fields: [
      { id: 'days', label: requests.durationLabel.replace('{days}', () => days), multiline: false },
      { id: 'reason', label: requests.reasonLabel, multiline: true },
    ],
    submit: requests.send,
  };
}
