import { randomBytes } from 'node:crypto';
import type { Answer } from '../azure/answer.js';
import type { Directory, Management } from '../azure/ports.js';
import type { FailingIdentity } from '../checks/check.js';
import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import type { LoginServer } from '../diagnosis/reading.js';
import { leastRole, type RoleName, roles } from '../knowledge/roles.js';
import type { Operation } from '../knowledge/vocabulary.js';
import type { Ledger } from './ledger.js';
import type { Identity, RoleAsk } from './policy/ask.js';
import { decideRoleRequest } from './policy/decide-role.js';
import type { AllowedRole, Refusal } from './policy/decision.js';
import { type ApprovalRefusal, mayApprove } from './policy/may-approve.js';
import type { Policy } from './policy/policy.js';
import type { Person } from './policy/principals.js';
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
      readonly tier: number;
    }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** The registry, or who is refused, could not be looked up. */
  | { readonly kind: 'unavailable' };

export type Submitted =
  | { readonly kind: 'submitted'; readonly request: string }
  | { readonly kind: 'open-already' | 'too-many' }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly maxDurationMs: number | null };

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

export interface RequestsConfig {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly management: () => Management;
  readonly directory: () => Directory;
  readonly people: People;
  readonly now: () => number;
}

// The keys of the table are the names.
const roleNames = Object.keys(roles) as RoleName[];

/** Time for the look-ups of one press. */
const LOOK_UP_MS = 10_000;
/** A request that nobody decides ends after a day (T29). */
const PENDING_MS = 24 * 60 * 60_000;
const LONGEST_REASON = 500;

/** Requests for roles: proposed, submitted and decided by the policy of this moment. Nothing here writes to Azure. */
export class Requests {
  readonly #config: RequestsConfig;

  constructor(config: RequestsConfig) {
    this.#config = config;
  }

  /** The least role for what somebody lacks, if they may ask for it. */
  async propose(need: Need, requester: Party): Promise<Proposal> {
    const signal = AbortSignal.timeout(LOOK_UP_MS);
    const [registry, identity] = await Promise.all([
      this.#config.management().findRegistry(need.loginServer, signal),
      this.#identity(need, signal),
    ]);
    if (!registry.ok || identity === null) return { kind: 'unavailable' };
    // To whom the bot cannot see it, a registry is like one that is not in the policy.
    if (registry.value === null) return { kind: 'refused', reason: 'unknown-registry' };
    const { id: resourceId, loginServer, mode } = registry.value;
    const role = leastRole(need.operation, mode);
    const draft: RoleDraft = {
      requester,
      identity,
      registry: { loginServer, resourceId, mode },
      role,
      repository:
        mode === 'abac' && role !== 'Container Registry Repository Catalog Lister' ? need.repository : null,
      prefix: false,
    };
    const decision = await this.#decision(draft, 1, true);
    if (decision === null) return { kind: 'unavailable' };
    return decision.kind === 'refused'
      ? { kind: 'refused', reason: decision.reason }
      : { kind: 'offer', draft, maxDurationMs: decision.maxDurationMs, tier: decision.tier };
  }

  /** @param reason in the requester's own words, secrets replaced */
  async submit(
    draft: RoleDraft,
    durationMs: number,
    reason: string,
  ): Promise<Submitted | { kind: 'unavailable' }> {
    const { ledger, now } = this.#config;
    const decision = await this.#decision(draft, durationMs, reason.trim() !== '');
    if (decision === null) return { kind: 'unavailable' };
    if (decision.kind === 'refused') {
      const { reason: why, maxDurationMs } = decision;
      return { kind: 'refused', reason: why, maxDurationMs };
    }
    const id = randomBytes(16).toString('base64url');
    const { policyHash, rule, tier, approvals, barred } = decision;
    const submitted = await ledger.submit(
      {
        id,
        spec: { ...draft, durationMs, reason: reason.trim().slice(0, LONGEST_REASON) },
        policyHash,
        rule,
        tier,
        approvalsNeeded: approvals,
        barred,
        pendingUntil: now() + PENDING_MS,
      },
      now(),
    );
    return submitted === 'submitted' ? { kind: 'submitted', request: id } : { kind: submitted };
  }

  /** A press on a card. The right of who presses is judged here, and again before anything is granted (T30). */
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
    const signal = AbortSignal.timeout(LOOK_UP_MS);
    const [ask, approver] = await Promise.all([
      this.#askOf(request.spec, signal),
      people.person(by.objectId, by.tenant, signal),
    ]);
    if (ask === null || !approver.ok) return { kind: 'unavailable' };
    if (approver.value === null) return { kind: 'refused', reason: 'not-an-approver' };
    const allowed = mayApprove(policy, ask, approver.value);
    if (allowed.kind === 'refused') return { kind: 'refused', reason: allowed.reason };
    if (verdict === 'approve' && request.tier >= 2) return { kind: 'sign-in-needed' };
    const cut = why === null ? null : why.trim().slice(0, LONGEST_REASON) || null;
    const done = await ledger.decide(
      { request: id, specHash, by, strength: 'click', verdict, why: cut },
      now(),
    );
    return { kind: done === 'done' ? 'done' : 'over' };
  }

  /** What the policy says of a request now; null where it could not be looked up. */
  async allowed(request: RoleRequest): Promise<AllowedRole | null> {
    const { durationMs, reason } = request.spec;
    const decision = await this.#decision(request.spec, durationMs, reason !== '');
    return decision?.kind === 'allowed' ? decision : null;
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
  async holds({ spec }: RoleRequest): Promise<readonly string[] | null> {
    const signal = AbortSignal.timeout(LOOK_UP_MS);
    const management = this.#config.management();
    const host = parseLoginServer(spec.registry.loginServer);
    const registry = host === null ? null : await management.findRegistry(host, signal);
    if (registry === null || !registry.ok || registry.value === null) return null;
    const held = await management.assignments(registry.value, spec.identity.objectId, signal);
    if (!held.ok) return null;
    const names = await Promise.all(
      held.value.map(async ({ roleGuid, roleDefinitionId }) => {
        const known = roleNames.find((name) => roles[name].guid === roleGuid);
        if (known !== undefined) return known;
        const found = await management.roleDefinition(roleDefinitionId, signal);
        return found.ok ? found.value.name : roleGuid;
      }),
    );
    return [...new Set(names)];
  }

  async #decision(draft: RoleDraft, durationMs: number, reasonGiven: boolean) {
    const ask = await this.#askOf(
      { ...draft, durationMs, reason: reasonGiven ? 'x' : '' },
      AbortSignal.timeout(LOOK_UP_MS),
    );
    return ask === null ? null : decideRoleRequest(this.#config.policy, ask);
  }

  async #askOf(spec: RoleSpec, signal: AbortSignal): Promise<RoleAsk | null> {
    const { requester, identity, registry, role, repository, prefix, durationMs, reason } = spec;
    const [person, owners] = await Promise.all([
      this.#config.people.person(requester.objectId, requester.tenant, signal),
      identity.kind === 'service-principal' ? this.#config.people.ownersOf(identity.objectId, signal) : null,
    ]);
    if (!person.ok || person.value === null || owners?.ok === false) return null;
    return {
      requester: person.value,
      identity: owners === null ? identity : { ...identity, owners: owners.value },
      registry,
      role,
      repository,
      prefix,
      durationMs,
      reasonGiven: reason !== '',
    };
  }

  async #identity({ identity, cluster }: Need, signal: AbortSignal): Promise<Identity | null> {
    switch (identity.kind) {
      case 'user':
        return { kind: 'user', objectId: identity.objectId, owners: [] };
      case 'application': {
        const found = await this.#config.directory().servicePrincipal(identity.clientId, signal);
        if (!found.ok || found.value === null) return null;
        const kind = found.value.kind === 'managed-identity' ? 'managed-identity' : 'service-principal';
        return { kind, objectId: found.value.objectId, owners: [] };
      }
      case 'kubelet': {
        const found = await this.#config.management().clusters(signal);
        const named = found.ok ? found.value.filter(({ name }) => name === cluster) : [];
        const objectId = named.length === 1 ? (named[0]?.kubeletObjectId ?? null) : null;
        return objectId === null ? null : { kind: 'aks-kubelet-identity', objectId, owners: [] };
      }
      default:
        return null;
    }
  }
}
