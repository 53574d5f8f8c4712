import type { Language } from '../knowledge/language.js';
import type { ChatEvent } from './event.js';
import type { Person } from './person.js';

/** What an adapter hands its events to. */
export interface ChatHost {
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
