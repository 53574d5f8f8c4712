import { z } from 'zod';
import { isTrustedService, type ServiceHosts } from '../service-url.js';
import type { TeamsActivity } from './activity.js';

/** Why a delivery is refused: the `reason` of the log's `teams.refused`. */
export type Refusal =
  | 'content-type'
  | 'too-large'
  | 'token'
  | 'signature'
  | 'claims'
  | 'body'
  | 'channel'
  | 'service-url'
  | 'tenant'
  | 'person';

const guid = z.guid();

interface Policy extends ServiceHosts {
  readonly allowedTenants: readonly string[];
}

/**
 * Judges an activity before anything is done for it (security T41, T43, T44): the channel, the connector that answers
 * would go to, the tenants that it names, and who sent it.
 *
 * @returns null where it may come in. Pure.
 */
export function refusalOf(activity: TeamsActivity, policy: Policy): Refusal | null {
  if (activity.channelId !== 'msteams') return 'channel';
  if (!isTrustedService(activity.serviceUrl, policy)) return 'service-url';
  const { conversation, channelData, from } = activity;
  const host = channelData?.tenant?.id ?? conversation?.tenantId;
  const named = [channelData?.tenant?.id, conversation?.tenantId, from?.tenantId];
  const allowed = (tenant: string): boolean => policy.allowedTenants.includes(tenant.toLowerCase());
  if (host === undefined || !named.every((tenant) => tenant === undefined || allowed(tenant)))
    return 'tenant';
  // The bot's own activities and those of other bots have no person; they are ignored further in.
  if (isBot(activity)) return null;
  if (from?.id === undefined || !guid.safeParse(from.aadObjectId).success) return 'person';
  return null;
}

/** Whether a bot sent it: those are not talked to (security T49). Pure. */
export function isBot({ from, recipient }: TeamsActivity): boolean {
  if (from?.id === undefined) return false;
  return from.role === 'bot' || from.id.startsWith('28:') || from.id === recipient?.id;
}
