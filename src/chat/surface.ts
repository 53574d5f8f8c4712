import type { Language } from '../knowledge/language.js';
import type { Home } from './home.js';
import type { Message } from './message.js';
import type { Person } from './person.js';
import type { Place } from './place.js';

/** Id under which the platform keeps a message, opaque to all but its adapter. */
export type MessageRef = string;

/** What became of a message. `no-direct`: there is no 1:1 chat, and none may be opened. */
export type Sent =
  | { readonly ok: true; readonly ref: MessageRef }
  | { readonly ok: false; readonly reason: 'no-direct' | 'gone' | 'failed' };

/**
 * What the desk asks of a platform. Never throws: what the platform refuses, or does not answer after its retries, is
 * `ok: false`. Messages for a person go to the 1:1 chat only; `line` and `share` are all that others can see.
 */
export interface Surface {
  send(person: Person, message: Message, language: Language): Promise<Sent>;
  /** Puts a message in the place of an earlier one. */
  update(person: Person, ref: MessageRef, message: Message, language: Language): Promise<Sent>;
  /** One line of plain text where somebody spoke, in the thread. */
  line(place: Place, text: string): Promise<Sent>;
  /** A message where others read it, without anything to press: the person asked to share it. */
  share(place: Place, message: Message, language: Language): Promise<Sent>;
  /** A message to a channel that the operator configured. */
  post(channel: string, message: Message, language: Language): Promise<Sent>;
  /** What others call somebody, for the page that ties accounts together; null where it cannot be told. */
  nameOf(person: Person): Promise<string | null>;
  /** The bot's own page, on platforms that have one. */
  readonly home?: (person: Person, home: Home, language: Language) => Promise<Sent>;
}
