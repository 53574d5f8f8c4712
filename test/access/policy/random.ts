import fc from 'fast-check';
import type { RoleAsk, RotationAsk } from '../../../src/access/policy/ask.js';
import { identityKinds } from '../../../src/access/policy/ask.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import { requestableRoles } from '../../../src/access/policy/roles.js';
import { secretKinds, targets } from '../../../src/access/policy/schema.js';
import { roles } from '../../../src/knowledge/roles.js';
import { groups, identities, people, policyOf, registry, subscription, tenant } from './people.js';

/** Policies and asks over so few names that they often meet. */

const entryNames = ['dev', 'prod', 'all'];
const registryNames = ['contosodev', 'contosoprod', 'fabrikam'];
const repositories = ['team', 'team/app', 'team/lib/x', 'other'];

const some = (values: readonly string[], minLength = 1) => fc.subarray([...values], { minLength });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const principal = [...people.map((it) => `person:${it}`), ...groups.map((it) => `group:${it}`)];
const requesters = fc.oneof(fc.constant(['members']), some(principal));
const tier = fc.constantFrom(0, 1, 2, 3);
const span = fc.constantFrom('1h', '8h', '1d', '14d', '90d', '180d', '999d');
const patterns = some(['team/*', 'team/app', 'team/lib/*', 'other']);
const registries = some(entryNames);
const match = some(['contosodev', 'contosoprod.azurecr.io', 'contoso*', '*']);

const entry = fc.record({
  match,
  subscription: maybe(fc.constant(subscription)),
  discoverable: fc.boolean(),
  tags: fc.constantFrom([], ['production']),
  owners: some(principal, 0),
  approvers: some(principal, 0),
});
const request = fc.record({
  registries,
  roles: maybe(some(Object.keys(roles))),
  repositories: maybe(patterns),
  by: requesters,
  for: some(targets),
  maxDuration: maybe(span),
  tier: maybe(tier),
  approvers: maybe(some(principal)),
  reason: fc.boolean(),
});
const rotation = fc.record({
  registries,
  secrets: some(secretKinds),
  tokens: maybe(some(['pipeline-*', 'pipeline-one'])),
  principals: fc.constantFrom('owned', 'any'),
  by: requesters,
  tier,
  approvers: maybe(some(principal)),
  delivery: fc.constantFrom('one-time-page', 'https://team.vault.azure.net'),
  reason: fc.boolean(),
});
export const deny = fc.record({
  match: maybe(match),
  registries: maybe(registries),
  roles: maybe(some(requestableRoles)),
  secrets: maybe(some(secretKinds)),
  repositories: maybe(patterns),
  by: maybe(requesters),
  identities: maybe(some([...people, ...identities])),
});

const rules = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });

/** What a policy file holds; `undefined` is what it leaves out. */
export const file = fc.record({
  version: fc.constant(1),
  tenants: fc.constant([tenant]),
  maxDuration: span,
  registries: fc.record({ dev: entry, prod: entry, all: entry }),
  requests: rules(['a', 'b', 'c'], request),
  rotations: rules(['a', 'b', 'c'], rotation),
  deny: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, rules(['x', 'y'], deny)),
});

export const policy: fc.Arbitrary<Policy> = file.map(policyOf);

const person = fc.record({
  objectId: fc.constantFrom(...people),
  tenant: fc.constant(tenant),
  groups: some(groups, 0),
  guest: fc.constant(false),
});
const owners = some(people, 0);

/** Asks that are well-formed and may be allowed. */
export const roleAsk: fc.Arbitrary<RoleAsk> = fc
  .record({
    requester: person,
    kind: fc.constantFrom(...identityKinds),
    other: fc.constantFrom(...identities),
    self: fc.boolean(),
    owners,
    name: fc.constantFrom(...registryNames),
    mode: fc.constantFrom('legacy' as const, 'abac' as const),
    role: fc.oneof(fc.constantFrom(...requestableRoles), fc.constantFrom(...Object.keys(roles))),
    repository: fc.option(fc.constantFrom(...repositories)),
    prefix: fc.boolean(),
    durationMs: fc.constantFrom(3_600_000, 86_400_000, 7 * 86_400_000, 100 * 86_400_000, 200 * 86_400_000),
    reasonGiven: fc.boolean(),
  })
  .map(({ kind, other, self, owners: owned, name, mode, ...ask }) => ({
    ...ask,
    identity: self
      ? { kind: 'user' as const, objectId: ask.requester.objectId, owners: [] }
      : { kind, objectId: other, owners: owned },
    registry: registry(name, mode),
  }));

export const rotationAsk: fc.Arbitrary<RotationAsk> = fc.record({
  requester: person,
  registry: fc.constantFrom(...registryNames).map((name) => registry(name)),
  secret: fc.oneof(
    fc.constant({ kind: 'admin-password' as const }),
    fc.record({
      kind: fc.constant('repository-token-password' as const),
      token: fc.constantFrom('pipeline-one', 'pipeline-two', 'other-token'),
    }),
    fc.record({
      kind: fc.constant('client-secret' as const),
      objectId: fc.constantFrom(...identities),
      owners,
    }),
  ),
  reasonGiven: fc.boolean(),
});
