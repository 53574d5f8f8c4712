import { randomBytes } from 'node:crypto';
import type { Proposal, RoleDraft } from '../../../src/access/requests.js';
import type { Block, Form } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { unitFor } from './duration.js';
import { identityInWords, scopeOf, unmarked } from './words.js';

/** Form on an outcome in which a role is asked for. */
export const ROLE_FORM = 'role-request';

/** Bits that no one can guess (security T25). */
const ID_BYTES = 16;

/** A role that its requester is about to ask for. */
export interface Asking {
  /** Id that the request will have: what is sent twice is one request (security T32). */
  readonly request: string;
  readonly draft: RoleDraft;
  readonly maxDurationMs: number;
  /** What was wrong with what they sent; null at first. */
  readonly problem: string | null;
}

export function askingFor({ draft, maxDurationMs }: Extract<Proposal, { kind: 'offer' }>): Asking {
  return { request: randomBytes(ID_BYTES).toString('base64url'), draft, maxDurationMs, problem: null };
}

/** What stands on the outcome while a role is asked for: what exactly, and what was wrong with what was sent. Pure. */
export function askingBlocks({ draft, problem }: Asking, texts: Texts): readonly Block[] {
  const { labels } = texts.requests;
  const blocks: Block[] = [
    { type: 'heading', text: texts.chat.verbs['request-role'] },
    {
      type: 'facts',
      items: [
        { label: labels.role, value: draft.role },
        { label: labels.scope, value: unmarked(scopeOf(draft, texts)) },
        { label: labels.identity, value: unmarked(identityInWords(draft, texts)) },
      ],
    },
  ];
  return problem === null ? blocks : [...blocks, { type: 'text', text: problem }];
}

export function askingForm({ maxDurationMs }: Asking, { requests, chat }: Texts): Form {
  const { unit, most } = unitFor(maxDurationMs);
  const label = requests.durationLabel[unit].replace('{most}', String(most));
  return {
    id: ROLE_FORM,
    title: chat.verbs['request-role'],
    fields: [
      { kind: 'text', id: 'duration', label, multiline: false },
      { kind: 'text', id: 'reason', label: requests.reasonLabel, multiline: true },
    ],
    submit: requests.send,
  };
}
