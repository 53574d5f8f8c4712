import type { Ask, Block, Form, HandedOver, OutcomeSummary } from '../../src/chat/message.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';

/** A message before it has ids: what to say, what to ask, which buttons to offer. */
export interface Draft {
  readonly blocks: readonly Block[];
  readonly ask: Ask | null;
  readonly verbs: readonly Verb[];
  readonly form: Form | null;
  readonly outcome: OutcomeSummary | null;
  readonly handover: HandedOver | null;
}

/** A draft with the parts that are given, and nothing else. */
export function draft(parts: Partial<Draft> & Pick<Draft, 'blocks'>): Draft {
  return { ask: null, verbs: [], form: null, outcome: null, handover: null, ...parts };
}
