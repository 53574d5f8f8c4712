import type { Activity } from 'botbuilder';
import type { Message } from '../../../src/chat/message.js';
import type { Person } from '../../../src/chat/person.js';
import type { Place } from '../../../src/chat/place.js';
import type { Sent, Surface } from '../../../src/chat/surface.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { Log } from '../../../src/observe/log.js';
import { cardsOf, readOnly } from '../cards/card.js';
import { clean } from '../cards/rich-text.js';
import { cardActivity, lineActivity } from './activities.js';
import type { Chats } from './chats.js';
import type { Connector, Failed, Outcome } from './connector.js';
import type { Members } from './members.js';
import { type Address, readRef, type SentAs, writeRef } from './reference.js';

/** Says things on Teams. Facts go to the 1:1 chat and, where there is none, nowhere. */
export class TeamsSurface implements Surface {
  readonly #connector: Connector;
  readonly #chats: Chats;
  readonly #members: Members;
  readonly #log: Log;

  constructor(connector: Connector, chats: Chats, members: Members, log: Log) {
    this.#connector = connector;
    this.#chats = chats;
    this.#members = members;
    this.#log = log;
  }

  send(person: Person, message: Message, language: Language): Promise<Sent> {
    return this.#safely(async () => {
      const activities = activitiesOf(message, language);
      const known = await this.#chats.known(person);
      if (known !== null) {
        const sent = await this.#sendAll(known, activities);
        // A chat that is gone may be opened anew; one that is closed to the bot may not.
        if (sent.ok || sent.reason !== 'gone') return this.#inPrivate(sent);
      }
      const opened = await this.#chats.open(person);
      return this.#inPrivate(opened.ok ? await this.#sendAll(opened.value, activities) : opened);
    });
  }

  update(_person: Person, ref: string, message: Message, language: Language): Promise<Sent> {
    return this.#safely(async () => {
      const old = readRef(ref);
      if (old === null) return { ok: false, reason: 'gone' };
      return this.#updated(old, activitiesOf(message, language));
    });
  }

  line(place: Place, text: string): Promise<Sent> {
    return this.#safely(async () =>
      this.#inPublic(await this.#sendAll(this.#addressOf(place), [lineActivity(clean(text))])),
    );
  }

  share(place: Place, message: Message, language: Language): Promise<Sent> {
    return this.#safely(async () =>
      this.#inPublic(await this.#sendAll(this.#addressOf(place), activitiesOf(readOnly(message), language))),
    );
  }

  post(channel: string, message: Message, language: Language): Promise<Sent> {
    return this.#safely(async () =>
      this.#inPublic(await this.#sendAll(this.#chats.addressOf(channel), activitiesOf(message, language))),
    );
  }

  async nameOf(person: Person): Promise<string | null> {
    try {
      return await this.#members.nameOf(person);
    } catch {
      return null;
    }
  }

  #addressOf({ id, thread }: Place): Address {
    return this.#chats.addressOf(thread === null ? id : `${id};messageid=${thread}`);
  }

  /** One activity after the other: Teams shows them in the order in which they come. */
  async #sendAll(to: Address, activities: readonly Partial<Activity>[]): Promise<Outcome<SentAs>> {
    const ids: string[] = [];
    for (const activity of activities) {
      const sent = await this.#connector.send(to, activity);
      if (!sent.ok) return sent;
      ids.push(sent.value);
    }
    return { ok: true, value: { ...to, activities: ids } };
  }

  async #updated(old: SentAs, activities: readonly Partial<Activity>[]): Promise<Sent> {
    const ids: string[] = [];
    for (const [i, activity] of activities.entries()) {
      const id = old.activities[i];
      const done =
        id === undefined
          ? await this.#connector.send(old, activity)
          : await this.#connector.replace(old, id, activity);
      if (!done.ok) {
        this.#note(done);
        if (done.reason === 'failed') return { ok: false, reason: 'failed' };
        return { ok: false, reason: done.reason === 'gone' ? 'gone' : 'no-direct' };
      }
      ids.push(done.value);
    }
    // What is left of a longer message says nothing that is still so. One that cannot be taken away stays.
    for (const id of old.activities.slice(activities.length)) await this.#connector.remove(old, id);
    return { ok: true, ref: writeRef({ ...old, activities: ids }) };
  }

  /** What the desk is told of a message to a person. */
  #inPrivate(outcome: Outcome<SentAs>): Sent {
    if (outcome.ok) return { ok: true, ref: writeRef(outcome.value) };
    this.#note(outcome);
    return { ok: false, reason: outcome.reason === 'failed' ? 'failed' : 'no-direct' };
  }

  /** What it is told of one that others read. */
  #inPublic(outcome: Outcome<SentAs>): Sent {
    if (outcome.ok) return { ok: true, ref: writeRef(outcome.value) };
    this.#note(outcome);
    return { ok: false, reason: outcome.reason === 'gone' ? 'gone' : 'failed' };
  }

  #note({ reason, status }: Failed): void {
    this.#log.warn('teams.not-sent', { reason, status });
  }

  async #safely(work: () => Promise<Sent>): Promise<Sent> {
    try {
      return await work();
    } catch {
      this.#log.error('teams.send-failed');
      return { ok: false, reason: 'failed' };
    }
  }
}

function activitiesOf(message: Message, language: Language): readonly Partial<Activity>[] {
  const { fallback } = textsFor(language).chat;
  return cardsOf(message, language).map((card) => cardActivity(card, fallback));
}
