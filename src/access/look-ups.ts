import type { Directory, Management } from '../azure/ports.js';
import type { FailingIdentity } from '../checks/check.js';
import { clusterOf } from '../checks/kubelet-role.js';
import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import { type RoleName, roles } from '../knowledge/roles.js';
import type { Identity, RoleAsk } from './policy/ask.js';
import type { RoleSpec } from './request.js';
import type { People } from './requests.js';

/** Where requests are looked up: anew each time. */
export interface LookUps {
  readonly management: () => Pick<Management, 'findRegistry' | 'clusters' | 'assignments' | 'roleDefinition'>;
  readonly directory: () => Pick<Directory, 'servicePrincipal'>;
  readonly people: People;
}

// The keys of the table are the names.
const roleNames = Object.keys(roles) as RoleName[];

/** Who was refused, as the policy knows identities; `none`: nobody to whom a role could be given. */
export async function identityOf(
  { management, directory }: LookUps,
  refused: FailingIdentity,
  cluster: string | null,
  signal: AbortSignal,
): Promise<Identity | 'none' | 'unavailable'> {
  switch (refused.kind) {
    case 'user':
      return { kind: 'user', objectId: refused.objectId, owners: [] };
    case 'application': {
      const found = await directory().servicePrincipal(refused.clientId, signal);
      if (!found.ok) return 'unavailable';
      if (found.value === null) return 'none';
      const kind = found.value.kind === 'managed-identity' ? 'managed-identity' : 'service-principal';
      return { kind, objectId: found.value.objectId, owners: [] };
    }
    case 'kubelet': {
      const found = await management().clusters(signal);
      if (!found.ok) return 'unavailable';
      const objectId = clusterOf(found.value, cluster)?.kubeletObjectId ?? null;
      return objectId === null ? 'none' : { kind: 'aks-kubelet-identity', objectId, owners: [] };
    }
    default:
      return 'none';
  }
}

/** What the policy is asked, with groups and owners of this moment; `gone`: the requester is not in the directory. */
export async function askOf(
  { people }: LookUps,
  spec: Omit<RoleSpec, 'reason'>,
  reasonGiven: boolean,
  signal: AbortSignal,
): Promise<RoleAsk | 'gone' | 'unavailable'> {
  const { requester, identity, registry, role, repository, prefix, durationMs } = spec;
  const [person, owners] = await Promise.all([
    people.person(requester.objectId, requester.tenant, signal),
    identity.kind === 'service-principal' ? people.ownersOf(identity.objectId, signal) : null,
  ]);
  if (!person.ok || owners?.ok === false) return 'unavailable';
  if (person.value === null) return 'gone';
  return {
    requester: person.value,
    identity: owners === null ? identity : { ...identity, owners: owners.value },
    ...{ registry, role, repository, prefix, durationMs, reasonGiven },
  };
}

/** Names of the roles that the identity has on the registry, inherited ones too; null where they could not be read. */
export async function rolesHeld(
  { management }: LookUps,
  { identity, registry }: Pick<RoleSpec, 'identity' | 'registry'>,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const azure = management();
  const host = parseLoginServer(registry.loginServer);
  const found = host === null ? null : await azure.findRegistry(host, signal);
  if (found === null || !found.ok || found.value === null) return null;
  const held = await azure.assignments(found.value, identity.objectId, signal);
  if (!held.ok) return null;
  const names = await Promise.all(
    held.value.map(async ({ roleGuid, roleDefinitionId }) => {
      const known = roleNames.find((name) => roles[name].guid === roleGuid);
      if (known !== undefined) return known;
      const definition = await azure.roleDefinition(roleDefinitionId, signal);
      return definition.ok ? definition.value.name : roleGuid;
    }),
  );
  return [...new Set(names)];
}
