import type { Subscription, World } from '../world/world.js';
import type { Call, Operation } from './call.js';
import { ok } from './on-registry.js';
import { page } from './paging.js';
import { authorizationFailed } from './refusals.js';
import { may, seesSubscription } from './rights.js';

/** A subscription of another tenant that the bot reads is delegated to its tenant (Azure Lighthouse). */
function subscriptionBody({ id, name, tenant }: Subscription, { bot }: World) {
  const delegated = tenant.id !== bot.tenant.id;
  return {
    id: `/subscriptions/${id}`,
    authorizationSource: 'RoleBased',
    managedByTenants: delegated ? [{ tenantId: bot.tenant.id }] : [],
    subscriptionId: id,
    tenantId: tenant.id,
    displayName: name,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'Sandbox',
      spendingLimit: 'Off',
    },
  };
}

function visible({ caller, world }: Call): readonly Subscription[] {
  return [...world.subscriptions.values()].filter(
    (subscription) =>
      (subscription.tenant.id === caller.tenant || caller.kind === 'bot') &&
      seesSubscription(caller, subscription, world),
  );
}

/** `GET /subscriptions`: those in which the caller has a role; nobody is refused. */
export const listSubscriptions = (call: Call) =>
  ok(
    page(
      call,
      visible(call).map((subscription) => subscriptionBody(subscription, call.world)),
    ),
  );

/** `GET /subscriptions/{id}`. */
export function getSubscription(call: Call, subscription: Subscription) {
  const action = 'Microsoft.Resources/subscriptions/read';
  return may(call.caller, action, call.scope, call.world)
    ? ok(subscriptionBody(subscription, call.world))
    : authorizationFailed(call.caller, action, call.scope);
}

/** `GET /subscriptions/{id}/providers/Microsoft.ContainerRegistry`: whether the provider is registered. */
export const providerOperations: readonly Operation[] = [
  {
    method: 'GET',
    type: 'microsoft.containerregistry',
    single: true,
    run: ({ caller, scope, world }) => {
      const action = 'Microsoft.Resources/subscriptions/providers/read';
      if (!may(caller, action, scope, world)) return authorizationFailed(caller, action, scope);
      const id = scope.split('/').at(-1)?.toLowerCase();
      const subscription = [...world.subscriptions.values()].find((candidate) => candidate.id === id);
      return ok({
        id: `${scope}/providers/Microsoft.ContainerRegistry`,
        namespace: 'Microsoft.ContainerRegistry',
        registrationPolicy: 'RegistrationRequired',
        registrationState: subscription?.providerRegistered ? 'Registered' : 'NotRegistered',
        resourceTypes: [
          {
            resourceType: 'registries',
            locations: ['West Europe'],
            apiVersions: ['2025-11-01', '2022-12-01'],
          },
        ],
      });
    },
  },
];
