import { z } from 'zod';
import type { Answer, Api } from './api.js';
import { Lru } from './lru.js';
import { post, quiet } from './post.js';
import { type Ref, writeRef } from './ref.js';
import type { Rendered } from './render/message.js';

const MESSAGES = 2_000;
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Where a message goes. */
export interface Spot {
  readonly channel: string;
  readonly thread: string | null;
}

const nothing = z.object({});

/** Writes messages that may be longer than one of Slack's: the rest stands in replies of the thread. */
export class Pages {
  readonly #api: Api;
  /** Replies of a message since it was sent: who changes it may hold the reference from then. */
  readonly #replies: Lru<readonly string[]>;

  constructor(api: Api, now: () => number) {
    this.#api = api;
    this.#replies = new Lru(MESSAGES, KEPT_MS, now);
  }

  /** Posts all pages. */
  async write({ channel, thread }: Spot, { text, pages }: Rendered): Promise<Answer<string>> {
    const [first = [], ...rest] = pages;
    const top = await post(this.#api, { channel, thread, text, blocks: first });
    if (!top.ok) return top;
    const replies: string[] = [];
    for (const blocks of rest) {
      const reply = await post(this.#api, { channel, thread: thread ?? top.value, text, blocks });
      if (!reply.ok) return reply;
      replies.push(reply.value);
    }
    return this.#kept({ channel, ts: top.value, replies });
  }

  /** Puts other pages in the place of a message; replies are changed, added and taken away as needed. */
  async rewrite(ref: Ref, { text, pages }: Rendered): Promise<Answer<string>> {
    const { channel, ts } = ref;
    const before = this.#replies.get(keyOf(ref)) ?? ref.replies;
    const [first = [], ...rest] = pages;
    const top = await this.#update(channel, ts, { text, blocks: first });
    if (!top.ok) return top;
    const replies: string[] = [];
    for (const [i, blocks] of rest.entries()) {
      const old = before[i];
      const reply =
        old === undefined
          ? await post(this.#api, { channel, thread: ts, text, blocks })
          : await this.#update(channel, old, { text, blocks });
      if (!reply.ok) return reply;
      replies.push(reply.value);
    }
    for (const old of before.slice(rest.length)) {
      const call = { method: 'chat.delete', args: { channel, ts: old }, answer: nothing, repeatable: true };
      await this.#api.call(call);
    }
    return this.#kept({ channel, ts, replies });
  }

  #kept(ref: Ref): Answer<string> {
    this.#replies.set(keyOf(ref), ref.replies);
    return { ok: true, value: writeRef(ref) };
  }

  async #update(
    channel: string,
    ts: string,
    content: Readonly<Record<string, unknown>>,
  ): Promise<Answer<string>> {
    const args = { channel, ts, ...content, ...quiet };
    const done = await this.#api.call({ method: 'chat.update', args, answer: nothing, repeatable: true });
    return done.ok ? { ok: true, value: ts } : done;
  }
}

function keyOf({ channel, ts }: Ref): string {
  return `${channel}:${ts}`;
}
