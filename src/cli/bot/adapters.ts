import type { SlackConfigInput } from '../../../adapters/slack/config.js';
import type { TeamsConfig } from '../../../adapters/teams/config.js';
import type { ChatAdapter, References } from '../../chat/adapter.js';
import type { ChatHost } from '../../chat/host.js';
import type { Settings, SlackSettings, TeamsSettings } from '../../config/settings.js';
import type { Log } from '../../observe/log.js';
import type { Metrics } from '../../observe/metrics/metrics.js';

/** What every adapter is given. */
export interface AdapterParts {
  readonly host: ChatHost;
  readonly references: References;
  readonly log: Log;
  readonly now: () => number;
  readonly metrics: Metrics;
}

/** The platforms that are set up. Their SDKs are loaded only then. */
export async function adaptersOf(
  { teams, slack, server }: Settings,
  parts: AdapterParts,
): Promise<readonly ChatAdapter[]> {
  return Promise.all([
    ...(teams === null ? [] : [teamsAdapter(teams, server.host, parts)]),
    ...(slack === null ? [] : [slackAdapter(slack, parts)]),
  ]);
}

async function teamsAdapter(
  teams: TeamsSettings,
  listenHost: string,
  parts: AdapterParts,
): Promise<ChatAdapter> {
  const { createTeamsAdapter } = await import('../../../adapters/teams/adapter.js');
  return createTeamsAdapter({ ...parts, config: teamsConfigOf(teams, listenHost) });
}

async function slackAdapter(slack: SlackSettings, parts: AdapterParts): Promise<ChatAdapter> {
  const { createSlackAdapter } = await import('../../../adapters/slack/adapter.js');
  return createSlackAdapter({ ...parts, config: slackConfigOf(slack) });
}

/** What the settings say, as the adapter is told it. */
export function teamsConfigOf(
  { appId, tenant, password, allowedTenants, serviceHosts, local }: TeamsSettings,
  listenHost: string,
): TeamsConfig {
  return {
    appId,
    tenant,
    allowedTenants: [...allowedTenants],
    serviceHosts: [...serviceHosts],
    credential: password === null ? { kind: 'managed-identity' } : { kind: 'secret', value: password },
    local,
    listenHost,
  };
}

/** The same for Slack. */
export function slackConfigOf({
  botToken,
  workspaces,
  enterprises,
  events,
  apiUrl,
}: SlackSettings): SlackConfigInput {
  const common = {
    botToken,
    teams: [...workspaces],
    enterprises: [...enterprises],
    ...(apiUrl !== null && { apiUrl }),
  };
  return events.mode === 'socket'
    ? { ...common, mode: 'socket', appToken: events.secret }
    : { ...common, mode: 'http', signingSecret: events.secret };
}
