import { createTeamsAdapter, type TeamsOptions } from '../../../adapters/teams/adapter.js';
import type { TeamsConfig } from '../../../adapters/teams/config.js';
import type { ChatAdapter, References } from '../../../src/chat/adapter.js';
import type { ChatEvent } from '../../../src/chat/event.js';
import type { Arrival, ChatHost } from '../../../src/chat/host.js';
import { HttpServer } from '../../../src/http/server.js';
import { type Language, languageOf } from '../../../src/knowledge/language.js';
import type { Log, LogFields } from '../../../src/observe/log.js';
import { FakeTeams } from '../../fakes/teams/teams.js';

/** Takes what comes, and does what a test tells it to. */
class RecordingHost implements ChatHost {
  readonly events: ChatEvent[] = [];
  readonly arrived: Arrival[] = [];
  /** What an arrival waits for. */
  onArrival: () => Promise<void> = async () => {};
  onEvent: (event: ChatEvent) => Promise<void> = async () => {};
  language: Language | null = null;

  async arrive(arrival: Arrival): Promise<void> {
    this.arrived.push(arrival);
    await this.onArrival();
  }

  async drop(): Promise<void> {}

  async take(event: ChatEvent): Promise<void> {
    this.events.push(event);
    await this.onEvent(event);
  }

  async languageOf(_person: unknown, locale: string | null): Promise<Language> {
    return this.language ?? languageOf(locale ?? undefined);
  }
}

export interface LogLine {
  readonly event: string;
  readonly fields: LogFields;
}

/** What a test wants otherwise than the fake's options. */
type BotOptions = Omit<Partial<TeamsOptions>, 'config'> & { readonly config?: Partial<TeamsConfig> };

/** The adapter behind the real server, and the fake in front of it. */
export class Bot {
  readonly teams: FakeTeams;
  readonly adapter: ChatAdapter;
  readonly host = new RecordingHost();
  readonly references = new Map<string, string>();
  readonly lines: LogLine[] = [];
  readonly #server: HttpServer;

  private constructor(teams: FakeTeams, more: Partial<TeamsOptions>) {
    this.teams = teams;
    const write = (event: string, fields: LogFields = {}): void => {
      this.lines.push({ event, fields });
    };
    const log: Log = { info: write, warn: write, error: write };
    const references: References = {
      reference: async (person) => this.references.get(person) ?? null,
      saveReference: async (person, reference) => {
        this.references.set(person, reference);
      },
    };
    this.adapter = createTeamsAdapter({
      ...teams.options,
      host: this.host,
      references,
      log,
      now: () => Date.now(),
      random: () => 0.5,
      ...more,
    });
    this.#server = new HttpServer(this.adapter.routes, log);
  }

  static async start({ config, ...more }: BotOptions = {}): Promise<Bot> {
    const teams = await FakeTeams.start();
    const bot = new Bot(teams, { ...more, config: { ...teams.options.config, ...config } });
    await bot.adapter.start();
    const port = await bot.#server.listen(0, '127.0.0.1');
    teams.connect(`http://127.0.0.1:${port}/api/messages`);
    return bot;
  }

  /** Waits for that many events. */
  async events(count: number): Promise<readonly ChatEvent[]> {
    await this.teams.connector.until(() => this.host.events.length >= count);
    return this.host.events;
  }

  async stop(): Promise<void> {
    await this.adapter.stop();
    await this.#server.close();
    await this.teams.close();
  }
}
