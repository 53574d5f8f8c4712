import { randomBytes } from 'node:crypto';
import { Desk } from '../../adapters/desk/desk.js';
import type { ChatAdapter } from '../../src/chat/adapter.js';
import type { ChatEvent } from '../../src/chat/event.js';
import type { Arrival, ChatHost } from '../../src/chat/host.js';
import type { Message } from '../../src/chat/message.js';
import type { Person } from '../../src/chat/person.js';
import type { Surface } from '../../src/chat/surface.js';
import { silent } from '../../src/observe/log.js';
import { noTelemetry } from '../../src/observe/telemetry.js';
import { snippetsOnly } from '../../src/probe/means.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import type { Setting } from './stage.js';

/** The probe as the bot would serve it. */
export const probeFile = { url: 'https://bot.example/probe.mjs', sha256: 'ab'.repeat(32) };

/** Nobody is hurried here. */
const plenty = { burst: 10_000, perMinute: 10_000 };

/** A desk behind one adapter, that knows when everything which came in has been served. */
export class StagedDesk implements ChatHost {
  readonly store: Store;
  readonly #desk: Desk;
  readonly #messages: Message[] = [];
  #adapter: ChatAdapter | null = null;
  #last: ChatEvent | null = null;
  #taken = 0;
  #under = 0;
  #wake: () => void = () => {};

  private constructor(store: Store, { run, now }: Setting) {
    this.store = store;
    this.#desk = new Desk(
      {
        store,
        surfaceOf: () => this.#watched(),
        surfaceIf: () => this.#watched(),
        requests: null,
        wake: () => {},
        run,
        probe: { ...snippetsOnly, file: probeFile },
        linkUrl: null,
        approveUrl: null,
        secretUrl: null,
        handoverTo: {},
        log: silent,
        telemetry: noTelemetry,
        now,
        newTicket: () => randomBytes(16).toString('base64url'),
      },
      { texts: plenty, presses: plenty, workspace: plenty },
    );
  }

  static async open(setting: Setting): Promise<StagedDesk> {
    return new StagedDesk(await openStore('sqlite::memory:', silent), setting);
  }

  attach(adapter: ChatAdapter): void {
    this.#adapter = adapter;
  }

  arrive(arrival: Arrival): Promise<void> {
    return this.#desk.arrive(arrival);
  }

  drop(arrival: Arrival): Promise<void> {
    return this.#desk.drop(arrival);
  }

  async take(event: ChatEvent): Promise<void> {
    this.#last = event;
    this.#taken++;
    this.#under++;
    try {
      await this.#desk.take(event);
    } finally {
      this.#under--;
      this.#wake();
    }
  }

  languageOf(person: Person, locale: string | null) {
    return this.#desk.languageOf(person, locale);
  }

  /** Does something that the platform tells the bot of, and waits for all that follows. */
  async after(deed: () => Promise<unknown>): Promise<void> {
    const before = this.#taken;
    await deed();
    const late = AbortSignal.timeout(60_000);
    while (this.#taken === before || this.#under > 0) {
      if (late.aborted) throw new Error('the event did not reach the desk, or is never served');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 5);
      });
    }
  }

  /** What was filled in last. */
  entered(): Readonly<Record<string, string>> {
    if (this.#last?.kind !== 'form') throw new Error('no form came in');
    return this.#last.values;
  }

  newest(): Message {
    const message = this.#messages.at(-1);
    if (message === undefined) throw new Error('nothing was said yet');
    return message;
  }

  #watched(): Surface {
    const surface = this.#adapter?.surface;
    if (surface === undefined) throw new Error('no adapter is attached');
    return {
      send: async (person, message, language) => {
        const sent = await surface.send(person, message, language);
        if (sent.ok && message.id !== 'note') this.#messages.push(message);
        return sent;
      },
      update: (...given) => surface.update(...given),
      line: (...given) => surface.line(...given),
      share: (...given) => surface.share(...given),
      post: (...given) => surface.post(...given),
      nameOf: (person) => surface.nameOf(person),
      ...(surface.home === undefined ? {} : { home: (...given) => surface.home?.(...given) ?? never() }),
    };
  }
}

async function never(): Promise<never> {
  throw new Error('no page');
}
