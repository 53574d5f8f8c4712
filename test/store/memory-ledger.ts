import type { Claimed, Deliveries } from '../../src/access/delivery/deliveries.js';
import type {
  GrantResult,
  Job,
  Ledger,
  RoleJob,
  RotationJob,
  RotationResult,
  Submission,
  Verdict,
} from '../../src/access/ledger.js';
import type { AccessRequest, Party, RequestState } from '../../src/access/request.js';
import { jobFor } from '../../src/store/ledger/job-for.js';
import { day, hour } from './ledger-samples.js';
import { byId, closeAll, isOf, MemoryBook } from './memory-book.js';
import { isCalledFor, type Row, requestFrom, rowOf, sameOf } from './memory-ledger-rows.js';

const minute = 60_000;

/** The part of a ledger that changes requests. */
export type PlayedLedger = Omit<
  Ledger,
  'saveCard' | 'cards' | 'requestsOf' | 'ownedAssignments' | 'note' | 'audit' | 'oldestDue'
>;

/** What a ledger does, as plainly as it can be said; for samples whose ids are in lower case. */
export class MemoryLedger extends MemoryBook implements PlayedLedger {
  #leases = 0;

  async submit(asked: Submission, now: number) {
    if (this.rows.has(asked.id)) return 'submitted';
    const row = rowOf(asked, now);
    const me = asked.spec.requester.objectId;
    const mine = (it: Row) => it.asked.spec.requester.objectId === me;
    const all = [...this.rows.values()];
    for (const it of all.toSorted(byId)) if (mine(it) || it.same === row.same) this.endOverdue(it, now);
    if (all.some((it) => it.same === row.same && it.endedAt === null)) return 'open-already';
    if (asked.extends !== undefined) {
      const before = this.rows.get(asked.extends);
      const goesOn = before?.state === 'granted' && before.owned && before.same === sameOf(asked.spec);
      if (!goesOn || !mine(before)) return 'open-already';
    }
    const open: readonly RequestState[] = ['pending', 'approved', 'granting', 'rotating'];
    const denied = (it: Row) =>
      it.same === row.same && it.state === 'denied' && (it.endedAt ?? 0) > now - 10 * minute;
    const [many, most] = [
      all.filter((it) => mine(it) && open.includes(it.state)).length,
      all.filter((it) => it.submittedAt > now - hour).length,
    ];
    if (many >= 5 || most >= 20 || all.some(denied)) return 'too-many';
    this.rows.set(asked.id, row);
    this.tell('request.submitted', row);
    if (row.state === 'approved') this.approved(row, now);
    else {
      this.schedule(row, 'tell-approvers', 'pending', now);
      this.schedule(row, 'remind-approvers', 'pending', now + Math.round((row.pendingUntil - now) / 2));
    }
    return 'submitted';
  }

  async decide({ request, specHash, by, strength, verdict, why }: Verdict, now: number) {
    const row = this.rows.get(request);
    if (row?.state !== 'pending' || row.pendingUntil <= now || row.specHash !== specHash) return 'refused';
    const never = [row.asked.spec.requester.objectId, ...row.asked.barred];
    if ([...never, ...row.approvals.map((it) => it.by.objectId)].includes(by.objectId)) return 'refused';
    if (verdict === 'deny') {
      Object.assign(row, { deniedBy: by, why });
      this.end(row, 'denied', 'request.denied', now);
      return 'done';
    }
    if (row.asked.tier >= 2 && strength === 'click') return 'refused';
    row.approvals.push({ by, strength, at: now });
    if (row.approvals.length < row.asked.approvalsNeeded) this.tell('request.approval', row);
    else this.approved(row, now);
    return 'done';
  }

  async withdraw(request: string, who: string, now: number) {
    const row = this.rows.get(request);
    if (row?.state !== 'pending' || row.pendingUntil <= now || !isOf(row, who)) return 'refused';
    this.end(row, 'withdrawn', 'request.withdrawn', now);
    return 'done';
  }

  async askBack(request: string, specHash: string, by: Party, words: string, now: number) {
    const row = this.rows.get(request);
    if (row?.state !== 'pending' || row.pendingUntil <= now || row.specHash !== specHash) return 'refused';
    if (isOf(row, by.objectId) || row.questions.at(-1)?.answer === null) return 'refused';
    if (row.questions.length >= 10) return 'refused';
    const number = row.questions.push({ number: row.questions.length + 1, by, words, at: now, answer: null });
    this.tell('request.question', row);
    this.schedule(row, 'tell-question', String(number), now);
    return 'done';
  }
  async answer(request: string, who: string, words: string, now: number) {
    const row = this.rows.get(request);
    if (row?.state !== 'pending' || row.pendingUntil <= now || !isOf(row, who)) return 'refused';
    const open = row.questions.pop();
    if (open === undefined) return 'refused';
    row.questions.push(open.answer === null ? { ...open, answer: words } : open);
    if (open.answer !== null) return 'refused';
    this.tell('request.answer', row);
    this.schedule(row, 'tell-answer', String(open.number), now);
    return 'done';
  }
  async questions(request: string) {
    return this.rows.get(request)?.questions ?? [];
  }

  async confirm(request: string, who: string, now: number) {
    const row = this.rows.get(request);
    if (row?.state !== 'rotated' || row.confirmedAt !== null || !isOf(row, who)) return 'refused';
    if (row.delivery?.claimed === false) return 'refused';
    row.confirmedAt = now;
    this.tell('rotation.confirmed', row);
    this.schedule(row, 'retire', 'confirmed', Math.max(now, row.madeAt + 15 * minute));
    return 'done';
  }
  async abandon(request: string, who: string, now: number) {
    const row = this.rows.get(request);
    if (row?.state !== 'rotated' || row.confirmedAt !== null || !isOf(row, who)) return 'refused';
    this.discard(row, 'abandoned', 'secret.abandoned', now);
    return 'done';
  }

  readonly deliveries: Deliveries = {
    look: async (token, now) => {
      const row = this.rows.get(token);
      const kept = row?.delivery;
      if (row === undefined || !kept || kept.until <= now) return null;
      if (kept.ciphertext === null && !kept.claimed) return null;
      const { objectId, tenant } = row.asked.spec.requester;
      return { request: token, recipient: { objectId, tenant }, until: kept.until };
    },
    claim: async (token, who, now): Promise<Claimed> => {
      const row = this.rows.get(token);
      const kept = row?.delivery;
      if (row === undefined || !kept || kept.until <= now) return { kind: 'over' };
      if (!isOf(row, who)) return { kind: 'not-yours' };
      const { ciphertext } = kept;
      if (!kept.claimed && ciphertext === null) return { kind: 'over' };
      this.tell(kept.claimed ? 'secret.second-claim' : 'secret.claimed', row);
      if (kept.claimed) this.schedule(row, 'tell-alert', 'claimed-before', now);
      Object.assign(kept, { claimed: true, ciphertext: null });
      return ciphertext === null
        ? { kind: 'claimed-before' }
        : { kind: 'claimed', ciphertext, request: token };
    },
  };

  async claim(now: number, leaseMs: number): Promise<Job | null> {
    for (;;) {
      const [next] = [...this.rows.values()]
        .flatMap((row) => [...row.jobs.values()].map((job) => ({ row, job })))
        .filter(({ job }) => !job.done && job.notBefore <= now && job.leasedUntil <= now)
        .filter(({ row, job }) => isCalledFor(job, row, now) && !this.isInTheWay(row, job.kind, now))
        .sort((a, b) => a.job.notBefore - b.job.notBefore || (a.job.id < b.job.id ? -1 : 1));
      if (next === undefined) return null;
      const { row, job } = next;
      if (job.attempts >= 10) {
        this.giveUp(row, job, 'too-many-attempts', now);
        continue;
      }
      const lease = `lease ${++this.#leases}`;
      Object.assign(job, { attempts: job.attempts + 1, lease, leasedUntil: now + leaseMs });
      this.begin(row, job.kind);
      return jobFor(job.kind, requestFrom(row), { id: job.id, attempts: job.attempts, lease });
    }
  }
  async finish(job: Job) {
    const held = this.held(job);
    if (held !== null) held.job.done = true;
    return held !== null;
  }
  async retry(given: Job, at: number, why: string, now: number) {
    const held = this.held(given);
    if (held === null) return false;
    const { row, job } = held;
    if (job.attempts >= 10) this.giveUp(row, job, why, now);
    else Object.assign(job, { notBefore: at, lease: null, leasedUntil: 0 });
    return true;
  }

  async takeOver(given: RoleJob, now: number) {
    const held = this.held(given, 'grant');
    const before = this.rows.get(held?.row.asked.extends ?? '');
    if (held === null || before === undefined) return false;
    if (before.state === 'removed') return before.why === 'extended';
    if (before.state !== 'granted' || !before.owned) return false;
    Object.assign(before, { state: 'removed', why: 'extended', owned: false, endedAt: now });
    this.tell('grant.extended', held.row);
    closeAll(before);
    held.row.same = before.same;
    return true;
  }
  async finishGrant(given: RoleJob, result: GrantResult, now: number) {
    const held = this.held(given, 'grant', 'granting');
    if (held === null) return false;
    const { row, job } = held;
    job.done = true;
    if (result.kind !== 'granted') {
      row.why = result.why;
      this.end(row, result.kind, `request.${result.kind}`, now);
      return true;
    }
    const { owned, until } = result;
    Object.assign(row, { state: 'granted', owned, until });
    this.tell('grant.made', row);
    if (until > now + 10 * minute) this.schedule(row, 'tell-working', 'granted', now + 10 * minute);
    const fourFifths = Math.round(now + 0.8 * (until - now));
    if (owned) this.schedule(row, 'tell-ending', 'granted', Math.max(until - day, fourFifths));
    if (owned) this.schedule(row, 'remove', 'granted', until);
    this.schedule(row, 'tell-outcome', 'granted', now);
    return true;
  }
  async finishRemoval(given: RoleJob, result: 'removed' | 'was-gone' | 'not-owned', now: number) {
    const row = this.held(given, 'remove', 'removing')?.row;
    if (row === undefined) return false;
    Object.assign(row, { why: result === 'removed' ? null : result, owned: false });
    this.end(row, 'removed', 'removal.done', now);
    for (const it of this.rows.values()) {
      if (it.asked.extends === row.asked.id && it.endedAt === null) it.same = row.same;
    }
    return true;
  }

  async finishRotation(given: RotationJob, result: RotationResult, now: number) {
    const held = this.held(given, 'rotate', 'rotating');
    if (held === null) return false;
    const { row, job } = held;
    job.done = true;
    if (result.kind !== 'rotated') {
      row.why = result.why;
      this.end(row, result.kind, `request.${result.kind}`, now);
      this.schedule(row, 'discard', result.kind, now);
      return true;
    }
    const { made, sealed } = result;
    Object.assign(row, { state: 'rotated', made, madeAt: now, pendingUntil: now + 14 * day });
    if (sealed !== null && made.kept.kind === 'one-time-page') {
      row.delivery = { until: made.kept.until, ciphertext: sealed.ciphertext, claimed: false };
    }
    this.tell('rotation.made', row);
    this.schedule(row, 'tell-ending', 'rotated', now + day);
    this.schedule(row, 'tell-outcome', 'rotated', now);
    return true;
  }
  async finishRetirement(given: RotationJob, result: 'retired' | 'was-gone' | 'nothing', now: number) {
    const row = this.held(given, 'retire', 'retiring')?.row;
    if (row === undefined) return false;
    row.why = result === 'retired' ? null : result;
    this.end(row, 'retired', 'retirement.done', now);
    return true;
  }
  async finishDiscard(given: RotationJob) {
    const held = this.held(given, 'discard');
    if (held === null) return false;
    held.job.done = true;
    this.tell('secret.discarded', held.row);
    return true;
  }

  async request(id: string): Promise<AccessRequest | null> {
    const row = this.rows.get(id);
    return row === undefined ? null : requestFrom(row);
  }
  async expire(now: number) {
    const all = [...this.rows.values()].sort(byId);
    const ended = all.filter((it) => this.endOverdue(it, now)).length;
    const unclaimed = all.filter(
      ({ state, delivery }) =>
        state === 'rotated' && delivery !== null && !delivery.claimed && delivery.until <= now,
    );
    for (const row of unclaimed) {
      this.discard(row, 'not-collected', 'secret.unclaimed', now);
      this.schedule(row, 'tell-alert', 'not-collected', now);
    }
    return ended + unclaimed.length;
  }
}
