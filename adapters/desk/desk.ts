import type { ChatEvent } from '../../src/chat/event.js';
import type { ChatHost } from '../../src/chat/host.js';
import { type Person, personKey, personOf } from '../../src/chat/person.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { note } from './dress.js';
import { Limiter, type Rate } from './limits.js';
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

/** A line in a thread is not written again for ten minutes. */
const LINES: Rate = { burst: 1, perMinute: 0.1 };

/** Somebody who asks too much is told so once a minute. */
const TELL_AGAIN: Rate = { burst: 1, perMinute: 1 };

/** Serves the people of all chat platforms: each in order, everybody side by side. */
export class Desk implements ChatHost {
  /** With what belongs to this desk alone. */
  readonly office: Office;
  readonly #queue = new Queue();
  readonly #turnstile = new Turnstile();
  readonly #texts: Limiter;
  readonly #presses: Limiter;
  readonly #workspaces: Limiter;
  readonly #told = new Limiter(TELL_AGAIN);

  constructor(parts: Omit<Office, 'lines'>, rates: DeskRates = defaultRates) {
    this.office = { ...parts, lines: new Limiter(LINES) };
    this.#texts = new Limiter(rates.texts);
    this.#presses = new Limiter(rates.presses);
    this.#workspaces = new Limiter(rates.workspace);
  }

  async take(event: ChatEvent): Promise<void> {
    const { store, log, now } = this.office;
    const { person } = event;
    const { platform } = person;
    try {
      const key = personKey(person);
      // Within the queue, so that events are served in the order in which they came, however slow the store is.
      const taken = this.#queue.offer(key, async () => {
        await this.#turnstile.pass();
        if (!(await store.firstSeen(`${platform} ${event.key}`, now()))) {
          log.info('desk.duplicate', { platform });
          this.office.telemetry.metrics.count('dedup_total', { platform });
          return;
        }
        const refused = this.#refusal(event, key);
        if (refused === null) return this.#serve(event, key);
        log.info('desk.limited', { platform, by: refused });
        await this.#say(event, key, refused);
      });
      if (taken === false) await this.#say(event, key, 'busy');
      else await taken;
    } catch (error) {
      log.error('desk.failed', { platform, kind: event.kind, code: codeOf(error) });
      await this.#say(event, personKey(person), 'failed').catch(() => {});
    }
  }

  async languageOf(person: Person, locale: string | null): Promise<Language> {
    // A store that cannot be asked must not keep anybody from being answered.
    const chosen = await this.office.store.language(personKey(person)).catch(() => null);
    return chosen ?? languageOfLocale(locale) ?? 'en';
  }

  /** Somebody has tied their account: the case goes on with what that opens. */
  async linked(key: string): Promise<void> {
    const person = personOf(key);
    if (person === null) return;
    const event: ChatEvent = {
      kind: 'joined',
      key,
      person,
      locale: null,
      place: { kind: 'direct', id: '', thread: null, shared: false },
    };
    const served = this.#queue.offer(key, async () => {
      await linked(this.office, await this.#visit(event, key));
    });
    if (served === false) return;
    await served.catch((error) => this.office.log.error('desk.failed', { code: codeOf(error) }));
  }

  /** Resolves when everybody has been served. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** The person's own limit comes first: one who writes too much must not use up what there is for all. */
  #refusal({ kind, person }: ChatEvent, key: string): 'tooMany' | 'busy' | null {
    const { platform, tenant } = person;
    const now = this.office.now();
    const spoken = kind === 'mention' || kind === 'command' || kind === 'direct' || kind === 'shortcut';
    if (!(spoken ? this.#texts : this.#presses).take(key, now)) return 'tooMany';
    if (kind === 'home' || kind === 'joined') return null;
    return this.#workspaces.take(`${platform} ${tenant}`, now) ? null : 'busy';
  }

  async #serve(event: ChatEvent, key: string): Promise<void> {
    await serve(this.office, await this.#visit(event, key));
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

  async #say(event: ChatEvent, key: string, what: 'tooMany' | 'busy' | 'failed'): Promise<void> {
    if (!this.#told.take(`${what} ${key}`, this.office.now())) return;
    const { person, locale } = event;
    const language = await this.languageOf(person, locale);
    const surface = this.office.surfaceOf(person.platform);
    const sent = await surface.send(person, note(key, textsFor(language).chat[what]), language);
    // Where nothing can be said in private, who mentioned the bot must not be left without a word.
    if (!sent.ok) await inPublic(this.office, { event, surface, language, person }, sent.reason);
  }
}

/** The code of an error of ours; of others nothing is logged but that they are others. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : 'internal';
}
