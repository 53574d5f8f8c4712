import type { webApi } from '@slack/bolt';
import { COMMAND, SHORTCUT } from './ids.js';

type Manifest = NonNullable<Parameters<webApi.WebClient['apps']['manifest']['validate']>[0]>['manifest'];

/** The least that the bot needs; each for the calls or events named. */
export const botScopes = [
  // /acr-help and "Diagnose this message".
  'commands',
  // chat.postMessage, chat.update, chat.delete of its own messages.
  'chat:write',
  // Event app_mention.
  'app_mentions:read',
  // Event message.im; looking whether a message arrived (conversations.history of the 1:1 chat).
  'im:history',
  // Event app_home_opened tells of the 1:1 chat.
  'im:read',
  // conversations.open.
  'im:write',
  // users.info: locale, and who is a guest.
  'users:read',
  // Pastes that come as a file or snippet.
  'files:read',
] as const;

/** Where Slack reaches the bot; whoever installs the app puts in the own host. Socket Mode needs none. */
const address = 'https://acr-help.example.com/slack/events';

/** The app as Slack knows it (app manifest, version 2). */
export const manifest = {
  _metadata: { major_version: 2, minor_version: 1 },
  display_information: {
    name: 'acr-help',
    description:
      'Gets you back into your Azure Container Registry: paste the error, get the cause and the fix.',
    long_description:
      'Paste the error message that docker, az, kubectl or a pipeline printed, as it is. acr-help finds the cause, asks as little as possible, and shows the fix for your way of signing in. Details stay in your direct messages with the bot; a channel sees one neutral line. It never asks for a password and keeps none.',
    background_color: '#0b3d66',
  },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'acr-help', always_online: true },
    shortcuts: [
      {
        name: 'Diagnose this message',
        type: 'message',
        callback_id: SHORTCUT,
        description: 'Finds the cause of the registry error in this message',
      },
    ],
    slash_commands: [
      {
        command: COMMAND,
        description: 'Help with signing in to an Azure container registry',
        usage_hint: '[error message, help, status, language, link or forget]',
        should_escape: false,
        url: address,
      },
    ],
  },
  oauth_config: { scopes: { bot: [...botScopes] } },
  settings: {
    event_subscriptions: {
      request_url: address,
      bot_events: ['app_home_opened', 'app_mention', 'message.im'],
    },
    interactivity: { is_enabled: true, request_url: address },
    org_deploy_enabled: false,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  },
} satisfies Manifest;

/** The file that is uploaded to Slack. Pure. */
export function manifestFile(): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
