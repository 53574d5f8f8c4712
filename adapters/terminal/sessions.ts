import { converse, type ReadLog, type RunWork } from '../../dialogs/conversation/converse.js';
import { type Conversation, give, type Live, newConversation } from '../../dialogs/conversation/state.js';
import { turn } from '../../dialogs/conversation/turn.js';
import { languageOfFirst } from '../../src/chat/guess-language.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import type { LoginServer, RegistryName } from '../../src/diagnosis/reading.js';
import type { Language } from '../../src/knowledge/language.js';
import { snippetsOnly } from '../../src/probe/means.js';

export interface SessionOptions {
  readonly language: Language;
  /** The language was asked for: what a person writes does not change it. */
  readonly fixedLanguage: boolean;
  /** Known from the beginning, so that nobody is asked for it. */
  readonly registry: LoginServer | RegistryName | null;
  /** How checks are made; without it, people are asked to make them. */
  readonly checks?: LiveAccess;
}

/** What the terminal's people can have checked, and how. */
export interface LiveAccess {
  readonly liveFor: (person: string) => Live | null;
  readonly runFor: (person: string) => RunWork;
  readonly readLog?: ReadLog;
}

/**
 * The conversations of one terminal or one driving program: one for each person. Ids of messages and buttons are
 * unique among all of them, so that a press says whose conversation it belongs to.
 */
export class Sessions {
  readonly #options: SessionOptions;
  readonly #people = new Map<string, Conversation>();
  readonly #owners = new Map<string, string>();
  /** Languages of turns under way: what one says is in the new language before the conversation is kept. */
  readonly #speaking = new Map<string, Language>();
  #messages = 0;
  #pressed = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /**
   * One event in, messages out, as they come: where checks are made, each of their ticks. Where it fails, the
   * conversation stays as it was.
   */
  async *take(incoming: Incoming): AsyncGenerator<Message, void> {
    const owner =
      incoming.kind === 'press' ? (this.#owners.get(incoming.button) ?? incoming.as) : incoming.as;
    const conversation = this.#people.get(owner) ?? this.#begin(owner, incoming);
    const counted = { ...conversation, messages: this.#messages, pressed: this.#pressed };
    const run = this.#options.checks?.runFor(owner) ?? null;
    const first = turn(counted, this.#issued(incoming));
    const played = converse(first, run, undefined, this.#options.checks?.readLog);
    this.#speaking.set(owner, first.conversation.language);
    try {
      for (;;) {
        const { done, value } = await played.next();
        if (done) {
          this.#people.set(owner, value);
          this.#messages = value.messages;
          this.#pressed = value.pressed;
          return;
        }
        for (const { id } of value.buttons) this.#owners.set(id, owner);
        yield value;
      }
    } finally {
      this.#speaking.delete(owner);
    }
  }

  /** An id that was never given out is no button, whatever it looks like (`toString`). */
  #issued(incoming: Incoming): Incoming {
    const foreign = incoming.kind === 'press' && !this.#owners.has(incoming.button);
    return foreign ? { ...incoming, button: '' } : incoming;
  }

  /** The language in which a person's conversation is held; while a turn is told, that of what it says. */
  languageOf(person: string): Language {
    return this.#speaking.get(person) ?? this.#people.get(person)?.language ?? this.#options.language;
  }

  #begin(person: string, incoming: Incoming): Conversation {
    const { language, fixedLanguage, registry } = this.#options;
    const spoken = incoming.kind === 'say' && !fixedLanguage ? languageOfFirst(incoming.text) : null;
    const live = this.#options.checks?.liveFor(person) ?? null;
    const means = { ...snippetsOnly, command: true };
    const begun: Conversation = { ...newConversation(person, spoken ?? language), live, means };
    return registry === null ? begun : give(begun, 'registry', registry);
  }
}
