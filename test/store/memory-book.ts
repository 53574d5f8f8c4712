import type { Job, JobKind } from '../../src/access/ledger.js';
import type { RequestState } from '../../src/access/request.js';
import { day, hour } from './ledger-samples.js';
import type { JobRow, Row } from './memory-ledger-rows.js';

/** What a ledger in memory keeps, and the moves of which its methods are made. */
export class MemoryBook {
  readonly rows = new Map<string, Row>();
  /** What the audit says, row after row: the event and its request. */
  readonly told: string[] = [];

  protected tell(event: string, { asked }: Row): void {
    this.told.push(`${event} ${asked.id}`);
  }
  protected schedule({ asked, jobs }: Row, kind: JobKind, occasion: string, notBefore: number): void {
    const id = `${asked.id}.${kind}.${occasion}`;
    if (jobs.has(id)) return;
    jobs.set(id, { id, kind, notBefore, attempts: 0, lease: null, leasedUntil: 0, done: false });
  }
  protected held({ id, lease, request }: Job, kind?: JobKind, state?: RequestState) {
    const row = this.rows.get(request.id);
    const job = row?.jobs.get(id);
    if (row === undefined || job === undefined || job.done || job.lease !== lease) return null;
    if ((kind ?? job.kind) !== job.kind || (state ?? row.state) !== row.state) return null;
    return { row, job };
  }
  protected approved(row: Row, now: number): void {
    Object.assign(row, { state: 'approved', approvedAt: now });
    this.tell('request.approved', row);
    closeAll(row);
    this.schedule(row, row.asked.spec.kind === 'role' ? 'grant' : 'rotate', 'approved', now);
  }
  /** A new secret waits for what makes an earlier one worthless, which in turn must not meet a later one. */
  protected isInTheWay(row: Row, kind: JobKind, now: number): boolean {
    const others = [...this.rows.values()].filter((it) => it.same === row.same && it !== row);
    if (kind === 'discard') return this.isMoot(row);
    const waitsFor = (it: JobRow) => it.kind === 'discard' && !it.done && it.notBefore <= now + hour;
    const isOwed = (it: Row) => !this.isMoot(it) && [...it.jobs.values()].some(waitsFor);
    return (kind === 'grant' || kind === 'rotate') && others.some(isOwed);
  }
  private isMoot(row: Row): boolean {
    const { spec } = row.asked;
    if (spec.kind !== 'rotation' || spec.secret.kind !== 'admin-password') return false;
    return [...this.rows.values()].some(
      (it) =>
        it !== row &&
        it.same === row.same &&
        it.submittedAt >= row.submittedAt &&
        (it.made !== null || it.state === 'rotating'),
    );
  }
  protected begin(row: Row, kind: JobKind): void {
    const begin = begun[kind];
    if (begin === undefined || row.endedAt !== null || !begin.from.includes(row.state)) return;
    Object.assign(row, { state: begin.to, why: null });
    this.tell(begin.event, row);
  }
  protected end(row: Row, state: RequestState, event: string, now: number): void {
    Object.assign(row, { state, endedAt: now });
    this.tell(event, row);
    closeAll(row);
    this.schedule(row, 'tell-outcome', state, now);
  }
  protected discard(row: Row, why: string, event: string, now: number): void {
    row.why = why;
    if (row.delivery !== null) row.delivery.ciphertext = null;
    this.end(row, 'void', event, now);
    this.schedule(row, 'discard', why, now);
  }
  protected endOverdue(row: Row, now: number): boolean {
    if (row.endedAt !== null) return false;
    const { state, pendingUntil, approvedAt, owned, until, confirmedAt, delivery } = row;
    const isUnconfirmed = confirmedAt === null && delivery?.claimed !== false;
    const isOver =
      (state === 'pending' && pendingUntil <= now) ||
      (state === 'approved' && approvedAt <= now - hour) ||
      (state === 'granted' && !owned && (until ?? 0) <= now) ||
      (state === 'rotated' && isUnconfirmed && pendingUntil <= now);
    if (!isOver) return false;
    if (state === 'approved') row.why = 'approval-expired';
    if (state === 'rotated') row.why = 'not-confirmed';
    const isVoid = state === 'approved';
    this.end(row, isVoid ? 'void' : 'expired', isVoid ? 'request.void' : 'request.expired', now);
    return true;
  }
  protected giveUp(row: Row, job: JobRow, why: string, now: number): void {
    const { kind } = job;
    if (kind === 'grant' || kind === 'rotate' || kind === 'tell-approvers') {
      row.why = why;
      this.end(row, 'failed', 'request.failed', now);
      if (kind === 'rotate') this.schedule(row, 'discard', 'failed', now);
    } else if (kind === 'remove' || kind === 'retire' || kind === 'discard') {
      if (row.endedAt === null) Object.assign(row, { state: 'failed', why });
      this.tell(kind === 'remove' ? 'removal.failed' : 'retirement.failed', row);
      Object.assign(job, { attempts: 0, notBefore: now + day, lease: null, leasedUntil: 0 });
      this.schedule(row, 'tell-outcome', 'failed', now);
    } else {
      this.tell('job.given-up', row);
      job.done = true;
    }
  }
}

type Begun = { readonly from: readonly RequestState[]; readonly to: RequestState; readonly event: string };
const begun: Partial<Record<JobKind, Begun>> = {
  grant: { from: ['approved'], to: 'granting', event: 'grant.begun' },
  rotate: { from: ['approved'], to: 'rotating', event: 'rotation.begun' },
  remove: { from: ['granted', 'failed'], to: 'removing', event: 'removal.begun' },
  retire: { from: ['rotated', 'failed'], to: 'retiring', event: 'retirement.begun' },
};

export function closeAll({ jobs }: Row): void {
  for (const job of jobs.values()) job.done = true;
}
export function isOf({ asked }: Row, objectId: string): boolean {
  return asked.spec.requester.objectId === objectId;
}
export function byId(a: Row, b: Row): number {
  return a.asked.id < b.asked.id ? -1 : 1;
}
