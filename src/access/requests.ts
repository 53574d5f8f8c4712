import { createHash } from 'node:crypto';
import type { Answer } from '../azure/answer.js';
import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import type { Language } from '../knowledge/language.js';
import {
  type Decision,
  decideOn,
  deliveryIn,
  inBounds,
  type Proposed,
  type Unreasoned,
  withReason,
} from './asked.js';
import type { Granted, Verified } from './executor/verify.js';
import type { Ledger, Question } from './ledger.js';
import { askOf, type LookUps, rolesHeld } from './look-ups.js';
import type { Allowed, Refusal } from './policy/decision.js';
import { entryFor, isDiscoverable, registryFrom } from './policy/match.js';
import { type ApprovalRefusal, mayApprove } from './policy/may-approve.js';
import { refuse } from './policy/narrow.js';
import type { Delivery, Policy, Tier } from './policy/policy.js';
import type { Person } from './policy/principals.js';
import { type AccessRequest, isForRole, type Party } from './request.js';

export type Submitted =
  | { readonly kind: 'submitted'; readonly tier: Tier }
  | { readonly kind: 'open-already' | 'too-many' | 'unavailable' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export type Decided =
  | { readonly kind: 'done' }
  /** It is decided, withdrawn or expired, or it is not what was on the card. */
  | { readonly kind: 'over' }
  | { readonly kind: 'refused'; readonly reason: ApprovalRefusal }
  /** The policy wants a fresh sign-in in the browser. */
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'unavailable' };

/** What an approver answers to a request: with words, or without. */
export interface Verdict {
  readonly verdict: 'approve' | 'deny' | 'ask-back';
  readonly words: string | null;
  /** A click, or a browser sign-in that was fresh at this moment. */
  readonly strength: 'click' | 'sign-in';
}

/** Who is in which groups, and who owns what, at this moment. */
export interface People {
  person(objectId: string, tenant: string, signal: AbortSignal): Promise<Answer<Person | null>>;
  ownersOf(servicePrincipal: string, signal: AbortSignal): Promise<Answer<readonly string[]>>;
}

export interface RequestsConfig extends LookUps {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly verify: (granted: Granted, signal: AbortSignal) => Promise<Verified>;
  /** Whether the bot can give roles. */
  readonly grants: boolean;
  /** In which ways it can hand over new secrets; none: it makes none. */
  readonly deliveries: readonly Delivery['kind'][];
  readonly now: () => number;
}

/** Time for the look-ups of one press. */
const LOOK_UP_MS = 10_000;
/** Presses within so long are one: after a denial the same cannot be asked for sooner anyway. */
const SAME_PRESS_MS = 10 * 60_000;
/** A request that nobody decides ends after a day (T29). */
const PENDING_MS = 24 * 60 * 60_000;

/** Requests, submitted and decided by the policy of this moment. Nothing here writes to Azure. */
export class Requests {
  readonly config: RequestsConfig;

  constructor(config: RequestsConfig) {
    this.config = config;
  }

  /** What people can be offered at all. */
  get askable(): readonly ('role' | 'secret')[] {
    const { grants, deliveries } = this.config;
    return [...(grants ? (['role'] as const) : []), ...(deliveries.length > 0 ? (['secret'] as const) : [])];
  }

  /**
   * @param id 128 random bits; the same one when the same is sent again (T32)
   * @param reason in the requester's own words, secrets replaced
   * @param before id of their own request that is still granted, and is to go on
   */
  async submit(id: string, asked: Unreasoned, reason: string, before?: string): Promise<Submitted> {
    const { ledger, now } = this.config;
    const spec = withReason(asked, reason);
    const decision = await this.decision(spec, spec.reason !== '', deliveryIn(spec));
    if (decision === 'unavailable') return { kind: 'unavailable' };
    if (decision.kind === 'refused') return { kind: 'refused', reason: decision.reason };
    const { policyHash, rule, tier, approvals, barred } = decision;
    const at = now();
    const submission = {
      ...{ id, spec, policyHash, rule, tier, barred, approvalsNeeded: approvals },
      ...(before !== undefined && { extends: before }),
    };
    const submitted = await ledger.submit({ ...submission, pendingUntil: at + PENDING_MS }, at);
    return submitted === 'submitted' ? { kind: 'submitted', tier } : { kind: submitted };
  }

  /**
   * An approver's answer. Their right is judged here, and again before anything is carried out (T30).
   *
   * @param specHash of what was on the card
   */
  async decide(id: string, specHash: string, by: Party, given: Verdict): Promise<Decided> {
    const { ledger, now } = this.config;
    const { verdict, strength } = given;
    const request = await ledger.request(id);
    if (request === null || request.state !== 'pending') return { kind: 'over' };
    const right = await this.#rightOf(request, by);
    if (right !== null) return right;
    if (verdict === 'approve' && request.tier >= 2 && strength === 'click') return { kind: 'sign-in-needed' };
    const words = given.words === null ? null : inBounds(given.words) || null;
    const done =
      verdict === 'ask-back'
        ? await ledger.askBack(id, specHash, by, words ?? '', now())
        : await ledger.decide({ request: id, specHash, by, verdict, why: words, strength }, now());
    return { kind: done === 'done' ? 'done' : 'over' };
  }

  /** Null: they may decide. */
  async #rightOf({ spec }: AccessRequest, { objectId, tenant }: Party): Promise<Decided | null> {
    const { policy, people } = this.config;
    const signal = deadline();
    const [ask, approver] = await Promise.all([
      askOf(this.config, spec, spec.reason !== '', signal),
      people.person(objectId, tenant, signal),
    ]);
    if (ask === 'unavailable' || !approver.ok) return { kind: 'unavailable' };
    if (ask === 'gone') return { kind: 'refused', reason: 'request-refused' };
    if (approver.value === null) return { kind: 'refused', reason: 'not-an-approver' };
    const allowed = mayApprove(policy, ask, approver.value);
    return allowed.kind === 'refused' ? { kind: 'refused', reason: allowed.reason } : null;
  }

  /** Takes back what is still pending; false where it is not, or is not theirs. */
  async withdraw(id: string, { objectId }: Party): Promise<boolean> {
    return (await this.config.ledger.withdraw(id, objectId, this.config.now())) === 'done';
  }

  /**
   * Asks for the same role once more: to go on while it is granted, or anew after it has ended. The same press twice is the
   * same request (T32).
   *
   * @returns null for what is not theirs, or cannot be asked for again now
   */
  async again(id: string, by: Party): Promise<Submitted | null> {
    const request = await this.config.ledger.request(id);
    if (request === null || !isForRole(request)) return null;
    const { requester, reason, ...spec } = request.spec;
    if (requester.objectId !== by.objectId || requester.tenant !== by.tenant) return null;
    const isOver = request.state === 'removed' || request.state === 'expired';
    if (request.state !== 'granted' && !isOver) return null;
    const moment = Math.floor(this.config.now() / SAME_PRESS_MS);
    const next = createHash('sha256').update(`again ${id} ${moment}`).digest('base64url').slice(0, 22);
    return this.submit(next, { ...spec, requester: by }, reason, isOver ? undefined : id);
  }

  /** Answers what was asked back. */
  async answer(id: string, { objectId }: Party, words: string): Promise<boolean> {
    const { ledger, now } = this.config;
    return (await ledger.answer(id, objectId, inBounds(words), now())) === 'done';
  }

  /** Whether the new secret works: the old one is retired, or the new one made worthless. */
  async report(id: string, { objectId }: Party, works: boolean): Promise<boolean> {
    const { ledger, now } = this.config;
    const done = works ? ledger.confirm(id, objectId, now()) : ledger.abandon(id, objectId, now());
    return (await done) === 'done';
  }

  /** What the policy says of a request now; null where it refuses it, or where that could not be looked up. */
  async allowed({ spec }: AccessRequest): Promise<Allowed | null> {
    const decision = await this.decision(spec, spec.reason !== '', deliveryIn(spec));
    return decision !== 'unavailable' && decision.kind === 'allowed' ? decision : null;
  }

  /** In which language cards about a request are written, by the policy's entry for its registry. Pure. */
  cardLanguage({ spec }: AccessRequest): Language {
    const { loginServer, resourceId } = spec.registry;
    const host = parseLoginServer(loginServer);
    const registry = host === null ? null : registryFrom(host, resourceId);
    const entry = registry === null ? null : entryFor(this.config.policy, registry);
    return entry?.channels.language ?? 'en';
  }

  /** A request by its id; null where there is none. */
  find(id: string): Promise<AccessRequest | null> {
    return this.config.ledger.request(id);
  }

  /** What somebody has asked for, newest first. */
  mine(objectId: string, limit: number): Promise<readonly AccessRequest[]> {
    return this.config.ledger.requestsOf(objectId, limit);
  }

  questions(id: string): Promise<readonly Question[]> {
    return this.config.ledger.questions(id);
  }

  /** Cards about a request, by platform. */
  cards(id: string): ReturnType<Ledger['cards']> {
    return this.config.ledger.cards(id);
  }

  saveCard(id: string, platform: string, ref: string): Promise<void> {
    return this.config.ledger.saveCard(id, platform, ref, this.config.now());
  }

  /** Whether a granted role counts by now; null for what is no role. */
  async verify(request: AccessRequest): Promise<Verified | null> {
    return isForRole(request) ? this.config.verify(request.spec, deadline()) : null;
  }

  /** Names of the roles that the identity has on the registry; null where they could not be read, or there is none. */
  async holds(request: AccessRequest): Promise<readonly string[] | null> {
    return isForRole(request) ? rolesHeld(this.config, request.spec, deadline()) : null;
  }

  /**
   * What the policy says, with people as they are at this moment.
   *
   * @param looks how they are looked up
   */
  async decision(
    spec: Proposed,
    reasonGiven: boolean,
    delivery: Delivery | null = null,
    looks: LookUps = this.config,
  ): Promise<Decision | 'unavailable'> {
    const { policy } = this.config;
    const { loginServer, resourceId } = spec.registry;
    if (!isSeen(policy, { loginServer, id: resourceId })) return refuse('unknown-registry', policy);
    const ask = await askOf(looks, spec, reasonGiven, deadline());
    if (ask === 'unavailable') return ask;
    return ask === 'gone' ? refuse('not-for-you', policy) : decideOn(policy, ask, delivery);
  }
}

/** Whether people may know of a registry (T46). Pure. */
export function isSeen(
  policy: Policy,
  { loginServer, id }: { readonly loginServer: string; readonly id: string },
): boolean {
  const host = parseLoginServer(loginServer);
  const registry = host === null ? null : registryFrom(host, id);
  return registry !== null && isDiscoverable(policy, registry);
}

export function deadline(): AbortSignal {
  return AbortSignal.timeout(LOOK_UP_MS);
}
