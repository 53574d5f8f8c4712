import { BOT, directOf, type TeamsUser } from './people.js';

/** An activity as Teams posts it. */
export type Activity = Readonly<Record<string, unknown>>;

export const CHANNEL = '19:registry-help@thread.tacv2';
export const GROUP = '19:platform-chat@thread.v2';

let last = 1_700_000_000_000;

function common(from: TeamsUser, serviceUrl: string): Activity {
  last += 1;
  return {
    id: `${last}`,
    timestamp: new Date(last).toISOString(),
    localTimestamp: new Date(last).toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: BOT,
    locale: from.locale,
    entities: [
      { type: 'clientInfo', locale: from.locale, country: 'US', platform: 'Web', timezone: 'Europe/Berlin' },
    ],
    channelData: { tenant: { id: from.tenant } },
  };
}

function personal(from: TeamsUser): Activity {
  return { conversationType: 'personal', id: directOf(from), tenantId: from.tenant };
}

/** A message in the 1:1 chat. */
export function direct(from: TeamsUser, serviceUrl: string, text: string): Activity {
  return {
    ...common(from, serviceUrl),
    type: 'message',
    text,
    textFormat: 'plain',
    conversation: personal(from),
    ...(text.includes('\n')
      ? { attachments: [html(`<p>${escaped(text).split('\n').join('<br>')}</p>`)] }
      : {}),
  };
}

/** What Teams adds beside `text` when something was formatted or pasted. */
export function html(content: string): Activity {
  return { contentType: 'text/html', content };
}

/** A message in a channel that mentions the bot; `thread` is the id of the message that it answers, or its own. */
export function mention(from: TeamsUser, serviceUrl: string, text: string, channel = CHANNEL): Activity {
  const base = common(from, serviceUrl);
  const isGroup = channel.endsWith('@thread.v2');
  const mentioned = [
    ...(base['entities'] as readonly unknown[]),
    { type: 'mention', mentioned: { id: BOT.id, name: BOT.name }, text: `<at>${BOT.name}</at>` },
  ];
  const content = `<p><span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">${BOT.name}</span>&nbsp;${escaped(text).split('\n').join('<br>')}</p>`;
  return {
    ...base,
    type: 'message',
    text: `<at>${BOT.name}</at> ${escaped(text)}`,
    textFormat: 'plain',
    attachments: [html(content)],
    entities: mentioned,
    conversation: {
      isGroup: true,
      conversationType: isGroup ? 'groupChat' : 'channel',
      id: isGroup || channel.includes(';') ? channel : `${channel};messageid=${base['id']}`,
      tenantId: from.tenant,
    },
    channelData: isGroup
      ? { tenant: { id: from.tenant } }
      : {
          teamsChannelId: channel.split(';', 1)[0],
          teamsTeamId: '19:team@thread.tacv2',
          channel: { id: channel.split(';', 1)[0] },
          team: { id: '19:team@thread.tacv2' },
          tenant: { id: from.tenant },
        },
  };
}

/** A press of an `Action.Execute`. */
export function execute(from: TeamsUser, serviceUrl: string, replyToId: string, action: unknown): Activity {
  return {
    ...common(from, serviceUrl),
    type: 'invoke',
    name: 'adaptiveCard/action',
    conversation: personal(from),
    replyToId,
    value: { action, trigger: 'manual' },
  };
}

/** "Diagnose this message" of a message's menu. */
export function messageAction(from: TeamsUser, serviceUrl: string, content: string): Activity {
  return {
    ...common(from, serviceUrl),
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    conversation: { isGroup: true, conversationType: 'groupChat', id: GROUP, tenantId: from.tenant },
    value: {
      commandId: 'diagnose',
      commandContext: 'message',
      messagePayload: {
        id: '1600000000000',
        messageType: 'message',
        createdDateTime: '2026-11-22T10:00:00.000Z',
        from: { user: { id: 'someone', displayName: 'Someone Else' } },
        body: { contentType: 'html', content },
      },
      context: { theme: 'default' },
    },
  };
}

/** The two ways in which Teams says that the app was added to the 1:1 chat. */
export function installed(from: TeamsUser, serviceUrl: string): readonly [Activity, Activity] {
  const base = { ...common(from, serviceUrl), conversation: personal(from) };
  return [
    { ...base, type: 'conversationUpdate', membersAdded: [{ id: BOT.id }] },
    { ...base, id: `f:${last}`, type: 'installationUpdate', action: 'add' },
  ];
}

/** A file in the 1:1 chat. */
export function file(from: TeamsUser, serviceUrl: string): Activity {
  return {
    ...common(from, serviceUrl),
    type: 'message',
    conversation: personal(from),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        content: { downloadUrl: 'https://contoso.sharepoint.example/x', uniqueId: 'u', fileType: 'log' },
        name: 'build.log',
      },
    ],
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
