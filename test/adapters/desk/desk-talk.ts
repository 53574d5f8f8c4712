import { Desk, type DeskRates, defaultRates } from '../../../adapters/desk/desk.js';
import type { Office } from '../../../adapters/desk/office.js';
import type { ReadLog, RunWork } from '../../../dialogs/conversation/converse.js';
import type { ChatEvent } from '../../../src/chat/event.js';
import type { Button } from '../../../src/chat/message.js';
import type { Person } from '../../../src/chat/person.js';
import type { Place } from '../../../src/chat/place.js';
import type { LogFields } from '../../../src/observe/log.js';
import { silent } from '../../../src/observe/log.js';
import { noTrace } from '../../../src/observe/trace/trace.js';
import { snippetsOnly } from '../../../src/probe/means.js';
import { openStore } from '../../../src/store/open.js';
import type { Store } from '../../../src/store/store.js';
import { recordedMetrics } from '../../support/recorded-metrics.js';
import { FakeSurface } from './fake-surface.js';

export const direct: Place = { kind: 'direct', id: 'd1', thread: null, shared: false };
export const channel: Place = { kind: 'channel', id: 'c1', thread: 't1', shared: false };
export const dana: Person = { platform: 'slack', tenant: 'T1', id: 'dana', objectId: null, guest: false };
export const ari: Person = { ...dana, id: 'ari' };

export interface Setting {
  readonly store?: Store;
  readonly run?: RunWork | null;
  readonly readLog?: ReadLog;
  readonly probe?: Office['probe'];
  readonly linkUrl?: Office['linkUrl'];
  readonly approveUrl?: Office['approveUrl'];
  readonly secretUrl?: Office['secretUrl'];
  readonly handoverTo?: Office['handoverTo'];
  readonly rates?: DeskRates;
  readonly requests?: Office['requests'];
}

/** Events as distribution over the kinds, without what every event has. */
type Happening = ChatEvent extends infer E
  ? E extends ChatEvent
    ? Omit<E, 'key' | 'person' | 'place' | 'locale'>
    : never
  : never;
type About = Partial<Pick<ChatEvent, 'key' | 'person' | 'place' | 'locale'>>;

/** People at a desk whose platform is in memory and whose store is real. */
export class DeskTalk {
  readonly desk: Desk;
  readonly surface = new FakeSurface();
  readonly store: Store;
  readonly logged: { readonly event: string; readonly fields: LogFields }[] = [];
  readonly measured = recordedMetrics();
  now = Date.parse('2026-03-01T12:00:00Z');
  #keys = 0;

  private constructor(store: Store, setting: Setting) {
    const { run, readLog, probe, linkUrl, approveUrl, secretUrl, handoverTo, rates, requests } = setting;
    this.store = store;
    const log = (event: string, fields: LogFields = {}): void => {
      this.logged.push({ event, fields });
    };
    let tickets = 0;
    this.desk = new Desk(
      {
        store,
        surfaceOf: () => this.surface,
        surfaceIf: () => this.surface,
        requests: requests ?? null,
        wake: () => {},
        run: run ?? null,
        ...(readLog && { readLog }),
        probe: probe ?? snippetsOnly,
        linkUrl: linkUrl ?? null,
        approveUrl: approveUrl ?? null,
        secretUrl: secretUrl ?? null,
        handoverTo: handoverTo ?? {},
        log: { info: log, warn: log, error: log },
        telemetry: { metrics: this.measured.metrics, trace: noTrace },
        now: () => this.now,
        newTicket: () => `ticket${++tickets}`,
      },
      rates ?? defaultRates,
    );
  }

  static async open(setting: Setting = {}): Promise<DeskTalk> {
    return new DeskTalk(setting.store ?? (await openStore('sqlite::memory:', silent)), setting);
  }

  async take(happening: Happening, about: About = {}): Promise<this> {
    // Quieter than the limits, where a test says nothing else.
    this.now += 10_000;
    const common = { key: `k${++this.#keys}`, person: dana, place: direct, locale: 'en-US', ...about };
    await this.desk.take({ ...common, ...happening });
    return this;
  }

  say(text: string, about: About = {}): Promise<this> {
    return this.take({ kind: 'direct', text }, about);
  }

  /** Answers the question that the newest message asks. */
  answer(option: string, about: About = {}): Promise<this> {
    const { ask } = this.surface.open((about.person ?? dana).id);
    if (ask === null) throw new Error('nothing is asked');
    return this.take({ kind: 'answer', node: ask.node, option }, about);
  }

  press(verb: Button['verb'], about: About = {}): Promise<this> {
    return this.take({ kind: 'press', button: this.button(verb, (about.person ?? dana).id).id }, about);
  }

  /** On the newest message that has one. */
  button(verb: Button['verb'], of = dana.id): Button {
    const buttons = this.surface.seenBy(of).flatMap((it) => it.buttons);
    const button = buttons.findLast((it) => it.verb === verb);
    if (button === undefined) throw new Error(`no button ${verb}`);
    return button;
  }
}
