import { z } from 'zod';
import { AdapterError } from '../../src/chat/adapter.js';
import type { Log } from '../../src/observe/log.js';
import type { Api } from './api.js';
import { botScopes } from './manifest.js';

/** Who the bot is on Slack. */
export interface Self {
  readonly userId: string;
  readonly botId: string;
  /** Name of the workspace. */
  readonly workspace: string | null;
}

const answer = z.object({
  user_id: z.string(),
  bot_id: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  team: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

export interface Allowed {
  readonly teams: readonly string[];
  readonly enterprises: readonly string[];
  readonly log: Log;
}

/** Whether the workspace of a token is one whose people are served. Pure. */
export function isServed(
  {
    team_id = '',
    enterprise_id,
  }: { readonly team_id?: string | undefined; readonly enterprise_id?: string | null | undefined },
  { teams, enterprises }: Omit<Allowed, 'log'>,
): boolean {
  return teams.includes(team_id) || enterprises.includes(enterprise_id ?? '');
}

/**
 * Asks Slack who the token belongs to (`auth.test`).
 *
 * @throws AdapterError where the token is refused, Slack cannot be reached, or the workspace is not on the list
 */
export async function whoAmI(api: Api, { teams, enterprises, log }: Allowed): Promise<Self> {
  const asked = await api.call({ method: 'auth.test', args: {}, answer, repeatable: true });
  if (!asked.ok) {
    const reachable = asked.effect === 'none' && asked.code !== 'ratelimited' && asked.code !== 'no_answer';
    throw new AdapterError(reachable ? 'refused' : 'not-reachable', `Slack: auth.test: ${asked.code}`);
  }
  const { user_id, bot_id, team_id, enterprise_id, team, response_metadata } = asked.value;
  if (!isServed({ team_id, enterprise_id }, { teams, enterprises }))
    throw new AdapterError(
      'misconfigured',
      'Slack: the bot token belongs to a workspace that is not configured',
    );
  const scopes = response_metadata?.scopes;
  const missing = scopes === undefined ? [] : botScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) log.warn('slack.scopes-missing', { scopes: missing.join(' ') });
  return { userId: user_id, botId: bot_id, workspace: team ?? null };
}
