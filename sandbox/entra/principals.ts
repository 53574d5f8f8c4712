import type { Secret, ServicePrincipal, Tenant, World } from '../world/world.js';
import { botFederation, botSecret } from './bot.js';
import { secretsOf } from './secrets.js';

/** Something that signs in without a person: an application's service principal, a managed identity, the bot. */
export interface Workload {
  readonly kind: 'application' | 'managed-identity' | 'bot';
  readonly name: string;
  readonly tenant: Tenant;
  readonly clientId: string;
  readonly objectId: string;
  readonly enabled: boolean;
  readonly secrets: readonly Pick<Secret, 'value' | 'expires' | 'started'>[];
  readonly federated: readonly FederatedCredential[];
  /** Application permissions in Microsoft Graph. */
  readonly graph: readonly string[];
}

export type FederatedCredential = Omit<ServicePrincipal['federated'][number], 'name'>;

/** Every workload that the directories of the world know. */
export function workloads(world: World): readonly Workload[] {
  const applications = [...world.servicePrincipals.values()]
    .filter(({ registered }) => registered)
    .map(
      (principal): Workload => ({
        ...principal,
        kind: 'application',
        secrets: secretsOf(principal, world),
      }),
    );
  const identities = [...world.managedIdentities.values()].map(
    (identity): Workload => ({
      ...identity,
      kind: 'managed-identity',
      enabled: true,
      secrets: [],
      federated: [],
    }),
  );
  return [...applications, ...identities, ...botOf(world)];
}

/** The bot's own identity: none where the world says that it has none. */
function botOf({ bot, now }: World): readonly Workload[] {
  if (bot.signIn === 'none') return [];
  const yesterday = new Date(now().getTime() - 86_400_000);
  return [
    {
      kind: 'bot',
      name: 'acr-help',
      tenant: bot.tenant,
      clientId: bot.clientId,
      objectId: bot.objectId,
      enabled: true,
      secrets: [{ value: botSecret, expires: bot.signIn === 'expired-secret' ? yesterday : null }],
      federated: [botFederation],
      graph: bot.directory ? ['Application.Read.All', 'GroupMember.Read.All', 'User.Read.All'] : [],
    },
  ];
}
