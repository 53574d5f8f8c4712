import type { Policy } from '../../access/policy/policy.js';
import type { RotatedSecret } from '../../access/policy/schema.js';

/** What the bot does in Azure; each needs rights of its own. */
export const features = [
  'live-checks',
  'data-checks',
  'role-requests',
  'admin-password',
  'repository-token-password',
  'client-secret',
  'vault-delivery',
  'self-check',
] as const;
export type Feature = (typeof features)[number];

/** What of it is set up. */
export interface SetUp {
  readonly reads: boolean;
  readonly readsData: boolean;
  readonly gives: boolean;
  readonly renews: boolean;
  readonly policy: Policy | null;
}

/** The features that are on. Pure. */
export function enabledFeatures({ reads, readsData, gives, renews, policy }: SetUp): readonly Feature[] {
  if (!reads) return [];
  const { requests = [], rotations = [] } = policy ?? {};
  const made = new Set<RotatedSecret>(renews ? rotations.flatMap(({ secrets }) => secrets) : []);
  const on: Readonly<Record<Feature, boolean>> = {
    'live-checks': true,
    'data-checks': readsData,
    'role-requests': gives && requests.length > 0,
    'admin-password': made.has('admin-password'),
    'repository-token-password': made.has('repository-token-password'),
    'client-secret': made.has('client-secret'),
    'vault-delivery': renews && rotations.some(({ delivery }) => delivery.kind === 'vault'),
    'self-check': policy !== null && (gives || renews),
  };
  return features.filter((feature) => on[feature]);
}
