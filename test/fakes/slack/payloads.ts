/** Payloads of the shape that Slack delivers, one for every kind of event. All ids are made up. */

export const TEAM = 'T0CONTOSO1';
const APP = 'A0ACRHELP1';
export const BOT_USER = 'U0ACRHELP1';
export const BOT = 'B0ACRHELP1';

type Json = Record<string, unknown>;

/** Envelope of the Events API. */
export function eventCallback(id: string, event: Json, more: Json = {}): Json {
  return {
    token: 'fake-verification-token',
    team_id: TEAM,
    context_team_id: TEAM,
    context_enterprise_id: null,
    api_app_id: APP,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: 1_780_000_000,
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-fake-event-context',
    ...more,
  };
}

export function directMessage(
  user: string,
  channel: string,
  ts: string,
  text: string,
  more: Json = {},
): Json {
  return {
    user,
    type: 'message',
    ts,
    client_msg_id: '00000000-0000-4000-8000-000000000001',
    text,
    team: TEAM,
    blocks: [
      {
        type: 'rich_text',
        block_id: 'b1',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      },
    ],
    channel,
    event_ts: ts,
    channel_type: 'im',
    ...more,
  };
}

export function mention(user: string, channel: string, ts: string, text: string, more: Json = {}): Json {
  return { user, type: 'app_mention', ts, text, team: TEAM, channel, event_ts: ts, ...more };
}

export function homeOpened(user: string, channel: string, tab: 'home' | 'messages'): Json {
  return { type: 'app_home_opened', user, channel, tab, event_ts: '1780000000.000001' };
}

export function messageDeleted(channel: string, ts: string): Json {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: { type: 'message', user: 'U0DANA0001', text: 'gone', ts },
    channel,
    hidden: true,
    deleted_ts: ts,
    event_ts: '1780000009.000001',
    ts: '1780000009.000001',
    channel_type: 'im',
  };
}

export function messageChanged(channel: string, ts: string, text: string): Json {
  return {
    type: 'message',
    subtype: 'message_changed',
    message: { type: 'message', user: 'U0DANA0001', text, ts, edited: { user: 'U0DANA0001', ts } },
    previous_message: { type: 'message', user: 'U0DANA0001', text: 'before', ts },
    channel,
    hidden: true,
    ts: '1780000009.000002',
    event_ts: '1780000009.000002',
    channel_type: 'im',
  };
}

export function botMessage(channel: string, text: string): Json {
  return {
    type: 'message',
    subtype: 'bot_message',
    bot_id: 'B0OTHERBOT',
    username: 'other bot',
    text,
    ts: '1780000008.000001',
    channel,
    event_ts: '1780000008.000001',
    channel_type: 'im',
  };
}

export function snippet(url: string, more: Json = {}): Json {
  return {
    id: 'F0SNIPPET1',
    created: 1_780_000_000,
    name: 'error.txt',
    title: 'error.txt',
    mimetype: 'text/plain',
    filetype: 'text',
    pretty_type: 'Plain Text',
    user: 'U0DANA0001',
    editable: true,
    size: 100,
    mode: 'snippet',
    is_external: false,
    url_private: url,
    url_private_download: url,
    ...more,
  };
}

/** Fields of a slash command, to be sent as a form. */
export function slashCommand(
  user: string,
  text: string,
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    token: 'fake-verification-token',
    team_id: TEAM,
    team_domain: 'contoso',
    channel_id: 'C0GENERAL1',
    channel_name: 'general',
    user_id: user,
    user_name: user.toLowerCase(),
    command: '/acr-help',
    text,
    api_app_id: APP,
    is_enterprise_install: 'false',
    trigger_id: '1.2.fake',
    ...more,
  };
}

function interaction(user: string): Json {
  return {
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: TEAM },
    api_app_id: APP,
    token: 'fake-verification-token',
    team: { id: TEAM, domain: 'contoso' },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function messageAction(user: string, channel: string, message: Json, more: Json = {}): Json {
  return {
    type: 'message_action',
    action_ts: '1780000003.000001',
    ...interaction(user),
    channel: { id: channel, name: 'general' },
    callback_id: 'acr_help_diagnose',
    trigger_id: '1.3.fake',
    message_ts: message['ts'],
    message,
    ...more,
  };
}

/** A press within a message of the bot, or on its page (`message` null). */
export function blockActions(
  user: string,
  where: { channel: string; message: Json } | null,
  action: Json,
  more: Json,
): Json {
  const container =
    where === null
      ? { container: { type: 'view', view_id: 'V0HOME0001' } }
      : {
          container: {
            type: 'message',
            message_ts: where.message['ts'],
            channel_id: where.channel,
            is_ephemeral: false,
          },
          channel: { id: where.channel, name: 'directmessage' },
          message: where.message,
        };
  return {
    type: 'block_actions',
    ...interaction(user),
    ...container,
    trigger_id: '1.4.fake',
    state: { values: {} },
    actions: [{ action_ts: '1780000004.000001', ...action }],
    ...more,
  };
}

export function viewSubmission(user: string, view: Json, values: Json, more: Json = {}): Json {
  return {
    type: 'view_submission',
    ...interaction(user),
    trigger_id: '1.5.fake',
    view: {
      id: 'V0MODAL001',
      team_id: TEAM,
      app_id: APP,
      bot_id: BOT,
      root_view_id: 'V0MODAL001',
      hash: '1780000000.fake',
      previous_view_id: null,
      ...view,
      state: { values },
    },
    response_urls: [],
    ...more,
  };
}

/** A form that was closed without sending it, and a request for the choices of a list: the bot has neither. */
export function viewClosed(user: string): Json {
  return {
    type: 'view_closed',
    ...interaction(user),
    view: { id: 'V0MODAL001', callback_id: 'acr_help_paste' },
    is_cleared: false,
  };
}

export function blockSuggestion(user: string): Json {
  return { type: 'block_suggestion', ...interaction(user), action_id: 'old', block_id: 'old', value: 'a' };
}
