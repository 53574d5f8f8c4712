import type { References } from '../../../src/chat/adapter.js';
import { type Person, personKey } from '../../../src/chat/person.js';
import type { Settings } from '../config.js';
import { BoundedMap } from './bounded-map.js';
import type { Connector, Outcome } from './connector.js';
import { type Address, readReference, writeReference } from './reference.js';

/** Conversations and people remembered in memory. */
const REMEMBERED = 10_000;

/** Knows how conversations are reached: 1:1 chats from the store, all others from their last event. */
export class Chats {
  readonly #references: References;
  readonly #connector: Connector;
  readonly #now: () => number;
  readonly #opened = new BoundedMap<string, Address>(REMEMBERED);
  readonly #services = new BoundedMap<string, string>(REMEMBERED);
  #lastService: string;

  constructor(references: References, connector: Connector, settings: Settings, now: () => number) {
    this.#references = references;
    this.#connector = connector;
    this.#now = now;
    this.#lastService = settings.serviceUrl;
  }

  /** Notes where a conversation, or a person, was heard from. */
  heard(id: string, serviceUrl: string): void {
    this.#services.set(id, serviceUrl);
    this.#lastService = serviceUrl;
  }

  addressOf(conversation: string): Address {
    return {
      serviceUrl: this.#services.get(conversation.split(';', 1)[0] ?? '') ?? this.#lastService,
      conversation,
    };
  }

  /** Keeps somebody's 1:1 chat, when it is not the one that is kept already. */
  async keep(person: Person, address: Address): Promise<void> {
    const key = personKey(person);
    const reference = writeReference(address);
    if ((await this.#references.reference(key)) !== reference)
      await this.#references.saveReference(key, reference, this.#now());
  }

  /** The 1:1 chat that is known; null where one has to be opened. */
  async known(person: Person): Promise<Address | null> {
    const key = personKey(person);
    const stored = await this.#references.reference(key);
    return (stored === null ? null : readReference(stored)) ?? this.#opened.get(key) ?? null;
  }

  /**
   * Opens somebody's 1:1 chat. It is remembered but not stored: the store keeps what people have begun, and forgets it
   * when they say so.
   */
  async open(person: Person): Promise<Outcome<Address>> {
    const opened = await this.#connector.open(person, this.#services.get(person.id) ?? this.#lastService);
    if (opened.ok) this.#opened.set(personKey(person), opened.value);
    return opened;
  }
}
