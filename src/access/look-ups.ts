import type { Directory, Management, RegistryRecord } from '../azure/ports.js';
import type { FailingIdentity } from '../checks/check.js';
import { clusterOf } from '../checks/kubelet-role.js';
import { judgeRoles, roleEvidence } from '../checks/role-evidence.js';
import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import { type RoleName, roles } from '../knowledge/roles.js';
import type { Operation } from '../knowledge/vocabulary.js';
import { type Ask, askAbout, ownedIn, type Proposed } from './asked.js';
import type { Identity } from './policy/ask.js';
import type { RoleSpec } from './request.js';
import type { People } from './requests.js';

/** Where requests are looked up: anew each time. */
export interface LookUps {
  readonly management: () => Pick<
    Management,
    'findRegistry' | 'clusters' | 'assignments' | 'eligibilities' | 'roleDefinition' | 'tokens'
  >;
  readonly directory: () => Pick<Directory, 'servicePrincipal' | 'application'>;
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

/** The same people, each looked up once: for one press that asks about them several times. */
export function remembered(people: People): People {
  const persons = new Map<string, ReturnType<People['person']>>();
  const owners = new Map<string, ReturnType<People['ownersOf']>>();
  return {
    person: (objectId, tenant, signal) =>
      once(persons, `${objectId} ${tenant}`, () => people.person(objectId, tenant, signal)),
    ownersOf: (principal, signal) => once(owners, principal, () => people.ownersOf(principal, signal)),
  };
}

function once<T>(held: Map<string, T>, key: string, look: () => T): T {
  const before = held.get(key);
  if (before !== undefined) return before;
  const looked = look();
  held.set(key, looked);
  return looked;
}

/** What the policy is asked, with groups and owners of this moment; `gone`: the requester is not in the directory. */
export async function askOf(
  { people }: LookUps,
  spec: Proposed,
  reasonGiven: boolean,
  signal: AbortSignal,
): Promise<Ask | 'gone' | 'unavailable'> {
  const { objectId, tenant } = spec.requester;
  const owned = ownedIn(spec);
  const [person, owners] = await Promise.all([
    people.person(objectId, tenant, signal),
    owned === null ? null : people.ownersOf(owned, signal),
  ]);
  if (!person.ok || owners?.ok === false) return 'unavailable';
  if (person.value === null) return 'gone';
  return askAbout(spec, person.value, owners === null ? null : owners.value, reasonGiven);
}

/**
 * Whether the identity only has to activate what it is eligible for (PIM). What could not be read is no reason not to ask
 * for a role.
 */
export async function isEligible(
  { management }: LookUps,
  registry: RegistryRecord,
  { kind, objectId }: Identity,
  { operation, repository }: { readonly operation: Operation; readonly repository: string | null },
  signal: AbortSignal,
): Promise<boolean> {
  // Others than people cannot activate anything.
  if (kind !== 'user') return false;
  const read = await roleEvidence(management(), registry, objectId, signal);
  return read.ok && judgeRoles(read.value, operation, repository, new Date()) === 'eligible-only';
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
