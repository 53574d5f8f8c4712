import { compile } from '../../../src/access/policy/compile.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import type { Person } from '../../../src/access/policy/principals.js';
import { policySchema } from '../../../src/access/policy/schema.js';

/** Ids that are obviously made up. */
export const id = (kind: 'a' | 'b' | 'c' | 'd', n: number): string =>
  `${kind.repeat(8)}-0000-4000-8000-00000000000${n}`;

export const tenant = id('d', 0);
export const subscription = id('d', 1);
export const people = [0, 1, 2, 3].map((n) => id('a', n));
export const groups = [0, 1].map((n) => id('b', n));
/** Service principals and managed identities. */
export const identities = [0, 1].map((n) => id('c', n));
export const [dana, ari, bo, eve] = people as [string, string, string, string];
export const [developers, platform] = groups as [string, string];

export function somebody(objectId: string, given: Partial<Person> = {}): Person {
  return { objectId, tenant, groups: [], guest: false, ...given };
}

export function registry(name: string, mode: 'legacy' | 'abac' = 'abac') {
  return {
    loginServer: `${name}.azurecr.io`,
    resourceId: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/${name}`,
    mode,
  };
}

/** A policy from the object that its file would hold, without the search for mistakes. */
export function policyOf(file: object): Policy {
  return compile(policySchema.parse({ version: 1, tenants: [tenant], ...file }));
}
