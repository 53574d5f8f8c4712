import { type App, type Logger, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { z } from 'zod';
import { AdapterError } from '../../src/chat/adapter.js';
import type { Log } from '../../src/observe/log.js';
import type { WebhookOutcome } from '../../src/observe/metrics/labels.js';
import type { Metrics } from '../../src/observe/metrics/metrics.js';
import { type Arriving, accept } from './accept.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Time in which Slack must have said hello. */
const HELLO_MS = 15_000;

export interface SocketReceiverOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
  readonly arriving: (body: Record<string, unknown>) => Arriving;
  readonly metrics: Metrics;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const envelope = z.object({
  body: z.record(z.string(), z.unknown()),
  ack: z.custom<(content?: unknown) => Promise<void>>((value) => typeof value === 'function'),
  retry_num: z.number().optional(),
});

/**
 * Events over a web socket that the bot opens (Socket Mode): trust is the app-level token.
 *
 * The connection is Bolt's; connecting again is done here. The client of Bolt gives up for good – as an unhandled rejection,
 * which ends the process – when Slack cannot be reached at the moment of a reconnection.
 */
export class SocketReceiver implements Receiver {
  readonly #options: SocketReceiverOptions;
  readonly #client: SocketModeReceiver['client'];
  #app: App | null = null;
  #connected = false;
  #stopped = false;
  #supervision: Promise<void> | null = null;

  constructor(options: SocketReceiverOptions) {
    this.#options = options;
    const { appToken, clientOptions, logger } = options;
    const bolt = new SocketModeReceiver({
      appToken,
      logger,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions },
    });
    this.#client = bolt.client;
    this.#tame();
    this.#client.on('connected', () => {
      // Stopped while the connection was being made.
      if (this.#stopped) this.#release();
      else this.#connected = true;
    });
    this.#client.on('disconnected', () => {
      this.#connected = false;
      this.#supervision ??= this.#reconnect().finally(() => {
        this.#supervision = null;
      });
    });
    this.#client.on('slack_event', (delivered: unknown) => void this.#take(delivered));
  }

  get connected(): boolean {
    return this.#connected;
  }

  init(app: App): void {
    this.#app = app;
  }

  /** @throws AdapterError where Slack refuses the token or cannot be reached */
  async start(): Promise<void> {
    this.#supervision = Promise.resolve();
    this.#stopped = false;
    try {
      await this.#connect();
    } catch (error) {
      this.#stopped = true;
      const refused = error instanceof webApi.WebAPIPlatformError;
      throw new AdapterError(
        refused ? 'refused' : 'not-reachable',
        'Slack: Socket Mode cannot be opened',
        error,
      );
    } finally {
      this.#supervision = null;
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#connected) await this.#client.disconnect();
    this.#connected = false;
  }

  async #connect(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no hello')), HELLO_MS);
    });
    const started = this.#client.start();
    // The loser of the race must not end the process when it fails later.
    started.catch(() => {});
    try {
      await Promise.race([started, late]);
    } catch (error) {
      this.#release();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets go of a connection that is half open, or not wanted any more. */
  #release(): void {
    this.#client.disconnect().catch(() => {});
  }

  async #reconnect(): Promise<void> {
    for (
      let wait = 0;
      !this.#connected;
      wait = Math.min(Math.max(wait * 2, FIRST_WAIT_MS), LONGEST_WAIT_MS)
    ) {
      if (wait > 0) await this.#options.pause(wait);
      if (this.#stopped) return;
      try {
        await this.#connect();
        this.#options.log.info('slack.reconnected');
      } catch {
        this.#options.log.warn('slack.not-connected', { reason: 'socket' });
      }
    }
  }

  async #take(delivered: unknown): Promise<void> {
    const began = performance.now();
    const { log, metrics } = this.#options;
    const told = (outcome: WebhookOutcome): void =>
      metrics.count('webhook_total', { platform: 'slack', outcome });
    const read = envelope.safeParse(delivered);
    if (!read.success || this.#app === null) {
      log.warn('slack.ignored', { reason: 'unexpected-shape' });
      return told('malformed');
    }
    const { body, ack, retry_num: retry = 0 } = read.data;
    // An envelope that cannot be acknowledged any more comes again on the next connection.
    const reply = async (content: unknown): Promise<void> => {
      try {
        await ack(content);
        told('taken');
        metrics.record('ack_seconds', (performance.now() - began) / 1000, {});
      } catch {
        log.warn('slack.ack-failed', { reason: 'socket' });
        told('cut-off');
      }
    };
    const { arriving } = this.#options;
    await accept({ app: this.#app, log, body, retry, reply, arriving });
  }

  /** The client parses in a promise that nobody waits for: an envelope without an event would end the process. */
  #tame(): void {
    const parse = this.#client.listeners('ws_message');
    this.#client.removeAllListeners('ws_message');
    this.#client.on('ws_message', (...args: unknown[]) => {
      for (const listener of parse)
        Promise.resolve(listener(...args)).catch(() =>
          this.#options.log.warn('slack.ignored', { reason: 'unexpected-shape' }),
        );
    });
  }
}
