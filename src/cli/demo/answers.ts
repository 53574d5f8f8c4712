import { RETRY } from '../../../dialogs/conversation/retry.js';
import { UNKNOWN } from '../../../dialogs/tree/node.js';
import type { Ask } from '../../chat/message.js';
import type { Story } from '../world.js';

/** What somebody of a story would answer. */
export interface Answer {
  readonly option: string;
  readonly label: string;
}

/**
 * Answer of a story to a question; null where nobody in it could have one. Pure.
 *
 * @param repaired whether the command would work by now
 */
export function answerTo(ask: Ask | null, { answers }: Story, repaired: boolean): Answer | null {
  if (ask === null) return null;
  const known = ask.node === RETRY ? (repaired ? 'works' : 'same') : answers[ask.node];
  const labelOf = (id: string): string | undefined => ask.options.find((it) => it.id === id)?.label;
  if (known !== undefined) {
    const label = labelOf(known) ?? (ask.input === undefined ? undefined : known);
    if (label !== undefined) return { option: known, label };
  }
  const unknown = labelOf(UNKNOWN);
  return unknown === undefined ? null : { option: UNKNOWN, label: unknown };
}
