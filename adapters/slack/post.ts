import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Answer, Api } from './api.js';
import { messageTimestamp } from './payloads.js';

/** What is written, and where. */
export interface Post {
  readonly channel: string;
  readonly thread: string | null;
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

const MARK = 'acr_help_message';
/** Messages in which a lost one is looked for. */
const LOOKED_AT = 20;

const posted = z.object({ channel: z.string(), ts: messageTimestamp });
const history = z.object({
  messages: z.array(
    z.object({
      ts: messageTimestamp,
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ id: z.string().optional() }) })
        .optional(),
    }),
  ),
});

/**
 * Posts a message once. `chat.postMessage` knows no key that would make repeating it harmless (`client_msg_id` is not
 * documented for apps), so a post whose effect is unknown – a timeout, a 5xx – is looked for by its metadata. Where it
 * arrived, all is well. Where it did not although Slack has answered, it is posted once more; after a silence it is not,
 * for it may be on its way. Channels cannot be looked into with the scopes of the app: there nothing is repeated.
 */
export async function post(api: Api, { channel, thread, text, blocks }: Post): Promise<Answer<string>> {
  const id = randomUUID();
  const args = {
    channel,
    text,
    blocks,
    ...(thread !== null && { thread_ts: thread }),
    ...quiet,
    metadata: { event_type: MARK, event_payload: { id } },
  };
  const call = { method: 'chat.postMessage', args, answer: posted, repeatable: false };
  for (let again = true; ; again = false) {
    const sent = await api.call(call);
    if (sent.ok) return { ok: true, value: sent.value.ts };
    if (sent.effect === 'none' || !channel.startsWith('D')) return sent;
    const found = await lookFor(api, channel, thread, id);
    if (found.ok && found.value !== null) return { ok: true, value: found.value };
    if (!found.ok || !again || sent.code === 'no_answer') return sent;
  }
}

/** Nothing in a text of the bot's becomes a preview, a mention or a link by itself. */
export const quiet = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;

async function lookFor(
  api: Api,
  channel: string,
  thread: string | null,
  id: string,
): Promise<Answer<string | null>> {
  const method = thread === null ? 'conversations.history' : 'conversations.replies';
  const where = thread === null ? {} : { ts: thread };
  const args = { channel, ...where, limit: LOOKED_AT, include_all_metadata: true };
  const seen = await api.call({ method, args, answer: history, repeatable: true });
  if (!seen.ok) return seen;
  const mine = seen.value.messages.find(
    ({ metadata }) => metadata?.event_type === MARK && metadata.event_payload.id === id,
  );
  return { ok: true, value: mine?.ts ?? null };
}
