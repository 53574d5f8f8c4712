import { z } from 'zod';
import type { References } from '../../src/chat/adapter.js';
import { type Person, personKey } from '../../src/chat/person.js';
import type { Answer, Api } from './api.js';
import { Lru } from './lru.js';

const PEOPLE = 5_000;
const KEPT_MS = 24 * 60 * 60 * 1000;

const channelId = z.string().regex(/^D[A-Z0-9]{2,20}$/);
const answer = z.object({ channel: z.object({ id: channelId }) });

export interface DirectOptions {
  readonly api: Api;
  readonly references: References;
  readonly now: () => number;
}

/** The 1:1 chats between the bot and people: the id of each, kept beyond a restart. */
export class Direct {
  readonly #options: DirectOptions;
  readonly #known: Lru<string>;

  constructor(options: DirectOptions) {
    this.#options = options;
    this.#known = new Lru(PEOPLE, KEPT_MS, options.now);
  }

  /** The chat that is known, or null. */
  async known(person: Person): Promise<string | null> {
    const key = personKey(person);
    const here = this.#known.get(key);
    if (here !== undefined) return here;
    const kept = channelId.safeParse(await this.#options.references.reference(key));
    if (!kept.success) return null;
    this.#known.set(key, kept.data);
    return kept.data;
  }

  /** Notes the chat that somebody wrote in. */
  async note(person: Person, channel: string): Promise<void> {
    if (!channelId.safeParse(channel).success || (await this.known(person)) === channel) return;
    const key = personKey(person);
    this.#known.set(key, channel);
    await this.#options.references.saveReference(key, channel, this.#options.now());
  }

  /** The chat, opened where it is not known. Opening one that is open gives the same id. */
  async open(person: Person): Promise<Answer<string>> {
    const known = await this.known(person);
    return known === null ? this.reopen(person) : { ok: true, value: known };
  }

  /** The chat as Slack knows it now, whatever was known before. */
  async reopen(person: Person): Promise<Answer<string>> {
    const args = { users: person.id };
    const opened = await this.#options.api.call({
      method: 'conversations.open',
      args,
      answer,
      repeatable: true,
    });
    if (!opened.ok) return opened;
    await this.note(person, opened.value.channel.id);
    return { ok: true, value: opened.value.channel.id };
  }
}
