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
  /** The message with what is said around it; this is what is kept of it. */
  readonly whole: (message: Message) => Promise<Message>;
  /** What that looks like on a chat platform. */
  readonly dress: (whole: Message) => Message;
  readonly newTicket: () => string;
  /** Called when the first message has arrived. */
  readonly arrived: () => Promise<void>;
}

/** What became of a turn. */
export interface Delivered {
  /** Null where there is nobody to tell: then nothing more was tried. */
  readonly conversation: Conversation | null;
  /** The newest message that arrived, not dressed; null where the newest did not arrive. */
  readonly last: { readonly ref: MessageRef; readonly ticket: string; readonly message: Message } | null;
  readonly failed: Exclude<Sent, { ok: true }>['reason'] | null;
}

/** Plays a turn to its end and sends its messages in order; progress is changed in place, about once a second. */
export async function deliver(
  played: AsyncGenerator<Message, Conversation>,
  { surface, person, language, whole, dress, newTicket, arrived }: Delivery,
): Promise<Delivered> {
  const sent = new Map<string, { readonly ref: MessageRef; readonly ticket: string }>();
  let last: Delivered['last'] = null;
  let failed: Delivered['failed'] = null;
  const updates = new Updates(async ({ message, replaces }: { message: Message; replaces: string }) => {
    const before = sent.get(replaces);
    if (before === undefined) return;
    const changed = withTicket(dress(await whole(message)), before.ticket);
    const updated = await surface.update(person, before.ref, changed, language);
    // What has grown may stand in more messages than before.
    if (updated.ok) sent.set(replaces, { ...before, ref: updated.ref });
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
    const message = await whole(value);
    const result = await surface.send(person, withTicket(dress(message), ticket), language);
    if (result.ok) {
      if (sent.size === 0) await arrived();
      sent.set(value.id, { ref: result.ref, ticket });
      last = { ref: result.ref, ticket, message };
      continue;
    }
    failed = result.reason;
    last = null;
    if (result.reason === 'no-direct') return { conversation: null, last, failed };
  }
}
