import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { z } from 'zod';
import { readBody } from '../../src/http/body.js';
import { Refusals } from '../../src/http/refusals.js';
import type { Route } from '../../src/http/route.js';
import { plain } from '../../src/http/server.js';
import type { Log } from '../../src/observe/log.js';
import { type Arriving, accept } from './accept.js';
import { distrust } from './signature.js';

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  readonly log: Log;
  readonly arriving: (body: Record<string, unknown>) => Arriving;
  readonly now: () => number;
  /** Whether events are taken now; else Slack is told to come again. */
  readonly open: () => boolean;
}

/** Slack asks over plain HTTP whether a certificate is good, without a signature; nothing follows from it. */
const sslCheck = /^(?:token=[\w-]{0,100}&)?ssl_check=1(?:&token=[\w-]{0,100})?$/;

const challenge = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1_000) });

/**
 * Takes Slack's requests from the one HTTP server: size, then signature over the raw bytes, then the content. Bolt's own
 * receivers listen by themselves, read 4 MB, and accept signed requests of the future.
 */
export class HttpReceiver implements Receiver {
  readonly #options: HttpReceiverOptions;
  readonly #refusals: Refusals<NonNullable<ReturnType<typeof distrust>> | 'body' | 'malformed'>;
  #app: App | null = null;
  readonly route: Route = {
    method: 'POST',
    path: '/slack/events',
    handle: (request, response) => this.#handle(request, response),
  };

  constructor(options: HttpReceiverOptions) {
    this.#options = options;
    this.#refusals = new Refusals('slack.refused', options.log, options.now);
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { log, now, open, signingSecret, arriving } = this.#options;
    const raw = await readBody(request);
    if (raw === null) {
      this.#refusals.note('body');
      return plain(response, 413, { connection: 'close' });
    }
    if (raw.length <= 250 && sslCheck.test(raw.toString('latin1'))) return plain(response, 200);
    const signature = header(request, 'x-slack-signature');
    const timestamp = header(request, 'x-slack-request-timestamp');
    const reason = distrust(signingSecret, raw, { signature, timestamp }, now());
    if (reason !== null) {
      this.#refusals.note(reason);
      return plain(response, 401);
    }
    const body = parsed(raw, request.headers['content-type'] ?? '');
    if (body === null) {
      this.#refusals.note('malformed');
      return plain(response, 400, { 'x-slack-no-retry': '1' });
    }
    const asked = challenge.safeParse(body);
    if (asked.success) return json(response, { challenge: asked.data.challenge });
    if (this.#app === null || !open()) return plain(response, 503, { 'retry-after': '5' });
    await accept({
      app: this.#app,
      log,
      body,
      arriving,
      retry: Number(header(request, 'x-slack-retry-num') ?? 0) || 0,
      reply: async (content) => (content === undefined ? plain(response, 200) : json(response, content)),
    });
  }
}

/** A header that is there once. */
function header(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name];
  return values?.length === 1 ? values[0] : undefined;
}

/** The object that a request carries: JSON, a form, or JSON in the form's field `payload`; null for anything else. */
function parsed(raw: Buffer, contentType: string): Record<string, unknown> | null {
  try {
    const type = contentType.split(';', 1)[0]?.trim().toLowerCase();
    if (type === 'application/json') return record(JSON.parse(raw.toString('utf8')));
    if (type !== 'application/x-www-form-urlencoded') return null;
    const form = new URLSearchParams(raw.toString('utf8'));
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : record(JSON.parse(payload));
  } catch {
    return null;
  }
}

function record(value: unknown): Record<string, unknown> | null {
  return isRecord(value) ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function json(response: ServerResponse, content: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(content));
}
