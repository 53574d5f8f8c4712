import fc from 'fast-check';
import type { Job, Submission } from '../../src/access/ledger.js';
import type { Party, RequestState, Spec } from '../../src/access/request.js';
import { day, hour, otherSpec, partyOf } from './ledger-samples.js';
import type { MemoryLedger, PlayedLedger } from './memory-ledger.js';
import type { Row } from './memory-ledger-rows.js';
import {
  clientSecret,
  inVault,
  madeAt,
  minute,
  rotationOf,
  rotationSubmission,
  tokenSpec,
} from './rotation-samples.js';

/** Stands in everything that somebody has typed: the audit must not hold it. */
export const typed = 'fake words';

/** One of two ledgers that the same is done to: the jobs that are under way in it. */
export interface Side {
  readonly ledger: PlayedLedger;
  readonly jobs: Job[];
  /** Ids of what was submitted, in both. */
  readonly ids: string[];
}

/** @returns what both must say alike */
type Play = (side: Side, now: number) => Promise<unknown>;
export interface Move {
  readonly name: string;
  readonly args: unknown;
  /** What it is about is chosen before either ledger has changed. */
  plan(model: MemoryLedger): Play;
}

const specs: readonly ((who: number) => Spec)[] = [
  (who) => ({ ...otherSpec(1, partyOf(who)), reason: typed }),
  (who) => ({ ...otherSpec(2, partyOf(who)), reason: typed }),
  (who) => rotationOf({ requester: partyOf(who), reason: typed }),
  (who) => ({ ...tokenSpec(1, partyOf(who)), reason: typed }),
  (who) => rotationOf({ requester: partyOf(who), reason: typed, secret: clientSecret, delivery: inVault }),
];
const needs = [
  { tier: 0, approvalsNeeded: 0 },
  { tier: 1, approvalsNeeded: 1 },
  { tier: 2, approvalsNeeded: 1 },
  { tier: 3, approvalsNeeded: 2 },
] as const;

/** The requester of what is chosen, mostly; else somebody else, who is barred or not. */
const mine = fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 4, 5);
const deciding = fc.constantFrom(2, 2, 3, 3, 6, 0, 4);
const asks = fc.constantFrom(1, 1, 5);
/** How far back among what is in question; the last says that anything may be. */
const ago = fc.constantFrom(0, 0, 0, 1, 2, 9);
export const waits = fc.constantFrom(
  ...[0, 1, minute, minute, 5 * minute, 10 * minute, 15 * minute - 1, 15 * minute, hour, hour],
  ...[day - hour, day, 7 * day, 14 * day],
);

const named = (name: string) => (args: unknown, plan: Move['plan']) => ({ name, args, plan });
const jobOf = ({ jobs }: Side, back: number) => jobs.at(-1 - back);

/** The id of a request that fits, if there is one. */
function pick({ rows }: MemoryLedger, fits: (row: Row) => boolean, back: number): string {
  const all = [...rows];
  const fit = back === 9 ? [] : all.filter(([, row]) => fits(row));
  const from = fit.length === 0 ? all : fit;
  return from.at(-1 - (back % Math.max(1, from.length)))?.[0] ?? 'none';
}
const isIn = (state: RequestState) => (row: Row) => row.state === state;
const isWaiting = (row: Row) => row.delivery !== null && row.delivery.ciphertext !== null;
const isAsked = (row: Row) => isIn('pending')(row) && row.questions.at(-1)?.answer === null;

/** 0: who has asked for it. */
function somebody({ rows }: MemoryLedger, id: string, number: number): Party {
  return number === 0 ? (rows.get(id)?.asked.spec.requester ?? partyOf(1)) : partyOf(number);
}

/** What of a job both ledgers have alike; each has its own leases. */
const seen = (job: Job | null) => job && { ...job, lease: null };

/** Ends a job as an executor would that succeeds, or one that does not. */
async function end(ledger: PlayedLedger, job: Job, well: boolean, now: number): Promise<unknown> {
  const bad = { kind: well ? 'void' : 'failed', why: 'azure-gone' } as const;
  switch (job.kind) {
    case 'grant': {
      const took = job.request.extends !== null && well && (await ledger.takeOver(job, now));
      const owned = took || !job.request.id.endsWith('3');
      const until = now + (Number(job.request.id.slice(1)) % 2 === 0 ? hour : 7 * day);
      const made = { kind: 'granted', assignment: 'a', owned, until } as const;
      return [took, await ledger.finishGrant(job, well ? made : bad, now)];
    }
    case 'remove':
      return ledger.finishRemoval(job, well ? 'removed' : 'not-owned', now);
    case 'rotate':
      return ledger.finishRotation(job, well ? madeOf(job) : bad, now);
    case 'retire':
      return ledger.finishRetirement(job, well ? 'retired' : 'was-gone', now);
    case 'discard':
      return ledger.finishDiscard(job, well ? 'discarded' : 'was-gone', now);
    default:
      return ledger.finish(job, now);
  }

  function madeOf({ request, attempts }: Job) {
    const { kept, ...made } = madeAt(now);
    if (request.spec.kind === 'rotation' && request.spec.delivery.kind === 'vault') {
      const id = `${inVault.url}/secrets/x/${request.id}`;
      return { kind: 'rotated', made: { ...made, kept: { kind: 'vault', id } }, sealed: null } as const;
    }
    const page = { ...kept, kind: 'one-time-page', attempt: attempts, until: now + 15 * minute } as const;
    const sealed = { tokenHash: request.id, ciphertext: `fake-ciphertext-of-${request.id}` };
    return { kind: 'rotated', made: { ...made, kept: page }, sealed } as const;
  }
}

/** Claims, and ends what was claimed, until nothing is due. */
async function work({ ledger }: Side, most: number, now: number): Promise<unknown> {
  const done: unknown[] = [];
  for (let i = 0; i < most; i++) {
    const job = await ledger.claim(now, hour);
    if (job === null) break;
    done.push([seen(job), await end(ledger, job, true, now)]);
  }
  return done;
}

function submitting(spec: Spec, need: (typeof needs)[number], before?: string): Play {
  return (side, now) => {
    const id = `r${side.ids.length}`;
    side.ids.push(id);
    const asked: Submission = { ...rotationSubmission(id, now, need), spec, barred: [partyOf(4).objectId] };
    return side.ledger.submit(before === undefined ? asked : { ...asked, extends: before }, now);
  };
}

/** The way of most: asked for, done, and a secret seen or not. Without it chance would rarely come so far. */
function having(spec: Spec, isSeen: boolean): Play {
  return async (side, now) => {
    const answer = await submitting(spec, needs[0])(side, now);
    const done = await work(side, 9, now);
    if (!isSeen) return [answer, done];
    const token = side.ids.at(-1) ?? '';
    return [answer, done, await side.ledger.deliveries.claim(token, spec.requester.objectId, now)];
  };
}

const anySpec = fc.constantFrom(...specs);
const needed = fc.constantFrom(...needs);

const submissions: readonly fc.Arbitrary<Move>[] = [
  fc.tuple(anySpec, asks, needed).map(([spec, by, need]) => {
    const asked = spec(by);
    return named('submit')([asked.kind, by, need], () => submitting(asked, need));
  }),
  fc.tuple(anySpec, asks, needed, ago).map(([spec, by, need, back]) => {
    const asked = spec(by);
    return named('submit')([asked.kind, by, need, back], (model) =>
      submitting(asked, need, pick(model, isIn('granted'), back)),
    );
  }),
  // The same again by the same person, to go on from what they have.
  fc.tuple(needed, ago).map(([need, back]) =>
    named('extend')([need, back], (model) => {
      const before = pick(model, isIn('granted'), back);
      return submitting(model.rows.get(before)?.asked.spec ?? rotationOf(), need, before);
    }),
  ),
  fc.tuple(anySpec, asks, fc.boolean()).map(([spec, by, isSeen]) => {
    const asked = spec(by);
    return named('have')([asked.kind, by, isSeen], () => having(asked, isSeen));
  }),
];

const decisions = (['approve', 'approve', 'approve', 'deny'] as const).map((verdict) =>
  fc
    .tuple(ago, deciding, fc.constantFrom('click', 'sign-in', 'sign-in'), fc.constantFrom(1, 1, 1, 0))
    .map(([back, by, strength, right]) =>
      named(verdict)([back, by, strength, right], (model) => {
        const request = pick(model, isIn('pending'), back);
        const specHash = right === 1 ? (model.rows.get(request)?.specHash ?? '') : 'another';
        const about = { request, specHash, by: somebody(model, request, by), strength, verdict };
        return ({ ledger }, now) => ledger.decide({ ...about, why: verdict === 'deny' ? typed : null }, now);
      }),
    ),
);

const questions: readonly fc.Arbitrary<Move>[] = [
  fc.tuple(ago, deciding).map(([back, by]) =>
    named('askBack')([back, by], (model) => {
      const id = pick(model, isIn('pending'), back);
      const hash = model.rows.get(id)?.specHash ?? '';
      return ({ ledger }, now) => ledger.askBack(id, hash, somebody(model, id, by), typed, now);
    }),
  ),
  fc.tuple(ago, mine).map(([back, by]) =>
    named('answer')([back, by], (model) => {
      const id = pick(model, isAsked, back);
      return ({ ledger }, now) => ledger.answer(id, somebody(model, id, by).objectId, typed, now);
    }),
  ),
];

const ofRequester = (['withdraw', 'confirm', 'confirm', 'abandon'] as const).map((what) =>
  fc.tuple(ago, mine).map(([back, by]) =>
    named(what)([back, by], (model) => {
      const id = pick(model, isIn(what === 'withdraw' ? 'pending' : 'rotated'), back);
      return ({ ledger }, now) => ledger[what](id, somebody(model, id, by).objectId, now);
    }),
  ),
);

const collections: readonly fc.Arbitrary<Move>[] = [
  ago.map((back) =>
    named('look')(back, (model) => {
      const id = pick(model, isIn('rotated'), back);
      return ({ ledger }, now) => ledger.deliveries.look(id, now);
    }),
  ),
  fc.tuple(ago, mine, fc.constantFrom(isWaiting, isWaiting, isIn('rotated'))).map(([back, by, fits]) =>
    named('collect')([back, by], (model) => {
      const id = pick(model, fits, back);
      return ({ ledger }, now) => ledger.deliveries.claim(id, somebody(model, id, by).objectId, now);
    }),
  ),
];

const execution: readonly fc.Arbitrary<Move>[] = [
  ...[fc.constantFrom(1, 3), fc.constant(99)].map((many) =>
    many.map((most) => named('work')(most, () => (side, now) => work(side, most, now))),
  ),
  fc.constantFrom(0, minute, hour).map((leaseMs) =>
    named('claim')(leaseMs, () => async ({ ledger, jobs }, now) => {
      const job = await ledger.claim(now, leaseMs);
      if (job !== null) jobs.push(job);
      return seen(job);
    }),
  ),
  fc.tuple(ago, fc.constantFrom(true, true, false)).map(([back, well]) =>
    named('end')([back, well], () => async (side, now) => {
      const job = jobOf(side, back);
      return job === undefined ? null : end(side.ledger, job, well, now);
    }),
  ),
  fc.tuple(ago, waits).map(([back, later]) =>
    named('retry')([back, later], () => async (side, now) => {
      const job = jobOf(side, back);
      return job === undefined ? null : side.ledger.retry(job, now + later, 'busy', now);
    }),
  ),
  ago.map((back) =>
    named('takeOver')(back, () => async (side, now) => {
      const job = jobOf(side, back);
      return job?.kind === 'grant' ? side.ledger.takeOver(job, now) : null;
    }),
  ),
  // Somebody who crashes time and again, or is refused.
  fc.boolean().map((says) =>
    named('fail')(says, () => async ({ ledger }, now) => {
      const tried: unknown[] = [];
      for (let i = 0; i < 12; i++) {
        const job = await ledger.claim(now, 0);
        tried.push(seen(job), job !== null && says && (await ledger.retry(job, now, 'azure-busy', now)));
      }
      return tried;
    }),
  ),
  fc.constant(
    named('expire')(
      [],
      () =>
        ({ ledger }, now) =>
          ledger.expire(now),
    ),
  ),
];

/** Everything that can be done to a ledger, but for waiting. */
export const moves = [
  ...[...submissions, ...decisions, ...questions, ...ofRequester, ...collections, ...execution],
];
