import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ChatEvent } from '../../../src/chat/event.js';
import type { Person } from '../../../src/chat/person.js';
import type { Place } from '../../../src/chat/place.js';
import { pressedOf } from '../cards/data.js';
import type { TeamsActivity } from './activity.js';
import { textOfHtml } from './html-text.js';
import { hasFile, textOf } from './text.js';

/** Who sent an activity that was admitted; whether they are a guest is found out later. Pure. */
export function senderOf({ from, channelData, conversation }: TeamsActivity): Person | null {
  const tenant = channelData?.tenant?.id ?? conversation?.tenantId;
  if (from?.id === undefined || from.aadObjectId === undefined || tenant === undefined) return null;
  return {
    platform: 'teams',
    tenant: tenant.toLowerCase(),
    id: from.id,
    objectId: from.aadObjectId.toLowerCase(),
    guest: false,
  };
}

/** Where it was sent. A channel's thread stands behind its id: `19:…;messageid=…`. Pure. */
export function placeOf({ conversation, channelData }: TeamsActivity): Place {
  const [id = '', ...more] = (conversation?.id ?? '').split(';');
  const thread = more.find((part) => part.startsWith('messageid='))?.slice('messageid='.length) ?? null;
  const type = conversation?.conversationType;
  const channel = type === 'channel' || channelData?.team !== undefined;
  const kind = channel ? 'channel' : type === 'personal' ? 'direct' : 'group';
  return { kind, id, thread, shared: channelData?.channel?.type === 'shared' };
}

/** What is the same for all deliveries of one event: Teams was seen to deliver up to four times. Pure. */
export function keyOf(activity: TeamsActivity, ...more: readonly unknown[]): string {
  const { id, timestamp, conversation, name, replyToId, value } = activity;
  const parts = [conversation?.id, id ?? timestamp, name, replyToId, value ?? null, ...more];
  return `teams:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

/** What an event says beside its key, person, place and locale. */
type Part<E> = E extends unknown ? Omit<E, 'key' | 'person' | 'place' | 'locale'> : never;
export type Happened = Part<ChatEvent>;

/** What a message says. Null for one without text or file. Pure. */
export function messageOf(activity: TeamsActivity): Happened | null {
  // An older client answers a card with a message that has a value and no text.
  const pressed = activity.value === undefined ? null : pressedOf(activity.value);
  if (pressed !== null) return pressed;
  const text = textOf(activity);
  const direct = placeOf(activity).kind === 'direct';
  if (text !== '') return { kind: direct ? 'direct' : 'mention', text };
  if (hasFile(activity)) return { kind: 'unreadable', why: 'unavailable' };
  return direct ? null : { kind: 'mention', text };
}

const messageAction = z.object({
  commandId: z.literal('diagnose'),
  messagePayload: z.object({
    id: z.string().max(1024).optional(),
    body: z.object({ contentType: z.string().optional(), content: z.string() }),
  }),
});

/** "Diagnose this message" (`composeExtension/fetchTask` and `/submitAction`). Null for any other command. Pure. */
export function shortcutOf(value: unknown): Happened | null {
  const parsed = messageAction.safeParse(value);
  if (!parsed.success) return null;
  const { contentType, content } = parsed.data.messagePayload.body;
  return { kind: 'shortcut', text: contentType === 'text' ? content : textOfHtml(content, []) };
}

/** Whether the bot came into somebody's 1:1 chat. Teams says it in two ways, and more than once. Pure. */
export function isJoining(activity: TeamsActivity): boolean {
  if (placeOf(activity).kind !== 'direct') return false;
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  const bot = activity.recipient?.id;
  return bot !== undefined && (activity.membersAdded ?? []).some(({ id }) => id === bot);
}
