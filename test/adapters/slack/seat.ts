import { onTestFinished } from 'vitest';
import { createSlackAdapter, type SlackAdapterOptions } from '../../../adapters/slack/adapter.js';
import type { ChatAdapter } from '../../../src/chat/adapter.js';
import type { ChatEvent } from '../../../src/chat/event.js';
import type { Arrival } from '../../../src/chat/host.js';
import { HttpServer } from '../../../src/http/server.js';
import { languageOf } from '../../../src/knowledge/language.js';
import type { Log, LogFields } from '../../../src/observe/log.js';
import { FakeSlack } from '../../fakes/slack/fake-slack.js';

export const DANA = 'U0DANA0001';
export const GENERAL = 'C0GENERAL1';

/** An adapter with a fake Slack on one side and a desk that only takes notes on the other. */
export interface Seat {
  readonly fake: FakeSlack;
  readonly adapter: ChatAdapter;
  readonly events: ChatEvent[];
  /** What was kept before it was acknowledged, and what nothing followed from. */
  readonly arrived: Arrival[];
  readonly dropped: Arrival[];
  readonly logged: { readonly event: string; readonly fields: LogFields }[];
  readonly references: Map<string, string>;
  /** How long it was waited between attempts, in milliseconds. */
  readonly pauses: number[];
  /** The event that came next, whatever it is. */
  readonly next: () => Promise<ChatEvent>;
  readonly url: string;
}

export interface SeatOptions {
  readonly mode?: 'http' | 'socket';
  readonly take?: (event: ChatEvent, adapter: ChatAdapter) => Promise<void>;
  /** What an arrival waits for. */
  readonly arrive?: () => Promise<void>;
  readonly with?: Partial<SlackAdapterOptions>;
  readonly config?: Record<string, unknown>;
  readonly now?: () => number;
}

/** Takes a seat; everything is closed when the test is over. */
export async function seat(options: SeatOptions = {}): Promise<Seat> {
  const { mode = 'http', now = Date.now } = options;
  const fake = await FakeSlack.start(now);
  const events: ChatEvent[] = [];
  const logged: Seat['logged'] = [];
  const arrived: Arrival[] = [];
  const dropped: Arrival[] = [];
  const pauses: number[] = [];
  const references = new Map<string, string>();
  const waiting: ((event: ChatEvent) => void)[] = [];
  let told = 0;
  const note =
    () =>
    (event: string, fields: LogFields = {}): void => {
      logged.push({ event, fields });
    };
  const log: Log = { info: note(), warn: note(), error: note() };
  const adapter: ChatAdapter = createSlackAdapter({
    config: { ...fake.config(mode), ...options.config },
    host: {
      arrive: async (arrival) => {
        arrived.push(arrival);
        await options.arrive?.();
      },
      drop: async (arrival) => void dropped.push(arrival),
      take: async (event) => {
        events.push(event);
        waiting.shift()?.(event);
        await options.take?.(event, adapter);
      },
      languageOf: async (_person, locale) => languageOf(locale ?? undefined),
    },
    references: {
      reference: async (person) => references.get(person) ?? null,
      saveReference: async (person, reference) => {
        references.set(person, reference);
      },
    },
    log,
    now,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    callMs: 500,
    ...options.with,
  });
  const server = new HttpServer(adapter.routes, log);
  const port = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/slack/events`;
  if (mode === 'http') fake.deliverTo(url);
  onTestFinished(async () => {
    await adapter.stop();
    await server.close();
    await fake.close();
  });
  await adapter.start();
  const next = async (): Promise<ChatEvent> => {
    const waited = events[told] ?? (await new Promise<ChatEvent>((resolve) => waiting.push(resolve)));
    told += 1;
    return waited;
  };
  return { fake, adapter, events, arrived, dropped, logged, references, pauses, next, url };
}
