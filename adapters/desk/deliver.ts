import type { Conversation } from '../../dialogs/conversation/state.js';
import type { Message } from '../../src/chat/message.js';
import type { Person } from '../../src/chat/person.js';
import type { MessageRef, Sent, Surface } from '../../src/chat/surface.js';
import type { Language } from '../../src/knowledge/language.js';
import { withTicket } from './tickets.js';
import { Updates } from './updates.js';

/** To whom, how, and with what added. */
export interface Delivery {
  readonly surface: Surface;
  readonly person: Person;
  readonly language: Language;
  /** What the message looks like on a chat platform. */
  readonly dress: (message: Message) => Promise<Message>;
  readonly newTicket: () => string;
}

/** What became of a turn. */
export interface Delivered {
  /** Null where there is nobody to tell: then nothing more was tried. */
  readonly conversation: Conversation | null;
  /** The newest message that arrived, as the conversation made it; null where the newest did not arrive. */
  readonly last: { readonly ref: MessageRef; readonly ticket: string; readonly message: Message } | null;
  readonly failed: Exclude<Sent, { ok: true }>['reason'] | null;
}

/** Plays a turn to its end and sends its messages in order; progress is changed in place, about once a second. */
export async function deliver(
  played: AsyncGenerator<Message, Conversation>,
  { surface, person, language, dress, newTicket }: Delivery,
): Promise<Delivered> {
  const sent = new Map<string, { readonly ref: MessageRef; readonly ticket: string }>();
  let last: Delivered['last'] = null;
  let failed: Delivered['failed'] = null;
  const updates = new Updates(async ({ message, replaces }: { message: Message; replaces: string }) => {
    const before = sent.get(replaces);
    if (before === undefined) return;
    await surface.update(person, before.ref, withTicket(await dress(message), before.ticket), language);
  });
  for (;;) {
    const { done, value } = await played.next();
    if (done) {
      await updates.settle();
      return { conversation: value, last, failed };
    }
    if (value.replaces !== null) {
      updates.offer({ message: value, replaces: value.replaces });
      continue;
    }
    await updates.settle();
    const ticket = newTicket();
    const result = await surface.send(person, withTicket(await dress(value), ticket), language);
    if (result.ok) {
      sent.set(value.id, { ref: result.ref, ticket });
      last = { ref: result.ref, ticket, message: value };
      continue;
    }
    failed = result.reason;
    last = null;
    if (result.reason === 'no-direct') return { conversation: null, last, failed };
  }
}
