import { createNodeNetwork } from '../../azure/node-network.js';
import type { Settings } from '../../config/settings.js';
import { slackConfigOf, teamsConfigOf } from '../bot/adapters.js';
import type { Platforms } from './parts.js';

/**
 * Teams and Slack as they are, asked through their adapters. Their SDKs are loaded only where the platform is set up.
 *
 * @param extraCa certificates that Node itself was told to trust: the adapters use its `fetch`
 */
export function realPlatforms(extraCa: readonly string[]): Platforms {
  return {
    network: createNodeNetwork({ extraCa }),
    lookAtTeams: async ({ teams, server }, now) => {
      if (teams === null) return null;
      const { inspectTeams } = await import('../../../adapters/teams/inspect.js');
      return inspectTeams(teamsConfigOf(teams, server.host), now);
    },
    lookAtSlack: async ({ slack }, now) => {
      if (slack === null) return null;
      const { inspectSlack } = await import('../../../adapters/slack/inspect.js');
      return inspectSlack(slackConfigOf(slack), now);
    },
    hosts: async (settings) => ({ teams: await hostsOfTeams(settings), slack: await hostsOfSlack(settings) }),
  };
}

async function hostsOfTeams({ teams, server }: Settings): Promise<readonly string[]> {
  if (teams === null) return [];
  const { teamsHosts } = await import('../../../adapters/teams/inspect.js');
  return teamsHosts(teamsConfigOf(teams, server.host));
}

async function hostsOfSlack({ slack }: Settings): Promise<readonly string[]> {
  if (slack === null) return [];
  const { slackHosts } = await import('../../../adapters/slack/inspect.js');
  return slackHosts(slackConfigOf(slack));
}
