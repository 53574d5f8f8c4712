import { setTimeout as sleep } from 'node:timers/promises';
import { AdapterError, type ChatAdapter, type References } from '../../src/chat/adapter.js';
import type { ChatHost } from '../../src/chat/host.js';
import { plain } from '../../src/http/server.js';
import type { Log } from '../../src/observe/log.js';
import { settingsOf, type TeamsConfig } from './config.js';
import { Endpoint } from './inbound/endpoint.js';
import { Intake } from './inbound/intake.js';
import { Chats } from './outbound/chats.js';
import { Connector } from './outbound/connector.js';
import { Members } from './outbound/members.js';
import { TeamsSurface } from './outbound/surface.js';
import { connectorTransport } from './outbound/transport.js';
import { type Credentials, cloudAdapter, configuredCredentials } from './sdk.js';
import { trySignIn } from './sign-in.js';

export interface TeamsOptions {
  readonly config: TeamsConfig;
  readonly host: ChatHost;
  readonly references: References;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For tests: in place of Entra's tokens, of waiting, of chance, and of the connector's deadline. */
  readonly credentials?: Credentials | undefined;
  readonly wait?: (ms: number) => Promise<void>;
  readonly random?: () => number;
  readonly answerMs?: number;
}

/** Where Teams delivers; stands in the bot's registration. */
const TEAMS_PATH = '/api/messages';

/**
 * The bot on Microsoft Teams, through the Bot Connector.
 *
 * @throws AdapterError `misconfigured`
 */
export function createTeamsAdapter(options: TeamsOptions): ChatAdapter {
  const { host, log, now } = options;
  const settings = settingsOf(options.config);
  const transport = connectorTransport({
    ...settings,
    wait: options.wait ?? ((ms) => sleep(ms)),
    random: options.random ?? Math.random,
    ...(options.answerMs === undefined ? {} : { answerMs: options.answerMs }),
  });
  const credentials = options.credentials ?? configuredCredentials(settings);
  const adapter = cloudAdapter(settings, transport, credentials);
  const connector = new Connector(adapter, settings);
  const chats = new Chats(options.references, connector, settings, now);
  const members = new Members(connector, chats, settings, now);
  const intake = new Intake({ host, chats, members, log, now });
  const endpoint = new Endpoint({ settings, adapter, intake, host, log, now });
  const requests = new Set<Promise<void>>();
  let open = false;
  return {
    platform: 'teams',
    surface: new TeamsSurface(connector, chats, members, log),
    routes: [
      {
        method: 'POST',
        path: TEAMS_PATH,
        async handle(request, response) {
          if (!open) return plain(response, 503, { 'retry-after': '5' });
          const handled = endpoint.handle(request, response);
          requests.add(handled);
          await handled.finally(() => requests.delete(handled));
        },
      },
    ],
    async start() {
      const signIn = await trySignIn(credentials, settings);
      if (signIn.kind === 'refused')
        throw new AdapterError('refused', 'Teams: Entra refuses the credential of the bot');
      if (signIn.kind === 'unknown') log.warn('teams.sign-in-untried');
      open = true;
    },
    ready: () => open,
    async stop() {
      open = false;
      await Promise.allSettled(requests);
      await intake.idle();
    },
  };
}
