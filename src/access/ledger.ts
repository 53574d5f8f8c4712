import type { Party, RoleRequest, RoleSpec } from './request.js';

/** What is to be done about a request. Done at least once, so that each must bear being done twice. */
export const jobKinds = [
  'tell-approvers',
  'remind-approvers',
  'grant',
  'tell-outcome',
  'tell-ending',
  'remove',
] as const;
export type JobKind = (typeof jobKinds)[number];

export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly request: RoleRequest;
  /** Times that it was begun, this one included. */
  readonly attempts: number;
  /** Names this lease: what has been taken over by another cannot be finished by this one. */
  readonly lease: string;
}

/** A request as it is submitted. */
export interface Submission {
  readonly id: string;
  readonly spec: RoleSpec;
  readonly policyHash: string;
  readonly rule: string;
  readonly tier: RoleRequest['tier'];
  readonly approvalsNeeded: number;
  readonly barred: readonly string[];
  readonly pendingUntil: number;
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

/**
 * Requests for roles and what follows from them. Each change is one conditional UPDATE, with its jobs and its audit row
 * in one transaction (security §6, T31–T33, T57). Times are milliseconds since 1970 from the caller.
 */
export interface Ledger {
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

  /**
   * The next job that is due, for a while alone. With `grant` the request is `granting` from now on, with `remove`
   * `removing`. An approval that is an hour old yields no job any more (T29).
   */
  claim(now: number, leaseMs: number): Promise<Job | null>;
  /** Ends a job that leaves the request as it is. False, here and below, where another has taken the job over. */
  finish(job: Job, now: number): Promise<boolean>;
  /** Has the outcome told, and what is owned removed when it ends. */
  finishGrant(job: Job, result: GrantResult, now: number): Promise<boolean>;
  finishRemoval(job: Job, result: 'removed' | 'was-gone' | 'not-owned', now: number): Promise<boolean>;
  /**
   * Tries again later. After the tenth attempt the request is `failed`: without its grant, or without anybody who could
   * be asked. So it is where a role cannot be removed, but that is tried again each day. What cannot be told is dropped.
   *
   * @param why a code
   */
  retry(job: Job, at: number, why: string, now: number): Promise<boolean>;

  request(id: string): Promise<RoleRequest | null>;
  /** Of a person's, newest first. */
  requestsOf(objectId: string, limit: number): Promise<readonly RoleRequest[]>;
  /**
   * Ends what is over; gives how many: pending requests, approvals that nobody acted on for an hour (`void`), and grants
   * of what was there already.
   */
  expire(now: number): Promise<number>;

  /** Where a card about a request stands, so that it can be changed when somebody else decides. */
  saveCard(request: string, person: string, ref: string, now: number): Promise<void>;
  cards(request: string): Promise<readonly { readonly person: string; readonly ref: string }[]>;

  /** Assignments that the bot made and has not removed, by name. */
  ownedAssignments(): Promise<
    readonly { readonly assignment: string; readonly scope: string; readonly request: string }[]
  >;

  audit(after: number, limit: number): Promise<readonly AuditRow[]>;
}
