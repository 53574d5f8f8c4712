import type { FailingIdentity } from '../checks/check.js';
import type { LoginServer } from '../diagnosis/reading.js';
import { leastRole } from '../knowledge/roles.js';
import type { Operation, RegistryMode } from '../knowledge/vocabulary.js';
import type { Decision } from './asked.js';
import { identityOf, isEligible, remembered } from './look-ups.js';
import type { AskedRegistry, Identity } from './policy/ask.js';
import type { Refusal } from './policy/decision.js';
import type { Channels, Policy, Tier } from './policy/policy.js';
import { isRequestable, takesCondition } from './policy/roles.js';
import type { Party, RoleSpec } from './request.js';
import { deadline, isSeen, type Requests } from './requests.js';

/** What somebody lacks, as the conversation found it. */
export interface Need {
  readonly loginServer: LoginServer;
  readonly identity: FailingIdentity;
  readonly cluster: string | null;
  readonly operation: Operation;
  readonly repository: string | null;
}

/** For whom a role may be asked: the identity that was refused, or the person themselves where that is another. */
export type Grantee = 'refused' | 'requester';

/** What may be asked for, before repository, duration and reason are known. */
export interface RoleVariant {
  readonly grantee: Grantee;
  readonly operation: Operation;
  readonly role: string;
  readonly maxDurationMs: number;
  readonly tier: Tier;
  readonly channels: Channels;
}

export interface RoleOffer {
  readonly kind: 'offer';
  readonly requester: Party;
  readonly registry: AskedRegistry & { readonly mode: RegistryMode };
  readonly identity: Identity;
  readonly repository: string | null;
  /** The first is the least that mends the case. */
  readonly variants: readonly [RoleVariant, ...RoleVariant[]];
}

export type RoleProposal =
  | RoleOffer
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** The identity has the right already, if only somebody activates it (PIM). */
  | { readonly kind: 'activate' }
  /** The registry, or who is refused, could not be looked up. */
  | { readonly kind: 'unavailable' };

/** A role before its duration and reason are known. */
export type RoleDraft = Omit<RoleSpec, 'durationMs' | 'reason'>;

/** Where it is limited to, by the requester's own choice. */
export interface Reach {
  /** Null: the whole registry. */
  readonly repository: string | null;
  readonly prefix: boolean;
}

/** The least role for what somebody lacks, and what else they may ask for instead. */
export async function proposeRole(requests: Requests, need: Need, requester: Party): Promise<RoleProposal> {
  const { config } = requests;
  const signal = deadline();
  const [found, identity] = await Promise.all([
    config.management().findRegistry(need.loginServer, signal),
    identityOf(config, need.identity, need.cluster, signal),
  ]);
  if (!found.ok) return { kind: 'unavailable' };
  // Judged before anything else, so that one that may not be known of answers as one that is not there (T46).
  if (found.value === null || !isSeen(config.policy, found.value)) {
    return { kind: 'refused', reason: 'unknown-registry' };
  }
  if (identity === 'unavailable') return { kind: 'unavailable' };
  if (identity === 'none') return { kind: 'refused', reason: 'other-identity' };
  const { id: resourceId, loginServer, mode } = found.value;
  const { repository } = need;
  const offer = { requester, identity, repository, registry: { loginServer, resourceId, mode } };
  if (await isEligible(config, found.value, identity, need, signal)) return { kind: 'activate' };

  // One press asks the policy about several variants, and the directory once.
  const looks = { ...config, people: remembered(config.people) };
  const variants: RoleVariant[] = [];
  let first: Refusal | null = null;
  for (const grantee of granteesFor(identity, requester)) {
    for (const operation of operationsFor(need.operation)) {
      const { decision, role } = await judged(grantee, operation);
      if (decision === 'unavailable') return { kind: 'unavailable' };
      if (decision.kind === 'refused') {
        first ??= decision.reason;
        continue;
      }
      if (!('maxDurationMs' in decision)) continue;
      const { maxDurationMs, tier, channels } = decision;
      variants.push({ grantee, operation, role, maxDurationMs, tier, channels });
    }
  }
  const [least, ...more] = variants;
  if (least === undefined) return { kind: 'refused', reason: first ?? 'not-offered' };
  return { kind: 'offer', ...offer, variants: [least, ...more] };

  /** Where no repository is known yet, one that the policy would allow may still be typed. */
  async function judged(grantee: Grantee, operation: Operation) {
    const judge = async (reach: Reach) => {
      const draft = draftOf(offer, { grantee, operation }, reach);
      return {
        role: draft.role,
        decision: await requests.decision({ ...draft, durationMs: 1 }, true, null, looks),
      };
    };
    const asked = await judge({ repository, prefix: false });
    for (const reach of repository === null ? reachesIn(config.policy) : []) {
      if (!isOfOtherRepository(asked.decision)) break;
      const typed = await judge(reach);
      if (!isOfOtherRepository(typed.decision)) return typed;
    }
    return asked;
  }
}

/** What would be asked for. A repository where the role takes none is left out, and the policy judges the whole registry. Pure. */
export function draftOf(
  { requester, registry, identity }: Pick<RoleOffer, 'requester' | 'registry' | 'identity'>,
  { grantee, operation }: Pick<RoleVariant, 'grantee' | 'operation'>,
  { repository, prefix }: Reach,
): RoleDraft {
  const role = leastRole(operation, registry.mode);
  const isLimited = repository !== null && isRequestable(role) && takesCondition(role);
  return {
    kind: 'role',
    ...{ requester, registry, role },
    identity: grantee === 'refused' ? identity : { kind: 'user', objectId: requester.objectId, owners: [] },
    repository: isLimited ? repository : null,
    prefix: isLimited && prefix,
  };
}

function granteesFor({ objectId }: Identity, requester: Party): readonly Grantee[] {
  return objectId.toLowerCase() === requester.objectId.toLowerCase() ? ['refused'] : ['refused', 'requester'];
}

/** Where the policy would let a role reach. */
function reachesIn({ requests }: Policy): readonly Reach[] {
  const patterns = new Set(requests.flatMap(({ repositories }) => repositories ?? []));
  return [...patterns].map((pattern) => {
    const prefix = pattern.endsWith('/*');
    return { repository: prefix ? pattern.slice(0, -2) : pattern, prefix };
  });
}

function isOfOtherRepository(decision: Decision | 'unavailable'): boolean {
  return decision !== 'unavailable' && decision.kind === 'refused' && decision.reason === 'other-repository';
}

/**
 * The operation that failed first; a sign-in says nothing about what comes after it. What only a human gives a role for is
 * not mended by a smaller one.
 */
function operationsFor(failed: Operation): readonly Operation[] {
  const usual: readonly Operation[] = ['pull', 'push'];
  if (failed === 'delete' || failed === 'manage') return [failed];
  const least = failed === 'login' || failed === 'other' ? 'pull' : failed;
  return [least, ...usual.filter((it) => it !== least)];
}
