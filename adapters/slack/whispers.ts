import type { Place } from '../../src/chat/place.js';
import type { Log } from '../../src/observe/log.js';

const SEND_MS = 10_000;

export interface WhispersOptions {
  readonly fetch: typeof fetch;
  readonly origins: readonly string[];
  readonly log: Log;
}

/**
 * Answers that only the person sees, where a command or shortcut was used: the bot need not be in that channel, and nobody
 * else is disturbed. The address belongs to the event's place and is forgotten with it; it is good for 30 minutes.
 */
export class Whispers {
  readonly #options: WhispersOptions;
  readonly #addresses = new WeakMap<Place, string>();

  constructor(options: WhispersOptions) {
    this.#options = options;
  }

  note(place: Place, address: string): void {
    if (place.kind === 'direct' || !URL.canParse(address)) return;
    if (this.#options.origins.includes(new URL(address).origin)) this.#addresses.set(place, address);
  }

  /** @returns whether it was said; false where there is no such address, too */
  async say(place: Place, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    const address = this.#addresses.get(place);
    if (address === undefined) return false;
    try {
      const response = await this.#options.fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ ...body, response_type: 'ephemeral', replace_original: false }),
        redirect: 'error',
        signal: AbortSignal.timeout(SEND_MS),
      });
      await response.body?.cancel();
      if (response.ok) return true;
    } catch {
      // Said below.
    }
    this.#options.log.warn('slack.call-failed', { method: 'response_url', reason: 'no_answer', attempts: 1 });
    return false;
  }
}
