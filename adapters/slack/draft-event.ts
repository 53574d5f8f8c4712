import type { Draft, Drafted } from './draft.js';
import { eventEnvelope, homeEvent, mentionEvent, messageEvent } from './payloads.js';

type Common = Pick<Draft, 'key' | 'team' | 'enterprise'>;

/** Reads a delivery of the Events API. Edits, deletions, bots and all that nobody wrote are not for us. Pure. */
export function draftOfEvent(body: unknown): Drafted {
  const envelope = eventEnvelope.safeParse(body);
  if (!envelope.success)
    return envelope.error.issues.some(({ path }) => path[0] === 'team_id') ? 'no-team' : 'unexpected-shape';
  const { event_id, team_id, enterprise_id, is_ext_shared_channel: shared, event } = envelope.data;
  const common = { key: `slack:event:${event_id}`, team: team_id, enterprise: enterprise_id ?? null };
  const inner: unknown = body !== null && typeof body === 'object' && 'event' in body ? body.event : null;
  switch (event.type) {
    case 'app_mention':
      return mention(inner, common, shared);
    case 'message':
      return message(inner, common, shared);
    case 'app_home_opened':
      return opened(inner, common);
    default:
      return 'unknown-event';
  }
}

function mention(event: unknown, common: Common, shared: boolean): Drafted {
  const read = mentionEvent.safeParse(event);
  if (!read.success) return isOfNobody(event) ? 'not-for-us' : 'unexpected-shape';
  const { user, channel, ts, thread_ts, bot_id, edited, subtype } = read.data;
  if (bot_id !== undefined || edited !== undefined || (subtype !== undefined && subtype !== 'file_share'))
    return 'not-for-us';
  return {
    ...common,
    user,
    homes: homesOf(read.data),
    channel,
    thread: thread_ts ?? ts,
    shared,
    responseUrl: null,
    what: { kind: 'mention', content: read.data },
  };
}

function message(event: unknown, common: Common, shared: boolean): Drafted {
  const read = messageEvent.safeParse(event);
  if (!read.success) return isOfNobody(event) ? 'not-for-us' : 'unexpected-shape';
  const { user, channel, channel_type, thread_ts, bot_id, edited, subtype } = read.data;
  const written = subtype === undefined || subtype === 'file_share';
  if (channel_type !== 'im' || user === undefined || bot_id !== undefined || edited !== undefined || !written)
    return 'not-for-us';
  return {
    ...common,
    user,
    homes: homesOf(read.data),
    channel,
    thread: thread_ts ?? null,
    shared,
    responseUrl: null,
    what: { kind: 'direct', content: read.data },
  };
}

/** Opening the tab "Messages" is how somebody enters the 1:1 chat; it says so each time, the key says so once. */
function opened(event: unknown, common: Common): Drafted {
  const read = homeEvent.safeParse(event);
  if (!read.success) return 'unexpected-shape';
  const { user, channel, tab } = read.data;
  const home = tab === 'home';
  return {
    ...common,
    key: home ? common.key : `slack:joined:${common.team}:${user}`,
    user,
    homes: [],
    channel,
    thread: null,
    shared: false,
    responseUrl: null,
    what: { kind: home ? 'home' : 'chat-opened' },
  };
}

/** Messages with a subtype or of a bot have other shapes, or no author. */
function isOfNobody(event: unknown): boolean {
  return typeof event === 'object' && event !== null && ('subtype' in event || 'bot_id' in event);
}

function homesOf(event: {
  team?: string | undefined;
  user_team?: string | undefined;
  source_team?: string | undefined;
}): readonly string[] {
  return [event.user_team, event.source_team, event.team].filter((team) => team !== undefined);
}
