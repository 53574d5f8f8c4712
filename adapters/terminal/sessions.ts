import { type Conversation, give, newConversation } from '../../dialogs/conversation/state.js';
import { turn } from '../../dialogs/conversation/turn.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import { intake } from '../../src/diagnosis/intake.js';
import type { LoginServer, RegistryName } from '../../src/diagnosis/reading.js';
import type { Language } from '../../src/knowledge/language.js';
import { guessLanguage } from './guess-language.js';

export interface SessionOptions {
  readonly language: Language;
  /** The language was asked for: what a person writes does not change it. */
  readonly fixedLanguage: boolean;
  /** Known from the beginning, so that nobody is asked for it. */
  readonly registry: LoginServer | RegistryName | null;
}

/**
 * The conversations of one terminal or one driving program: one for each person. Ids of messages and buttons are
 * unique among all of them, so that a press says whose conversation it belongs to.
 */
export class Sessions {
  readonly #options: SessionOptions;
  readonly #people = new Map<string, Conversation>();
  readonly #owners = new Map<string, string>();
  #messages = 0;
  #pressed = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** One event in, messages out. Where it fails, the conversation stays as it was. */
  take(incoming: Incoming): readonly Message[] {
    const owner =
      incoming.kind === 'press' ? (this.#owners.get(incoming.button) ?? incoming.as) : incoming.as;
    const conversation = this.#people.get(owner) ?? this.#begin(owner, incoming);
    const counted = { ...conversation, messages: this.#messages, pressed: this.#pressed };
    const { conversation: next, messages } = turn(counted, this.#issued(incoming));
    this.#people.set(owner, next);
    this.#messages = next.messages;
    this.#pressed = next.pressed;
    for (const { buttons } of messages) for (const { id } of buttons) this.#owners.set(id, owner);
    return messages;
  }

  /** An id that was never given out is no button, whatever it looks like (`toString`). */
  #issued(incoming: Incoming): Incoming {
    const foreign = incoming.kind === 'press' && !this.#owners.has(incoming.button);
    return foreign ? { ...incoming, button: '' } : incoming;
  }

  /** The language in which a person's conversation is held. */
  languageOf(person: string): Language {
    return this.#people.get(person)?.language ?? this.#options.language;
  }

  #begin(person: string, incoming: Incoming): Conversation {
    const { language, fixedLanguage, registry } = this.#options;
    const spoken = incoming.kind === 'say' && !fixedLanguage ? languageOfFirst(incoming.text) : null;
    const begun = newConversation(person, spoken ?? language);
    return registry === null ? begun : give(begun, 'registry', registry);
  }
}

/** A pasted error says nothing about the person; prose does. */
export function languageOfFirst(text: string): Language | null {
  const guessed = guessLanguage(text);
  return guessed === null || intake(text).kind === 'error' ? null : guessed;
}
