import { failed, ok, type Problem } from '../../src/azure/answer.js';
import type { OwnAssignment } from '../../src/azure/granter.js';
import type { Ground } from '../../src/doctor/azure/judge-permission.js';
import type { AzureLook, IdentityLook, Spot } from '../../src/doctor/azure/look.js';

/** What was seen of Azure, made up. */

const subscription = '/subscriptions/22222222-0000-4000-8000-000000000001';
const registryId = `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso`;
const nothing = { User: [], ServicePrincipal: [] };

export const timeout: Problem = { kind: 'unavailable', reason: 'timeout', status: null };
const secretSpec = {
  kind: 'client-secret',
  tenant: '11111111-0000-4000-8000-000000000001',
  clientId: '33333333-0000-4000-8000-000000000001',
  secret: 'fake-secret-of-the-reader',
} as const;

export const spot: Spot = {
  id: registryId,
  mode: 'legacy',
  entry: null,
  rotated: [],
  offer: nothing,
  needed: ['reader'],
};

export function holding(...actions: readonly string[]): OwnAssignment {
  return {
    scope: subscription,
    condition: null,
    role: { name: 'made up', actions, notActions: [], dataActions: [], notDataActions: [] },
  };
}

/** The reader with every right that it needs, and none too many. */
export function readerLook(some: Partial<IdentityLook> = {}): IdentityLook {
  const roles = ok([holding('*/read')]);
  return {
    identity: 'reader',
    spec: secretSpec,
    unreadableTokenFile: null,
    me: ok({ objectId: '44444444-0000-4000-8000-000000000001', tenant: secretSpec.tenant }),
    graph: ok(['User.Read.All', 'Application.Read.All']),
    registries: [{ spot, roles }],
    subscriptions: [{ scope: subscription, roles }],
    vaults: [],
    lastSecretEnds: null,
    ...some,
  };
}

export function azureLook(identities: readonly IdentityLook[], some: Partial<AzureLook> = {}): AzureLook {
  return { registries: ok([]), looked: 0, identities, ...some };
}

export const refused = failed({ kind: 'signed-out', code: 'AADSTS7000222' });
export const ground: Ground = {
  enabled: ['live-checks'],
  policy: null,
  graphEndpoint: 'https://graph.microsoft.com',
};
