import type { Answer } from '../azure/answer.js';
import type { FailingIdentity } from '../checks/check.js';
import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import type { LoginServer } from '../diagnosis/reading.js';
import { leastRole } from '../knowledge/roles.js';
import type { Operation } from '../knowledge/vocabulary.js';
import type { Ledger } from './ledger.js';
import { askOf, identityOf, type LookUps, rolesHeld } from './look-ups.js';
import { decideRoleRequest } from './policy/decide-role.js';
import type { AllowedRole, Refusal, RoleDecision } from './policy/decision.js';
import { isDiscoverable, registryFrom } from './policy/match.js';
import { type ApprovalRefusal, mayApprove } from './policy/may-approve.js';
import { refuse } from './policy/narrow.js';
import type { Channels, Policy, Tier } from './policy/policy.js';
import type { Person } from './policy/principals.js';
import { isRequestable, takesCondition } from './policy/roles.js';
import type { Party, RoleRequest, RoleSpec } from './request.js';

/** What somebody lacks, as the conversation found it. */
export interface Need {
  readonly loginServer: LoginServer;
  readonly identity: FailingIdentity;
  readonly cluster: string | null;
  readonly operation: Operation;
  readonly repository: string | null;
}

/** A request before its duration and reason are known. */
export type RoleDraft = Omit<RoleSpec, 'durationMs' | 'reason'>;

export type Proposal =
  | {
      readonly kind: 'offer';
      readonly draft: RoleDraft;
      readonly maxDurationMs: number;
      readonly tier: Tier;
      /** Where approvers would be told. */
      readonly channels: Channels;
    }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** The registry, or who is refused, could not be looked up. */
  | { readonly kind: 'unavailable' };

export type Submitted =
  | { readonly kind: 'submitted'; readonly tier: Tier }
  | { readonly kind: 'open-already' | 'too-many' | 'unavailable' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export type Decided =
  | { readonly kind: 'done' }
  /** It is decided, withdrawn or expired, or it is not what was on the card. */
  | { readonly kind: 'over' }
  | { readonly kind: 'refused'; readonly reason: ApprovalRefusal }
  /** The policy wants a sign-in in the browser, which is not to be had. */
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'unavailable' };

/** Who is in which groups, and who owns what, at this moment. */
export interface People {
  person(objectId: string, tenant: string, signal: AbortSignal): Promise<Answer<Person | null>>;
  ownersOf(servicePrincipal: string, signal: AbortSignal): Promise<Answer<readonly string[]>>;
}

export interface RequestsConfig extends LookUps {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly now: () => number;
}

/** Time for the look-ups of one press. */
const LOOK_UP_MS = 10_000;
/** A request that nobody decides ends after a day (T29). */
const PENDING_MS = 24 * 60 * 60_000;
const LONGEST_WORDS = 500;

/** Requests for roles: proposed, submitted and decided by the policy of this moment. Nothing here writes to Azure. */
export class Requests {
  readonly #config: RequestsConfig;

  constructor(config: RequestsConfig) {
    this.#config = config;
  }

  /** The least role for what somebody lacks, if they may ask for it. */
  async propose(need: Need, requester: Party): Promise<Proposal> {
    const { policy, management } = this.#config;
    const signal = deadline();
    const [registry, identity] = await Promise.all([
      management().findRegistry(need.loginServer, signal),
      identityOf(this.#config, need.identity, need.cluster, signal),
    ]);
    if (!registry.ok) return { kind: 'unavailable' };
    // Judged before anything else, so that one that may not be known of answers as one that is not there (T46).
    if (registry.value === null || !isSeen(policy, registry.value)) {
      return { kind: 'refused', reason: 'unknown-registry' };
    }
    if (identity === 'unavailable') return { kind: 'unavailable' };
    if (identity === 'none') return { kind: 'refused', reason: 'other-identity' };
    const { id: resourceId, loginServer, mode } = registry.value;
    const role = leastRole(need.operation, mode);
    const repository = isRequestable(role) && takesCondition(role) ? need.repository : null;
    const draft: RoleDraft = {
      ...{ requester, identity, role, repository, prefix: false },
      registry: { loginServer, resourceId, mode },
    };
    const decision = await this.#decision({ ...draft, durationMs: 1 }, true);
    if (decision === 'unavailable') return { kind: 'unavailable' };
    if (decision.kind === 'refused') return { kind: 'refused', reason: decision.reason };
    const { maxDurationMs, tier, channels } = decision;
    return { kind: 'offer', draft, maxDurationMs, tier, channels };
  }

  /**
   * @param id 128 random bits; the same one when the same is sent again (T32)
   * @param reason in the requester's own words, secrets replaced
   */
  async submit(id: string, draft: RoleDraft, durationMs: number, reason: string): Promise<Submitted> {
    const { ledger, now } = this.#config;
    const spec: RoleSpec = { ...draft, durationMs, reason: bounded(reason) };
    const decision = await this.#decision(spec, spec.reason !== '');
    if (decision === 'unavailable') return { kind: 'unavailable' };
    if (decision.kind === 'refused') return { kind: 'refused', reason: decision.reason };
    const { policyHash, rule, tier, approvals, barred } = decision;
    const at = now();
    const submission = { id, spec, policyHash, rule, tier, barred, approvalsNeeded: approvals };
    const submitted = await ledger.submit({ ...submission, pendingUntil: at + PENDING_MS }, at);
    return submitted === 'submitted' ? { kind: 'submitted', tier } : { kind: submitted };
  }

  /**
   * A press on a card. The right of who presses is judged here, and again before anything is granted (T30).
   *
   * @param specHash of what was on the card
   */
  async decide(
    id: string,
    specHash: string,
    by: Party,
    verdict: 'approve' | 'deny',
    why: string | null,
  ): Promise<Decided> {
    const { ledger, policy, people, now } = this.#config;
    const request = await ledger.request(id);
    if (request === null || request.state !== 'pending') return { kind: 'over' };
    const { spec, tier } = request;
    const signal = deadline();
    const [ask, approver] = await Promise.all([
      askOf(this.#config, spec, spec.reason !== '', signal),
      people.person(by.objectId, by.tenant, signal),
    ]);
    if (ask === 'unavailable' || !approver.ok) return { kind: 'unavailable' };
    if (ask === 'gone') return { kind: 'refused', reason: 'request-refused' };
    if (approver.value === null) return { kind: 'refused', reason: 'not-an-approver' };
    const allowed = mayApprove(policy, ask, approver.value);
    if (allowed.kind === 'refused') return { kind: 'refused', reason: allowed.reason };
    if (verdict === 'approve' && tier >= 2) return { kind: 'sign-in-needed' };
    const words = why === null ? null : bounded(why) || null;
    const given = { request: id, specHash, by, verdict, why: words, strength: 'click' } as const;
    return { kind: (await ledger.decide(given, now())) === 'done' ? 'done' : 'over' };
  }

  /** What the policy says of a request now; null where it refuses it, or where that could not be looked up. */
  async allowed({ spec }: RoleRequest): Promise<AllowedRole | null> {
    const decision = await this.#decision(spec, spec.reason !== '');
    return decision !== 'unavailable' && decision.kind === 'allowed' ? decision : null;
  }

  /** A request by its id; null where there is none. */
  find(id: string): Promise<RoleRequest | null> {
    return this.#config.ledger.request(id);
  }

  /** What somebody has asked for, newest first. */
  mine(objectId: string, limit: number): Promise<readonly RoleRequest[]> {
    return this.#config.ledger.requestsOf(objectId, limit);
  }

  /** Cards about a request, by platform. */
  cards(id: string): ReturnType<Ledger['cards']> {
    return this.#config.ledger.cards(id);
  }

  saveCard(id: string, platform: string, ref: string): Promise<void> {
    return this.#config.ledger.saveCard(id, platform, ref, this.#config.now());
  }

  /** Names of the roles that the identity has on the registry; null where they could not be read. */
  holds({ spec }: RoleRequest): Promise<readonly string[] | null> {
    return rolesHeld(this.#config, spec, deadline());
  }

  async #decision(
    spec: Omit<RoleSpec, 'reason'>,
    reasonGiven: boolean,
  ): Promise<RoleDecision | 'unavailable'> {
    const { policy } = this.#config;
    const { loginServer, resourceId } = spec.registry;
    if (!isSeen(policy, { loginServer, id: resourceId })) return refuse('unknown-registry', policy);
    const ask = await askOf(this.#config, spec, reasonGiven, deadline());
    if (ask === 'unavailable') return ask;
    return ask === 'gone' ? refuse('not-for-you', policy) : decideRoleRequest(policy, ask);
  }
}

/** Whether people may know of a registry. */
function isSeen(policy: Policy, { loginServer, id }: { readonly loginServer: string; readonly id: string }) {
  const host = parseLoginServer(loginServer);
  const registry = host === null ? null : registryFrom(host, id);
  return registry !== null && isDiscoverable(policy, registry);
}

function deadline(): AbortSignal {
  return AbortSignal.timeout(LOOK_UP_MS);
}

/** Whole characters: half of one could not be stored as it was hashed. */
function bounded(words: string): string {
  return [...words.trim()].slice(0, LONGEST_WORDS).join('');
}
