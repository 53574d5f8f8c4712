import { randomUUID } from 'node:crypto';
import type { ChatEvent } from '../../src/chat/event.js';
import type { Arrival, ChatHost } from '../../src/chat/host.js';
import { type Person, personKey, personOf } from '../../src/chat/person.js';
import { soon } from '../../src/chat/soon.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Admission, Hold, Limit, Owed, Rate } from '../../src/store/inbox.js';
import { note } from './dress.js';
import { heard } from './heard.js';
import { goOn } from './interrupted.js';
import { Limiter } from './limits.js';
import { linked } from './linking.js';
import type { Office, Visit } from './office.js';
import { Queue } from './queue.js';
import { inPublic } from './saying.js';
import { serve } from './serve.js';
import { standingOf } from './standing.js';
import { Turnstile } from './turnstile.js';
import { languageOfLocale } from './words.js';

/** What is let through (security T56): texts may start checks, presses answer questions. */
export interface DeskRates {
  readonly texts: Rate;
  readonly presses: Rate;
  readonly workspace: Rate;
}

export const defaultRates: DeskRates = {
  texts: { burst: 6, perMinute: 6 },
  presses: { burst: 20, perMinute: 30 },
  workspace: { burst: 300, perMinute: 600 },
};

/** Somebody who asks too much is told so once a minute. */
const TELL_AGAIN: Rate = { burst: 1, perMinute: 1 };

/** Milliseconds after which what a process was at is taken over by another, unless it says that it goes on. */
const HELD_MS = 30_000;
/** Milliseconds that an acknowledgement waits for the store. */
const ARRIVE_MS = 1_000;
/** Times that somebody is to be answered; each comes twice as long after the one before, the last after a quarter of an hour. */
const MOST_ATTEMPTS = 6;
/** More than can be under way at once. */
const MOST_UNSETTLED = 5_000;

/** Serves the people of all chat platforms: each in order, everybody side by side. */
export class Desk implements ChatHost {
  /** With what belongs to this desk alone. */
  readonly office: Office;
  readonly #queue = new Queue();
  readonly #turnstile = new Turnstile();
  readonly #rates: DeskRates;
  readonly #told = new Limiter(TELL_AGAIN);
  /** Under which this process holds what it is at. */
  readonly #holder = randomUUID();
  readonly #unsettled: (() => Promise<void>)[] = [];

  constructor(office: Office, rates: DeskRates = defaultRates) {
    this.office = office;
    this.#rates = rates;
  }

  async arrive(arrival: Arrival): Promise<void> {
    const { store, log } = this.office;
    const { platform } = arrival.person;
    const noted = (error: unknown) => log.warn('desk.not-kept', { platform, code: codeOf(error) });
    const kept = store.arrive(arrivalOf(arrival), this.#hold()).catch(noted);
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, ARRIVE_MS);
      void kept.finally(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  async drop(arrival: Arrival): Promise<void> {
    await this.#settle(() => this.office.store.drop(arrivalOf(arrival), this.#holder));
  }

  async take(event: ChatEvent): Promise<void> {
    const { log } = this.office;
    const { platform } = event.person;
    const key = personKey(event.person);
    try {
      if (!this.#queue.hasRoom(key)) {
        await this.#say(event, key, 'busy');
        return await this.drop(event);
      }
      // At once, whatever waits before it: from here on it is not forgotten, also where this process ends.
      const admitted = this.#admit(event, key);
      // In the order in which they came, however slow the store is.
      await this.#queue.add(key, async () => {
        const admission = await admitted;
        if (admission.kind === 'known') {
          this.office.telemetry.metrics.count('dedup_total', { platform });
          log.info('desk.duplicate', { platform });
          return this.drop(event);
        }
        if (admission.kind === 'refused') {
          await this.#refuse(event, key, admission.refusedBy);
          return this.drop(event);
        }
        await this.#turnstile.pass();
        await this.#answer(event, admission.owed, serve);
      });
    } catch (error) {
      log.error('desk.failed', { platform, kind: event.kind, code: codeOf(error) });
      await this.#say(event, key, 'failed').catch(() => {});
      await this.drop(event);
    }
  }

  /** Goes on with what this process is at; to be called well within `HELD_MS`. */
  async holdOn(): Promise<void> {
    const { store, log } = this.office;
    for (const write of this.#unsettled.splice(0)) await this.#settle(write);
    await store.holdOn(this.#hold()).catch((error) => log.warn('desk.not-held', { code: codeOf(error) }));
  }

  /** What this process is at is anybody's from now on; before it ends. */
  async letGo(): Promise<void> {
    const { store, now } = this.office;
    await store.holdOn({ holder: this.#holder, until: now() });
  }

  /** Takes over what other processes have left behind: who was interrupted is told, and their case goes on. */
  async takeOver(): Promise<void> {
    const { store, log, now, surfaceIf } = this.office;
    const answers: Promise<void>[] = [];
    try {
      for (;;) {
        const owed = await store.takeOver(this.#hold(), now());
        if (owed === null) break;
        const person = personOf(owed.person);
        if (owed.attempts > MOST_ATTEMPTS || person === null || surfaceIf(person.platform) === null) {
          log.error('desk.given-up', { attempts: owed.attempts });
          await store.served(owed, this.#holder);
          continue;
        }
        log.warn('desk.taken-over', { platform: person.platform });
        await this.#turnstile.pass();
        const event = happenedTo(person, owed.id);
        answers.push(this.#queue.add(owed.person, () => this.#answer(event, owed, goOn)));
      }
    } catch (error) {
      log.error('desk.failed', { code: codeOf(error) });
    }
    // One that fails is due again when its time is over.
    for (const answer of await Promise.allSettled(answers)) {
      if (answer.status === 'rejected') log.error('desk.failed', { code: codeOf(answer.reason) });
    }
  }

  async languageOf(person: Person, locale: string | null): Promise<Language> {
    // A store that cannot be asked must not keep anybody from being answered.
    const chosen = await soon(this.office.store.language(personKey(person)));
    return chosen ?? languageOfLocale(locale) ?? 'en';
  }

  /** Somebody has tied their account: the case goes on with what that opens. */
  async linked(key: string): Promise<void> {
    const person = personOf(key);
    if (person === null) return;
    if (!this.#queue.hasRoom(key)) return;
    try {
      await this.#queue.add(key, async () => {
        await linked(this.office, await this.#visit(happenedTo(person, key), key));
      });
    } catch (error) {
      this.office.log.error('desk.failed', { code: codeOf(error) });
    }
  }

  /** Resolves when everybody has been served. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** The person's own limit comes first: one who writes too much must not use up what there is for all. */
  #admit({ key, kind, person }: ChatEvent, by: string): Promise<Admission> {
    const { store, now } = this.office;
    const { platform, tenant } = person;
    const spoken = kind === 'mention' || kind === 'command' || kind === 'direct' || kind === 'shortcut';
    const own: Limit = spoken
      ? { of: `texts ${by}`, rate: this.#rates.texts }
      : { of: `presses ${by}`, rate: this.#rates.presses };
    const shared: Limit = { of: `workspace ${platform} ${tenant}`, rate: this.#rates.workspace };
    const limits = kind === 'home' || kind === 'joined' ? [own] : [own, shared];
    const admission = store.admit(arrivalOf({ key, person }), limits, this.#hold(), now());
    // Whoever waits for it hears of it later.
    admission.catch(() => {});
    return admission;
  }

  #hold(): Hold {
    return { holder: this.#holder, until: this.office.now() + HELD_MS };
  }

  async #refuse(event: ChatEvent, key: string, refusedBy: number): Promise<void> {
    const why = refusedBy === 0 ? 'tooMany' : 'busy';
    this.office.log.info('desk.limited', { platform: event.person.platform, by: why });
    await this.#say(event, key, why);
  }

  /** Who could not be told anything is told later, by this process or another. */
  async #answer(
    event: ChatEvent,
    owed: Owed,
    how: (office: Office, visit: Visit) => Promise<void>,
  ): Promise<void> {
    const { store, log, now } = this.office;
    const visit = await this.#visit(event, owed.person);
    const { surface, failed } = heard(visit.surface);
    try {
      await how(this.office, { ...visit, surface });
    } catch (error) {
      log.error('desk.failed', { platform: event.person.platform, kind: event.kind, code: codeOf(error) });
      await this.#say(event, owed.person, 'failed', surface);
    }
    const later = now() + HELD_MS * 2 ** (owed.attempts - 1);
    const write = failed() ? () => store.leave(owed, later) : () => store.served(owed, this.#holder);
    await this.#settle(write);
  }

  /** What is settled must not look as if it were still in hand: where the store is away it is written later. */
  async #settle(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.office.log.warn('desk.not-settled', { code: codeOf(error) });
      if (this.#unsettled.length < MOST_UNSETTLED) this.#unsettled.push(write);
    }
  }

  async #visit(event: ChatEvent, key: string): Promise<Visit> {
    const { store, surfaceOf } = this.office;
    const chosen = await store.language(key);
    const told = languageOfLocale(event.locale);
    const { person, standing, tenant } = await standingOf(this.office, event.person, key);
    return {
      event,
      key,
      person,
      standing,
      tenant,
      surface: surfaceOf(person.platform),
      language: chosen ?? told ?? 'en',
      languageIsKnown: chosen !== null || told !== null,
    };
  }

  async #say(
    event: ChatEvent,
    key: string,
    what: 'tooMany' | 'busy' | 'failed',
    surface = this.office.surfaceOf(event.person.platform),
  ): Promise<void> {
    if (!this.#told.take(`${what} ${key}`, this.office.now())) return;
    const { person, locale } = event;
    const language = await this.languageOf(person, locale);
    const sent = await surface.send(person, note(key, textsFor(language).chat[what]), language);
    // Where nothing can be said in private, who mentioned the bot must not be left without a word.
    if (!sent.ok) await inPublic(this.office, { event, surface, language, person }, sent.reason);
  }
}

/** Something that concerns somebody without an event of theirs. */
function happenedTo(person: Person, key: string): ChatEvent {
  const place = { kind: 'direct', id: '', thread: null, shared: false } as const;
  return { kind: 'joined', key, person, locale: null, place };
}

function arrivalOf({ key, person }: Arrival) {
  return { key: `${person.platform} ${key}`, person: personKey(person) };
}

/** The code of an error of ours; of others nothing is logged but that they are others. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : 'internal';
}
