import type { Sent } from '../../src/chat/surface.js';

type Reason = Extract<Sent, { ok: false }>['reason'];

/** Errors of Slack's by what they mean for a message; all others are `failed`. */
const reasons: Readonly<Record<Exclude<Reason, 'failed'>, ReadonlySet<string>>> = {
  'no-direct': new Set([
    'cannot_dm_bot',
    'messages_tab_disabled',
    'method_not_supported_for_channel_type',
    'not_allowed_to_dm',
    'user_disabled',
    'user_not_found',
    'user_not_visible',
    'users_not_found',
  ]),
  gone: new Set([
    'cant_update_message',
    'channel_not_found',
    'edit_window_closed',
    'is_archived',
    'message_not_found',
    'not_in_channel',
    'thread_not_found',
  ]),
};

/** Why a message did not arrive. Pure. */
export function reasonOf(code: string): Reason {
  if (reasons['no-direct'].has(code)) return 'no-direct';
  return reasons.gone.has(code) ? 'gone' : 'failed';
}
