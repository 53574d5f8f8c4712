import type { Message } from '../../src/chat/message.js';
import type { Shown } from './case-file.js';

/** The message as it goes out: every id that comes back from a press carries the ticket of this very message. */
export function withTicket(message: Message, ticket: string): Message {
  const issue = (id: string): string => `${ticket}.${id}`;
  const { ask, buttons, form } = message;
  return {
    ...message,
    ask: ask && { ...ask, node: issue(ask.node) },
    buttons: buttons.map((button) => ({ ...button, id: issue(button.id) })),
    form: form && { ...form, id: issue(form.id) },
  };
}

/**
 * The id behind one that came back.
 *
 * @returns null where it belongs to another message: an older one, somebody else's, or none
 */
export function redeem(shown: Shown | null, id: string): string | null {
  if (shown === null || !id.startsWith(`${shown.ticket}.`)) return null;
  return id.slice(shown.ticket.length + 1);
}
