import { type IncomingHttpHeaders, request } from 'node:http';
import type { Sandbox } from '../../sandbox/open.js';
import { ask } from '../sandbox/network/running.js';

export interface Seen {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A browser: keeps cookies of the bot's pages, says where a form comes from, and follows nothing by itself. */
export class Browser {
  readonly #origin: string;
  readonly #sandbox: Sandbox | null;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, sandbox: Sandbox | null = null) {
    this.#origin = origin;
    this.#sandbox = sandbox;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.#send(url, 'GET', headers);
  }

  /** As a form of a page without a referrer sends it (Chromium). */
  post(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const usual = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'null',
      'sec-fetch-site': 'same-origin',
    };
    return this.#send(url, 'POST', { ...usual, ...headers }, new URLSearchParams(fields).toString());
  }

  /** Presses a button of a page: all hidden fields go along. */
  press(page: Seen, button: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const action = /<form method="post" action="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return this.post(`${this.#origin}${action}`, { ...hiddenOf(page), ...button });
  }

  async #send(
    url: string,
    method: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Seen> {
    if (!url.startsWith(this.#origin)) {
      // The door to the sign-in page that a world has for browsers, which is no TLS.
      if (url.startsWith('http://127.0.0.1:')) return exchange(url, method, { ...headers }, body);
      if (this.#sandbox === null) throw new Error(`nobody at ${url}`);
      return ask(this.#sandbox, url, { method, headers, ...(body !== undefined && { body }) });
    }
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const seen = await exchange(url, method, { ...(cookie && { cookie }), ...headers }, body);
    for (const line of seen.headers['set-cookie'] ?? []) this.#keep(line);
    return seen;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/Max-Age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export function hiddenOf({ body }: Seen): Record<string, string> {
  const fields = body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

function exchange(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
