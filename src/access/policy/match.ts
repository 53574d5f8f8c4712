import { registryOf } from '../../diagnosis/facts/login-server.js';
import type { LoginServer } from '../../diagnosis/reading.js';
import type { DenyRule, Policy, RegistryEntry } from './policy.js';

/** A registry of the inventory, in lower case. */
export interface Registry {
  readonly loginServer: LoginServer;
  /** Resource name. */
  readonly name: string;
  /** Null: not known; then entries that name one do not match. */
  readonly subscription: string | null;
}

const resource =
  /^\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/resourceGroups\/[-\w.()]{1,90}\/providers\/Microsoft\.ContainerRegistry\/registries\/([a-z0-9]{5,50})$/i;

/** A registry from its login server and its id in Resource Manager; null where that is no such id. */
export function registryFrom(loginServer: LoginServer, resourceId: string): Registry | null {
  const [, subscription, name] = resource.exec(resourceId) ?? [];
  if (subscription === undefined || name === undefined) return null;
  return { loginServer, name: name.toLowerCase(), subscription: subscription.toLowerCase() };
}

/** A registry of which nothing is known but the login server. */
export function registryNamed(loginServer: LoginServer): Registry {
  return { loginServer, name: registryOf(loginServer).toLowerCase(), subscription: null };
}

function matches(pattern: string, { loginServer, name }: Registry): boolean {
  if (pattern.endsWith('*')) return loginServer.startsWith(pattern.slice(0, -1));
  return pattern === loginServer || pattern === name;
}

/** How exactly a pattern names a registry: login server before name before the longest prefix. */
function exactness(pattern: string): number {
  if (pattern.endsWith('*')) return pattern.length;
  return pattern.includes('.') ? 2000 : 1000;
}

/** Of the patterns that match a registry, that with the highest rank decides; see `entryFor`. */
export function patternRank(pattern: string, subscription: string | null): number {
  return exactness(pattern) * 2 + (subscription === null ? 0 : 1);
}

/** How well an entry matches; one that names the subscription stands before one that does not. */
function rank(entry: Pick<RegistryEntry, 'match' | 'subscription'>, registry: Registry): number {
  if (entry.subscription !== null && entry.subscription !== registry.subscription) return 0;
  const matching = entry.match.filter((pattern) => matches(pattern, registry));
  return Math.max(0, ...matching.map((pattern) => patternRank(pattern, entry.subscription)));
}

/** The entry that decides about a registry: the most specific one, wherever it stands. */
export function entryFor({ registries }: Policy, registry: Registry): RegistryEntry | null {
  return registries.reduce<RegistryEntry | null>((best, entry) => {
    const at = rank(entry, registry);
    return at > (best === null ? 0 : rank(best, registry)) ? entry : best;
  }, null);
}

/** The subscription that a policy names for a registry of which only the login server is known; null: none. */
export function subscriptionFor(policy: Policy, registry: Registry): string | null {
  const open = policy.registries.map((entry) => ({
    ...entry,
    subscription: null,
    named: entry.subscription,
  }));
  const [best] = open.sort((a, b) => rank(b, registry) - rank(a, registry));
  return best !== undefined && rank(best, registry) > 0 ? best.named : null;
}

/**
 * Whether somebody of the tenants gets answers about a registry; others must look like registries that do not exist.
 * Without a policy nothing is said about any registry, so that answers go on as they do without this feature.
 */
export function isDiscoverable(policy: Policy | null, registry: Registry): boolean {
  return policy === null || (entryFor(policy, registry)?.discoverable ?? false);
}

/** What a request would reach: a repository, all below it (`below`), or, where it is null, the whole registry. */
export interface Reach {
  readonly repository: string;
  readonly below: boolean;
}

/** Whether all that is reached lies within a pattern. */
export function within(reach: Reach | null, pattern: string): boolean {
  if (reach === null) return false;
  const { repository, below } = reach;
  if (pattern.endsWith('/*')) return `${repository}${below ? '/' : ''}`.startsWith(pattern.slice(0, -1));
  return !below && repository === pattern;
}

/** Whether some of what is reached lies within a pattern. */
export function touches(reach: Reach | null, pattern: string): boolean {
  if (reach === null || within(reach, pattern)) return true;
  return reach.below && pattern.startsWith(`${reach.repository}/`);
}

/** Whether a deny entry means this registry. */
export function deniesRegistry(deny: DenyRule, registry: Registry, entry: RegistryEntry | null): boolean {
  const byName = deny.match?.some((pattern) => matches(pattern, registry)) ?? true;
  const byEntry = deny.registries === null || (entry !== null && deny.registries.includes(entry.name));
  return byName && byEntry;
}

/** Whether a token is named by a pattern. */
export function namesToken(pattern: string, token: string): boolean {
  // Token names are compared as Azure does, without regard to case.
  const [wanted, given] = [pattern.toLowerCase(), token.toLowerCase()];
  return wanted.endsWith('*') ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}

/** Whether a pattern of registries names all that another one does. */
export function covers(wide: string, narrow: string): boolean {
  return wide === narrow || (wide.endsWith('*') && narrow.startsWith(wide.slice(0, -1)));
}
