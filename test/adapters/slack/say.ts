import type { Block, Message } from '../../../src/chat/message.js';
import type { Person } from '../../../src/chat/person.js';
import { DANA } from './seat.js';

/** Dana, as her events say. */
export const dana: Person = {
  platform: 'slack',
  tenant: 'T0CONTOSO1',
  id: DANA,
  objectId: null,
  guest: false,
};

/** A message of text blocks. */
export function saying(...texts: readonly string[]): Message {
  return {
    to: 'dana',
    audience: 'private',
    id: 'm1',
    replaces: null,
    blocks: texts.map((text): Block => ({ type: 'text', text })),
    ask: null,
    buttons: [],
    form: null,
    outcome: null,
    handover: null,
  };
}

/** A message with as many pages as its texts. */
export function long(...texts: readonly string[]): Message {
  return saying(...texts.flatMap((text) => [text, 'x'.repeat(2_900), 'x'.repeat(2_900)]));
}
