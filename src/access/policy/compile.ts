import { hashOf } from './hash.js';
import type {
  DenyRule,
  Policy,
  Principals,
  RegistryEntry,
  Requesters,
  RequestRule,
  RotationRule,
} from './policy.js';
import { isRequestable, requestableRoles, takesCondition } from './roles.js';
import { ONE_TIME_PAGE } from './scalars.js';
import type { PolicyFile } from './schema.js';

const HOUR = 3_600_000;
/** No policy gives a role for longer. */
export const LONGEST_DAYS = 180;

/** Milliseconds of `14d` or `8h`. */
export function durationMs(text: string): number {
  return Number(text.slice(0, -1)) * (text.endsWith('d') ? 24 : 1) * HOUR;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Object id behind `person:NAME` or `group:NAME`; null where the file has no such name. */
export function resolve(file: PolicyFile, reference: string): string | null {
  const at = reference.indexOf(':');
  const [kind, key] = [reference.slice(0, at), reference.slice(at + 1)];
  if (guid.test(key)) return key;
  const names = kind === 'group' ? file.groups : file.people;
  return Object.hasOwn(names, key) ? (names[key] ?? null) : null;
}

/** Names of the entries that a selector means; none where there is no such name or tag. */
export function selected(file: PolicyFile, selector: string): readonly string[] {
  if (!selector.startsWith('tag:')) return Object.hasOwn(file.registries, selector) ? [selector] : [];
  const tag = selector.slice('tag:'.length);
  return Object.keys(file.registries).filter((name) => file.registries[name]?.tags.includes(tag));
}

/**
 * A policy from its file: references resolved, defaults filled in, everything in the order of names. What refers to
 * nothing stays as it is written, which is the id of nobody; the caller refuses such a file. Pure.
 */
export function compile(file: PolicyFile): Policy {
  const maxDurationMs = Math.min(durationMs(file.maxDuration), LONGEST_DAYS * 24 * HOUR);
  const ids = (references: readonly string[], kind: string): readonly string[] =>
    references.filter((it) => it.startsWith(kind)).map((it) => resolve(file, it) ?? it);
  const principals = (references: readonly string[]): Principals => ({
    people: ids(references, 'person:'),
    groups: ids(references, 'group:'),
  });
  const requesters = (references: readonly string[]): Requesters => ({
    ...principals(references),
    members: references.includes('members'),
  });
  const entries = (selectors: readonly string[]): readonly string[] => [
    ...new Set(selectors.flatMap((selector) => selected(file, selector))),
  ];
  const common = (
    rule: Pick<PolicyFile['requests'][string], 'registries' | 'by' | 'approvers' | 'reason'>,
  ) => ({
    registries: entries(rule.registries),
    by: requesters(rule.by),
    approvers: rule.approvers === undefined ? null : principals(rule.approvers),
    needsReason: rule.reason,
  });

  return {
    hash: hashOf(file),
    tenants: file.tenants,
    maxDurationMs,
    names: { people: file.people, groups: file.groups },
    registries: named(file.registries, (name, it): RegistryEntry => {
      const channels = { ...file.channels, ...it.channels };
      return {
        name,
        match: it.match,
        subscription: it.subscription ?? null,
        discoverable: it.discoverable,
        tags: it.tags,
        owners: principals(it.owners),
        approvers: principals(it.approvers),
        channels: {
          teams: channels.teams ?? null,
          slack: channels.slack ?? null,
          language: channels.language ?? 'en',
        },
      };
    }),
    requests: named(file.requests, (name, it): RequestRule => {
      const all = requestableRoles.filter((role) => it.repositories === undefined || takesCondition(role));
      return {
        name,
        ...common(it),
        roles: it.roles?.filter(isRequestable) ?? all,
        repositories: it.repositories ?? null,
        for: it.for,
        maxDurationMs: Math.min(
          it.maxDuration === undefined ? maxDurationMs : durationMs(it.maxDuration),
          maxDurationMs,
        ),
        tier: it.tier ?? null,
      };
    }),
    rotations: named(
      file.rotations,
      (name, it): RotationRule => ({
        name,
        ...common(it),
        secrets: it.secrets,
        tokens: it.tokens ?? null,
        principals: it.principals,
        tier: it.tier,
        delivery:
          it.delivery === ONE_TIME_PAGE ? { kind: ONE_TIME_PAGE } : { kind: 'vault', url: it.delivery },
      }),
    ),
    deny: named(
      file.deny,
      (name, it): DenyRule => ({
        name,
        match: it.match ?? null,
        registries: it.registries === undefined ? null : entries(it.registries),
        roles: it.roles?.filter(isRequestable) ?? null,
        secrets: it.secrets ?? null,
        repositories: it.repositories ?? null,
        by: it.by === undefined ? null : requesters(it.by),
        identities: it.identities ?? null,
      }),
    ),
  };
}

/** Everything of a map, in the order of its names. */
function named<T, R>(map: Readonly<Record<string, T>>, make: (name: string, it: T) => R): readonly R[] {
  return Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, it]) => make(name, it));
}
