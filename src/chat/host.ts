import type { Language } from '../knowledge/language.js';
import type { ChatEvent } from './event.js';
import type { Person } from './person.js';

/** An event before anything is known of it but whose it is; `key` is that of the `ChatEvent` which it becomes. */
export type Arrival = Pick<ChatEvent, 'key' | 'person'>;

/** What an adapter hands its events to. */
export interface ChatHost {
  /**
   * Keeps that an event has come, so that who is behind it is told even where this process ends before it is looked at.
   * To be waited for before the event is acknowledged; takes a second at most, and never rejects.
   */
  arrive(arrival: Arrival): Promise<void>;
  /** Nothing follows from an event that had arrived. Never rejects. */
  drop(arrival: Arrival): Promise<void>;
  /**
   * Takes an event that its adapter has authenticated and acknowledged. Resolves when everything that follows from it is
   * out; never rejects.
   */
  take(event: ChatEvent): Promise<void>;
  /**
   * The language in which somebody is spoken to: their own choice, else what the platform says of them.
   *
   * @param locale as the platform names it, e.g. `de-DE`
   */
  languageOf(person: Person, locale: string | null): Promise<Language>;
}
