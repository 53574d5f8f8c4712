import type { Deliveries } from './delivery/deliveries.js';
import type { AccessRequest, MadeSecret, Party, RoleRequest, RotationRequest, Spec } from './request.js';

/** What is to be done about a request. Done at least once, so that each must bear being done twice. */
export const roleJobs = ['grant', 'remove'] as const;
/** `retire`: the old secret goes. `discard`: the new one does, which nobody has, or the wrong one. */
export const rotationJobs = ['rotate', 'retire', 'discard'] as const;
export const tellJobs = [
  'tell-approvers',
  'remind-approvers',
  /** To the requester, what was asked back; to approvers, what they answered. */
  'tell-question',
  'tell-answer',
  'tell-outcome',
  /** That a role counts by now. */
  'tell-working',
  /** Soon a grant ends; or: does the new secret work? */
  'tell-ending',
  /** A secret was shown twice, or not at all. */
  'tell-alert',
] as const;
export const jobKinds = [...roleJobs, ...rotationJobs, ...tellJobs] as const;
export type JobKind = (typeof jobKinds)[number];
export type RoleJobKind = (typeof roleJobs)[number];
export type RotationJobKind = (typeof rotationJobs)[number];
export type TellJobKind = (typeof tellJobs)[number];

interface JobOf<K extends JobKind, R extends AccessRequest> {
  readonly id: string;
  readonly kind: K;
  readonly request: R;
  /** Times that it was begun, this one included. */
  readonly attempts: number;
  /** Names this lease: what has been taken over by another cannot be finished by this one. */
  readonly lease: string;
}

export type RoleJob = JobOf<RoleJobKind, RoleRequest>;
export type RotationJob = JobOf<RotationJobKind, RotationRequest>;
export type TellJob = JobOf<TellJobKind, AccessRequest>;
export type Job = RoleJob | RotationJob | TellJob;

/** A request as it is submitted. */
export interface Submission {
  readonly id: string;
  readonly spec: Spec;
  readonly policyHash: string;
  readonly rule: string;
  readonly tier: AccessRequest['tier'];
  readonly approvalsNeeded: number;
  readonly barred: readonly string[];
  readonly pendingUntil: number;
  /** Id of the requester's own request for the same that is still granted: this one goes on from it. */
  readonly extends?: string;
}

export interface Verdict {
  readonly request: string;
  /** Of the spec that the approver saw. */
  readonly specHash: string;
  readonly by: Party;
  readonly strength: 'click' | 'sign-in';
  readonly verdict: 'approve' | 'deny';
  /** Words to a denial, secrets replaced; null without. */
  readonly why: string | null;
}

/** What became of a grant that the executor made; `assignment` is the name in Resource Manager. */
export type GrantResult =
  | { readonly kind: 'granted'; readonly assignment: string; readonly owned: boolean; readonly until: number }
  /** Policy or approver's right no longer hold: nothing was done. */
  | { readonly kind: 'void'; readonly why: string }
  /** Azure refuses for good; a human must look. */
  | { readonly kind: 'failed'; readonly why: string };

/** What became of a secret that was to be made new. `sealed` is what a one-time page will show; else it is in the vault. */
export type RotationResult =
  | {
      readonly kind: 'rotated';
      readonly made: MadeSecret;
      readonly sealed: { readonly tokenHash: string; readonly ciphertext: string } | null;
    }
  | Exclude<GrantResult, { kind: 'granted' }>;

/** What an approver asked back, and the requester answered: words with secrets replaced, at most 500 characters. */
export interface Question {
  /** Its place among the request's questions, from 1. */
  readonly number: number;
  readonly by: Party;
  readonly words: string;
  readonly at: number;
  readonly answer: string | null;
}

/** A line of the audit: hash-chained, written in the transaction that does what it tells. */
export interface AuditRow {
  readonly seq: number;
  readonly at: number;
  readonly event: string;
  /** Canonical JSON: ids, codes and hashes; no secret, no pasted text. */
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
}

/** What is noted beside requests: an assignment in Azure that no request accounts for, or the lack of one. */
export type NotedEvent = 'assignment.stray';

/**
 * Requests and what follows from them. Each change is one conditional UPDATE, with its jobs and its audit row
 * in one transaction (security §6, T31–T33, T57). Times are milliseconds since 1970 from the caller.
 */
export interface Ledger {
  readonly deliveries: Deliveries;

  /**
   * `open-already`: the same identity, role and scope is asked for or granted by the bot (T32). `too-many`: T39. The same
   * submission again, by its id, is `submitted`. Where nobody need approve, it is approved at once. Rejects with
   * `StoreError`: `too-large` for a reason of more than 500 characters, `not-storable` for words where ids belong.
   */
  submit(submission: Submission, now: number): Promise<'submitted' | 'open-already' | 'too-many'>;
  /**
   * `done` only where the request is pending, not expired, the spec is the one that was seen, and who decides is neither
   * requester nor barred nor has decided before (T27–T31). From tier 2 on a click does not approve.
   */
  decide(verdict: Verdict, now: number): Promise<'done' | 'refused'>;
  withdraw(request: string, objectId: string, now: number): Promise<'done' | 'refused'>;
  /** While it is pending; not by who asked for it. At most ten, one at a time. */
  askBack(
    request: string,
    specHash: string,
    by: Party,
    words: string,
    now: number,
  ): Promise<'done' | 'refused'>;
  /** By the requester, to the question that is open. */
  answer(request: string, objectId: string, words: string, now: number): Promise<'done' | 'refused'>;
  questions(request: string): Promise<readonly Question[]>;

  /**
   * The requester says that the new secret works: the old one is retired, not before both have been valid for a quarter of
   * an hour. Refused before a one-time page was opened.
   */
  confirm(request: string, objectId: string, now: number): Promise<'done' | 'refused'>;
  /** The requester does not trust the new secret: it is made worthless, and the old one stays. */
  abandon(request: string, objectId: string, now: number): Promise<'done' | 'refused'>;

  /**
   * The next job that is due, for a while alone. With `grant` the request is `granting` from now on, with `remove`
   * `removing`, with `rotate` `rotating`, with `retire` `retiring`. An approval that is an hour old yields no job any more
   * (T29).
   */
  claim(now: number, leaseMs: number): Promise<Job | null>;
  /** Ends a job that leaves the request as it is. False, here and below, where another has taken the job over. */
  finish(job: Job, now: number): Promise<boolean>;
  /**
   * Puts the request that this one extends at its end, its assignment being this one's from now on: false where it is
   * being removed, so that there will be none. The same again is true again.
   */
  takeOver(job: RoleJob, now: number): Promise<boolean>;
  /** Has the outcome told, and what is owned removed when it ends. */
  finishGrant(job: RoleJob, result: GrantResult, now: number): Promise<boolean>;
  finishRemoval(job: RoleJob, result: 'removed' | 'was-gone' | 'not-owned', now: number): Promise<boolean>;
  /**
   * Has the outcome told, and a sealed secret kept, in one transaction. Rejects with `StoreError` `not-storable` for a secret
   * that is neither in a vault nor sealed, or both.
   */
  finishRotation(job: RotationJob, result: RotationResult, now: number): Promise<boolean>;
  finishRetirement(
    job: RotationJob,
    result: 'retired' | 'was-gone' | 'nothing',
    now: number,
  ): Promise<boolean>;
  finishDiscard(job: RotationJob, result: 'discarded' | 'was-gone', now: number): Promise<boolean>;
  /**
   * Tries again later. After the tenth attempt the request is `failed`: without its grant, or without anybody who could
   * be asked. So it is where a role cannot be removed, but that is tried again each day. What cannot be told is dropped.
   *
   * @param why a code
   */
  retry(job: Job, at: number, why: string, now: number): Promise<boolean>;

  request(id: string): Promise<AccessRequest | null>;
  /** Of a person's, newest first. */
  requestsOf(objectId: string, limit: number): Promise<readonly AccessRequest[]>;
  /**
   * Ends what is over; gives how many: pending requests, approvals that nobody acted on for an hour (`void`), grants of
   * what was there already, new secrets that nobody has fetched in time (`void`, and discarded), and those of which nobody
   * has said for two weeks whether they work (`expired`; the old ones stay).
   *
   * @param onUnclaimed told how many secrets nobody has fetched
   */
  expire(now: number, onUnclaimed?: (count: number) => void): Promise<number>;
  /** When the first of the jobs that are due, and that nobody is at, became due; null where there is none. */
  oldestDue(now: number): Promise<number | null>;

  /** Where a card about a request stands, so that it can be changed when somebody else decides. */
  saveCard(request: string, person: string, ref: string, now: number): Promise<void>;
  cards(request: string): Promise<readonly { readonly person: string; readonly ref: string }[]>;

  /** Assignments that the bot made and has not removed, by name. */
  ownedAssignments(): Promise<
    readonly { readonly assignment: string; readonly scope: string; readonly request: string }[]
  >;

  /** Adds a row about what was found outside of requests: ids, codes and hashes. */
  note(event: NotedEvent, facts: object, now: number): Promise<void>;
  audit(after: number, limit: number): Promise<readonly AuditRow[]>;
}
