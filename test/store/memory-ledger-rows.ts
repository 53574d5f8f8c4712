import type { JobKind, Question, Submission } from '../../src/access/ledger.js';
import {
  type AccessRequest,
  type Approval,
  type MadeSecret,
  type Party,
  type RequestState,
  type Spec,
  specHashOf,
} from '../../src/access/request.js';
import { hour } from './ledger-samples.js';

export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  notBefore: number;
  attempts: number;
  lease: string | null;
  leasedUntil: number;
  done: boolean;
}

/** A request with all that belongs to it, as a ledger in memory has it. */
export interface Row {
  readonly asked: Submission;
  readonly submittedAt: number;
  readonly specHash: string;
  readonly approvals: Approval[];
  readonly questions: Question[];
  readonly jobs: Map<string, JobRow>;
  state: RequestState;
  /** Of two that are the same, and open, there is one. */
  same: string;
  pendingUntil: number;
  approvedAt: number;
  deniedBy: Party | null;
  why: string | null;
  owned: boolean;
  until: number | null;
  made: MadeSecret | null;
  madeAt: number;
  confirmedAt: number | null;
  endedAt: number | null;
  delivery: { readonly until: number; ciphertext: string | null; claimed: boolean } | null;
}

export function rowOf(asked: Submission, now: number): Row {
  const approved = asked.approvalsNeeded === 0;
  return {
    ...{ asked, submittedAt: now, specHash: specHashOf(asked.spec), approvals: [], questions: [] },
    ...{ jobs: new Map(), state: approved ? 'approved' : 'pending', same: sameOf(asked.spec, asked.extends) },
    ...{ pendingUntil: asked.pendingUntil, approvedAt: now, deniedBy: null, why: null, owned: false },
    ...{ until: null, made: null, madeAt: 0, confirmedAt: null, endedAt: null, delivery: null },
  };
}

/** What the samples of the model differ in. */
export function sameOf(spec: Spec, before?: string): string {
  const what = spec.kind === 'role' ? `role ${spec.repository}` : `secret ${secretOf(spec)}`;
  return before === undefined ? what : `${what} after ${before}`;
}

function secretOf({ secret }: Extract<Spec, { kind: 'rotation' }>): string {
  return secret.kind === 'repository-token-password' ? secret.token : secret.kind;
}

export function requestFrom(row: Row): AccessRequest {
  const { asked, specHash, state, why, pendingUntil, deniedBy, until, made, confirmedAt } = row;
  const { id, spec, policyHash, rule, tier, approvalsNeeded } = asked;
  const about = {
    ...{ id, specHash, state, policyHash, rule, tier, approvalsNeeded, why, pendingUntil, deniedBy },
    ...{ until, made, confirmedAt, submittedAt: row.submittedAt, extends: asked.extends ?? null },
    barred: [...asked.barred].sort(),
    approvals: row.approvals.toSorted((a, b) => a.at - b.at || (a.by.objectId < b.by.objectId ? -1 : 1)),
  };
  return spec.kind === 'role' ? { ...about, spec } : { ...about, spec };
}

/** Whether the state of its request still calls for a job. */
export function isCalledFor({ kind }: JobRow, row: Row, now: number): boolean {
  const { state } = row;
  switch (kind) {
    case 'tell-outcome':
    case 'tell-alert':
    case 'discard':
      return true;
    case 'tell-approvers':
    case 'remind-approvers':
    case 'tell-question':
    case 'tell-answer':
      return state === 'pending' && row.pendingUntil > now;
    case 'grant':
    case 'rotate':
      return (
        state === 'granting' || state === 'rotating' || (state === 'approved' && row.approvedAt > now - hour)
      );
    case 'tell-working':
      return state === 'granted' && (row.until ?? 0) > now;
    case 'tell-ending':
      return state === 'granted' ? (row.until ?? 0) > now : state === 'rotated' && row.confirmedAt === null;
    case 'remove':
      return (state === 'granted' || state === 'removing' || state === 'failed') && row.owned;
    case 'retire':
      return (state === 'rotated' || state === 'retiring' || state === 'failed') && row.endedAt === null;
  }
}
