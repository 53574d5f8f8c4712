import type { Answer, Problem } from '../../azure/answer.js';
import type { OwnAssignment } from '../../azure/granter.js';
import { isAtOrAbove } from '../../azure/management/ids.js';
import { matchesAction } from '../../checks/action-pattern.js';
import { type Finding, finding } from '../finding.js';
import { problemFacts } from '../problem.js';
import { carryingRole, givingCommand, type MissingAt } from './commands.js';
import type { Feature } from './features.js';
import type { IdentityLook } from './look.js';
import type { Permission } from './permissions.js';

/** What the judgement of a permission rests on, beside the look at its identity. */
export interface Ground {
  readonly enabled: readonly Feature[];
  /** Path of the policy file. */
  readonly policy: string | null;
  readonly graphEndpoint: string;
}

/** A place where a permission is needed, and what is known about it there. */
interface Place extends MissingAt {
  /** Roles that give it; none where it is not held. */
  readonly by: Answer<readonly string[]>;
}

/** Scopes that a sentence names. */
const most = 3;

/** Whether an identity has a permission wherever an enabled feature needs it. Nothing where none does. Pure. */
export function judgePermission(
  permission: Permission,
  look: IdentityLook,
  ground: Ground,
): readonly Finding[] {
  const { identity, name, needed } = permission;
  const wanted = permission.for.filter((feature) => ground.enabled.includes(feature));
  if (identity !== look.identity || wanted.length === 0) return [];
  const places = placesOf(permission, look);
  if (places.length === 0) return [];
  const about = `${identity} ${name}`;
  const facts = { identity, permission: name, features: wanted };
  if (permission.at === 'vault' && !name.includes('readMetadata')) {
    return [finding('permission.untried', about, facts)];
  }
  const missing = places.filter(({ by }) => by.ok && by.value.length === 0);
  const unknown = places.find(({ by }) => !by.ok);
  if (missing.length > 0) {
    const rotated = missing.flatMap((it) => it.rotated);
    const role = carryingRole(permission, rotated, ground.policy !== null)?.name ?? name;
    const isUser = look.spec.kind === 'azure-cli';
    const command = look.me.ok
      ? givingCommand({ ...ground, permission, objectId: look.me.value.objectId, isUser, missing })
      : null;
    const counts = { missing: missing.length, of: places.length };
    const where = missing.map(({ scope }) => scope);
    const named = where.slice(0, most).map(shortName);
    return [
      finding(
        needed ? 'permission.missing' : 'permission.lacking',
        about,
        { ...facts, ...counts, role, where, places: missing.length > most ? [...named, '…'] : named },
        command,
      ),
    ];
  }
  if (unknown !== undefined && !unknown.by.ok) {
    return [finding('permission.unknown', about, { ...facts, ...problemFacts(unknown.by.problem) })];
  }
  const roles = [...new Set(places.flatMap(({ by }) => (by.ok ? by.value : [])))];
  return [finding('permission.held', about, { ...facts, of: places.length, roles })];
}

const bare = { entry: null, rotated: [] };

function placesOf(permission: Permission, look: IdentityLook): readonly Place[] {
  switch (permission.at) {
    case 'tenant':
      return [{ scope: 'Microsoft Graph', ...bare, by: inGraph(permission, look) }];
    case 'vault':
      return look.vaults.map(({ url, metadata }) => ({
        scope: url,
        ...bare,
        by: metadata.ok
          ? { ok: true, value: [permission.name] }
          : isRefusal(metadata.problem)
            ? { ok: true, value: [] }
            : metadata,
      }));
    case 'subscription':
      return look.subscriptions.map(({ scope, roles }) => ({
        scope,
        ...bare,
        by: rolesGiving(permission, scope, roles.ok ? roles : (seenFromBelow(scope, look) ?? roles)),
      }));
    case 'registry':
      return look.registries
        .filter(({ spot }) => isWantedAt(permission, spot))
        .map(({ spot: { id, entry, rotated }, roles }) => ({
          ...{ scope: id, entry, rotated },
          by: rolesGiving(permission, id, roles),
        }));
  }
}

/** A registry shows what is assigned above it, too, to whoever may not look there. */
function seenFromBelow(subscription: string, { registries }: IdentityLook) {
  return registries.find(({ spot, roles }) => roles.ok && isAtOrAbove(subscription, spot.id))?.roles;
}

/** Which of the rotator's rights a registry needs hangs on what is made new there. */
function isWantedAt(
  { identity, mode, for: features }: Permission,
  { needed, mode: actual, rotated }: IdentityLook['registries'][number]['spot'],
): boolean {
  if (mode !== undefined && mode !== actual) return false;
  if (!needed.includes(identity)) return false;
  const kinds = features.filter((it) => it === 'admin-password' || it === 'repository-token-password');
  return identity !== 'rotator' || kinds.length === 0 || kinds.some((kind) => rotated.includes(kind));
}

function rolesGiving(
  { name, kind }: Permission,
  scope: string,
  roles: Answer<readonly OwnAssignment[]>,
): Place['by'] {
  // Who may not list its own assignments lacks that very right, and shows nothing of the others.
  if (!roles.ok) {
    const itself = roles.problem.kind === 'denied' && matches(roles.problem.action, name);
    return itself ? { ok: true, value: [] } : roles;
  }
  const giving = roles.value.filter((held) => isAtOrAbove(held.scope, scope) && gives(held, name, kind));
  return { ok: true, value: giving.map(({ role }) => role.name) };
}

function gives({ role }: OwnAssignment, name: string, kind: Permission['kind']): boolean {
  const [wide, narrow] =
    kind === 'data-action' ? [role.dataActions, role.notDataActions] : [role.actions, role.notActions];
  const listed = (patterns: readonly string[]) => patterns.some((pattern) => matchesAction(pattern, name));
  return listed(wide) && !listed(narrow);
}

function inGraph({ name, orElse = [] }: Permission, { graph, spec }: IdentityLook): Place['by'] {
  if (!graph.ok) return graph;
  const held = [name, ...orElse].filter((it) => graph.value.includes(it));
  if (held.length > 0 || spec.kind !== 'azure-cli') return { ok: true, value: held };
  // A person has no application permissions, and what their token lets the CLI do is not what they may do themselves.
  return { ok: false, problem: { kind: 'unavailable', reason: 'protocol', status: null } };
}

function matches(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isRefusal({ kind }: Problem): boolean {
  return kind === 'denied';
}

/** What people call a scope: its last name; of a vault its address. */
function shortName(scope: string): string {
  return scope.startsWith('/') ? scope.slice(scope.lastIndexOf('/') + 1) : scope;
}
