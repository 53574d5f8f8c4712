import type { ClusterRecord } from '../azure/ports.js';
import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';
import { judgeRoles, roleEvidence } from './role-evidence.js';

/** The cluster in question: by its name, or the only one that can be seen. */
export function clusterOf(clusters: readonly ClusterRecord[], name: string | null): ClusterRecord | null {
  const [only, another] =
    name === null
      ? clusters
      : clusters.filter((cluster) => cluster.name.toLowerCase() === name.toLowerCase());
  return only !== undefined && another === undefined ? only : null;
}

/** K1: managed cluster → kubelet identity → its role in this registry's mode. */
export const kubeletRole: Check<'kubelet-role'> = {
  id: 'kubelet-role',
  run: async ({ cluster, repository }, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    if (means.management === null) return unknown(frame, 'missing-right');
    const [found, clusters] = await Promise.all([shared.registry(), means.management.clusters(signal)]);
    if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
    if (!clusters.ok) return unknownFrom(frame, clusters.problem, 'Reader');
    if (found.value === null) return unknown(frame, 'missing-right');
    const pulls = clusterOf(clusters.value, cluster);
    if (pulls === null) return unknown(frame, 'missing-fact');
    const home = await means.management.tenantOf(found.value.subscription, signal);
    if (!home.ok) return unknownFrom(frame, home.problem, 'Reader');
    // A role cannot be given across tenants, whatever the identity.
    if (home.value !== null && pulls.tenant !== null && pulls.tenant !== home.value) {
      return verdict<'kubelet-role'>(frame, 'other-tenant', { cluster: pulls.name });
    }
    if (pulls.kubeletObjectId === null) return verdict<'kubelet-role'>(frame, 'service-principal');
    const evidence = await roleEvidence(means.management, found.value, pulls.kubeletObjectId, signal);
    if (!evidence.ok) return unknownFrom(frame, evidence.problem, 'Reader');
    const judged = judgeRoles(evidence.value, 'pull', repository, means.now());
    const present = judged === 'covers' || judged === 'granted-recently';
    const { unread } = evidence.value;
    if (unread !== null && !present) return unknownFrom(frame, unread, 'Reader');
    if (judged === 'cannot-evaluate') return unknown(frame, 'condition-not-evaluated');
    return verdict<'kubelet-role'>(frame, present ? 'role-present' : 'role-missing', { cluster: pulls.name });
  },
};
