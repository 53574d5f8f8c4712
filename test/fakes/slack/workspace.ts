import { type Block, charactersOf, home, messageBlocks, modal } from './limits.js';
import { BOT, BOT_USER, TEAM } from './payloads.js';

type Json = Record<string, unknown>;

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** More fields of `users.info`, e.g. `is_restricted`. */
  readonly more: Json;
}

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Whether it was changed since it was posted. */
  readonly edited: boolean;
  /** Who alone sees it; null for all. */
  readonly onlyFor: string | null;
  readonly metadata: unknown;
}

export interface FakeFile {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
  readonly status: number;
  /** What it waits for before it comes. */
  readonly after?: Promise<void>;
}

export type Reply =
  | { readonly ok: true; readonly [key: string]: unknown }
  | { readonly ok: false; readonly error: string };

/** What a workspace holds, and what the Web API does to it. */
export class Workspace {
  readonly users = new Map<string, FakeUser>();
  readonly messages: FakeMessage[] = [];
  readonly homes = new Map<string, readonly Block[]>();
  /** The form that was opened last. */
  modal: (Json & { readonly blocks: readonly Block[] }) | null = null;
  /** Channels that the bot was invited to. */
  readonly joined = new Set(['C0GENERAL1']);
  /** Files by path. */
  readonly files = new Map<string, FakeFile>();
  readonly #now: () => number;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A timestamp that no other message has. */
  stamp(): string {
    this.#count += 1;
    return `${Math.floor(this.#now() / 1000)}.${String(this.#count).padStart(6, '0')}`;
  }

  /** The 1:1 chat of somebody with the bot. */
  directOf(user: string): string {
    return `D${user.slice(1)}`;
  }

  answer(method: string, args: Json): Reply {
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          url: 'https://contoso.slack.com/',
          team: 'Contoso',
          user: 'acr-help',
          team_id: TEAM,
          user_id: BOT_USER,
          bot_id: BOT,
        };
      case 'users.info':
        return this.#user(String(args['user']));
      case 'conversations.open':
        return this.users.has(String(args['users']))
          ? { ok: true, channel: { id: this.directOf(String(args['users'])) } }
          : { ok: false, error: 'users_not_found' };
      case 'chat.postMessage':
        return this.#post(args);
      case 'chat.update':
        return this.#update(args);
      case 'chat.delete':
        return this.#delete(args);
      case 'conversations.history':
      case 'conversations.replies':
        return this.#history(method, args);
      case 'views.open':
        return this.#open(args);
      case 'views.publish':
        return this.#publish(args);
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  /** Posts where only one person sees it. */
  whisper(channel: string, onlyFor: string, body: Json): void {
    const blocks = messageBlocks.parse(body['blocks']);
    this.messages.push({
      channel,
      ts: this.stamp(),
      thread: null,
      text: String(body['text']),
      blocks,
      edited: false,
      onlyFor,
      metadata: null,
    });
  }

  #user(id: string): Reply {
    const user = this.users.get(id);
    if (user === undefined) return { ok: false, error: 'user_not_found' };
    const { name, locale, more } = user;
    const profile = { display_name: name, real_name: name };
    return {
      ok: true,
      user: {
        id,
        team_id: TEAM,
        name: name.toLowerCase(),
        real_name: name,
        deleted: false,
        locale,
        tz: 'Europe/Berlin',
        is_bot: false,
        is_restricted: false,
        is_ultra_restricted: false,
        profile,
        ...more,
      },
    };
  }

  #post(args: Json): Reply {
    const channel = String(args['channel']);
    if (channel.startsWith('C') && !this.joined.has(channel)) return { ok: false, error: 'not_in_channel' };
    const known =
      channel.startsWith('C') || [...this.users.keys()].some((user) => this.directOf(user) === channel);
    if (!known) return { ok: false, error: 'channel_not_found' };
    const content = this.#content(args);
    if (typeof content === 'string') return { ok: false, error: content };
    const ts = this.stamp();
    const thread = typeof args['thread_ts'] === 'string' ? args['thread_ts'] : null;
    this.messages.push({
      channel,
      ts,
      thread,
      ...content,
      edited: false,
      onlyFor: null,
      metadata: args['metadata'] ?? null,
    });
    return {
      ok: true,
      channel,
      ts,
      message: { type: 'message', user: BOT_USER, bot_id: BOT, ts, ...content },
    };
  }

  #update(args: Json): Reply {
    const i = this.#find(args);
    const before = this.messages[i];
    if (before === undefined) return { ok: false, error: 'message_not_found' };
    const content = this.#content(args);
    if (typeof content === 'string') return { ok: false, error: content };
    this.messages[i] = { ...before, ...content, edited: true };
    return { ok: true, channel: before.channel, ts: before.ts, text: content.text };
  }

  #delete(args: Json): Reply {
    const i = this.#find(args);
    if (i < 0) return { ok: false, error: 'message_not_found' };
    this.messages.splice(i, 1);
    return { ok: true };
  }

  #find(args: Json): number {
    return this.messages.findIndex(({ channel, ts }) => channel === args['channel'] && ts === args['ts']);
  }

  #content(args: Json): { readonly text: string; readonly blocks: readonly Block[] } | string {
    const read = messageBlocks.safeParse(args['blocks']);
    if (!read.success) return 'invalid_blocks';
    if (charactersOf(read.data) > 11_000) return 'msg_blocks_too_long';
    // Slack names blocks that have no id.
    const blocks = read.data.map((block, i) => ({ ...block, block_id: block.block_id ?? `auto${i}` }));
    return { text: String(args['text'] ?? ''), blocks };
  }

  #history(method: string, args: Json): Reply {
    const messages = this.messages
      .filter(({ channel }) => channel === args['channel'])
      .filter(({ thread }) => (method === 'conversations.replies' ? thread === args['ts'] : thread === null))
      .map(({ ts, text, metadata }) => ({
        type: 'message',
        ts,
        text,
        ...(metadata !== null && { metadata }),
      }));
    return { ok: true, messages: messages.reverse(), has_more: false };
  }

  #open(args: Json): Reply {
    const read = modal.safeParse(args['view']);
    if (!read.success) return { ok: false, error: 'invalid_arguments' };
    this.modal = read.data;
    return { ok: true, view: { id: 'V0MODAL001', ...read.data } };
  }

  #publish(args: Json): Reply {
    const read = home.safeParse(args['view']);
    if (!read.success) return { ok: false, error: 'invalid_arguments' };
    this.homes.set(String(args['user_id']), read.data.blocks);
    return { ok: true, view: { id: 'V0HOME0001' } };
  }
}
