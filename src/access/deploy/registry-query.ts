import { patternRank } from '../policy/match.js';
import type { RegistryEntry } from '../policy/policy.js';

/**
 * A JMESPath query for `az acr list` that gives the ids of the registries of an entry: those that one of its patterns
 * names, and no pattern of another entry more exactly. Pure.
 */
export function registryQuery(entry: RegistryEntry, all: readonly RegistryEntry[]): string {
  const at = all.indexOf(entry);
  const others = all.filter((it) => it !== entry);
  const mine = entry.match.map((pattern) => {
    const rank = patternRank(pattern, entry.subscription);
    const closer = others.flatMap((other) =>
      other.match
        .filter((theirs) => overlaps(pattern, theirs))
        .filter((theirs) => {
          const difference = patternRank(theirs, other.subscription) - rank;
          // Of two that name a registry alike, the first decides.
          return difference > 0 || (difference === 0 && all.indexOf(other) < at);
        })
        .map((theirs) => within(named(theirs), other.subscription)),
    );
    // With a blank after it, or a shell at a terminal takes the mark for one of its own.
    return [named(pattern), ...closer.map((it) => `! (${it})`)].join(' && ');
  });
  return `[?${mine.map((it) => (mine.length > 1 ? `(${it})` : it)).join(' || ')}].id`;
}

/** Login servers are in small letters in Resource Manager; names of registries need not be. */
function named(pattern: string): string {
  if (pattern.endsWith('*')) return `starts_with(loginServer, '${pattern.slice(0, -1)}')`;
  if (pattern.includes('.')) return `loginServer == '${pattern}'`;
  // A name is followed by the suffix of the cloud, or by the label of a domain name that is scoped.
  return `(starts_with(loginServer, '${pattern}.') || starts_with(loginServer, '${pattern}-'))`;
}

function within(query: string, subscription: string | null): string {
  return subscription === null ? query : `${query} && contains(id, '/subscriptions/${subscription}/')`;
}

function overlaps(one: string, other: string): boolean {
  const [a, b] = [one, other].map((it) => it.replace(/\*$/, ''));
  return a !== undefined && b !== undefined && (a.startsWith(b) || b.startsWith(a));
}
