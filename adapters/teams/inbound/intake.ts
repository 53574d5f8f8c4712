import type { ChatEvent } from '../../../src/chat/event.js';
import type { ChatHost } from '../../../src/chat/host.js';
import { type Person, personKey } from '../../../src/chat/person.js';
import type { Log } from '../../../src/observe/log.js';
import { BoundedMap } from '../outbound/bounded-map.js';
import type { Chats } from '../outbound/chats.js';
import type { Members } from '../outbound/members.js';
import type { TeamsActivity } from './activity.js';
import { type Happened, keyOf, placeOf } from './event.js';

/** Teams says more than once, and in two ways, that the bot was added. */
const JOINED_MS = 10 * 60_000;

interface Parts {
  readonly host: ChatHost;
  readonly chats: Chats;
  readonly members: Members;
  readonly log: Log;
  readonly now: () => number;
}

/** What comes after an acknowledgement: finds out who it was, and hands the event on, in order for each person. */
export class Intake {
  readonly #parts: Parts;
  readonly #order = new Map<string, Promise<void>>();
  readonly #under = new Set<Promise<void>>();
  readonly #joined = new BoundedMap<string, number>(10_000);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Keeps that an event has come; what nobody waits for is not kept. To be waited for before it is acknowledged. */
  async arrive(person: Person, { kind }: Happened, key: string): Promise<void> {
    if (kind !== 'joined') await this.#parts.host.arrive({ key, person });
  }

  /** Begins the work for an event; never throws. */
  begin(activity: TeamsActivity, person: Person, happened: Happened, key: string): void {
    if (happened.kind === 'joined' && !this.#isFirst(activity)) return;
    const eventKey = key === '' ? this.#joinedKey(activity) : key;
    const by = personKey(person);
    const before = this.#order.get(by) ?? Promise.resolve();
    const prepared = before.then(() => this.#prepared(activity, person, happened, eventKey));
    const turn = prepared.then(() => {});
    this.#order.set(by, turn);
    const work = prepared.then((event) => this.#parts.host.take(event));
    const tracked = work
      .catch(() => this.#parts.log.error('teams.event-failed', { kind: happened.kind }))
      .finally(() => {
        this.#under.delete(tracked);
        if (this.#order.get(by) === turn) this.#order.delete(by);
      });
    this.#under.add(tracked);
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#under.size > 0) await Promise.allSettled(this.#under);
  }

  async #prepared(
    activity: TeamsActivity,
    person: Person,
    happened: Happened,
    key: string,
  ): Promise<ChatEvent> {
    const { chats, members, log } = this.#parts;
    const place = placeOf(activity);
    const at = { serviceUrl: activity.serviceUrl, conversation: place.id };
    chats.heard(place.id, at.serviceUrl);
    chats.heard(person.id, at.serviceUrl);
    const known = await members.known(person, at);
    try {
      if (place.kind === 'direct') await chats.keep(person, at);
    } catch {
      // The answer still finds its way: the 1:1 chat can be opened.
      log.warn('teams.reference-not-kept');
    }
    return {
      ...happened,
      key,
      person: known,
      place: { ...place, shared: place.shared || known.guest },
      locale: activity.locale ?? null,
    };
  }

  #isFirst(activity: TeamsActivity): boolean {
    const conversation = activity.conversation?.id ?? '';
    const now = this.#parts.now();
    const last = this.#joined.get(conversation);
    this.#joined.set(conversation, now);
    return last === undefined || now - last > JOINED_MS;
  }

  /** The same in all processes for what is said again within minutes. */
  #joinedKey({ conversation }: TeamsActivity): string {
    const window = Math.floor(this.#parts.now() / JOINED_MS);
    return keyOf({ type: 'joined', channelId: 'msteams', serviceUrl: '', conversation, value: window });
  }
}
