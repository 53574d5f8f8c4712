import type { Problem } from '../azure/answer.js';
import type { CheckFact, CheckId, Unknown, VerdictOf } from '../knowledge/checks.js';
import type { RoleName } from '../knowledge/roles.js';
import type { Exposure, Outcome, Witness } from './check.js';

/** Who sees the result of a check, and with whose rights it was got. */
export interface Frame {
  readonly witness: Witness;
  readonly exposure: Exposure;
}

/** A verdict with its frame. */
export function verdict<C extends CheckId>(
  frame: Frame,
  value: VerdictOf<C>,
  facts: Readonly<Partial<Record<CheckFact, string>>> = {},
): Outcome<C> {
  return { ...frame, verdict: value, facts };
}

/** The last of some ends, as a fact: an ISO date; none where one never ends, or where there is none. */
export function lastEnd(ends: readonly (string | null)[]): Outcome['facts'] {
  const days = ends.map((end) => end?.slice(0, 10)).toSorted();
  const last = days.at(-1);
  return ends.includes(null) || last === undefined || !/^\d{4}-\d\d-\d\d$/.test(last)
    ? {}
    : { expires: last };
}

/** "Could not tell", and why. */
export function unknown(
  frame: Frame,
  why: Unknown,
  facts: Readonly<Partial<Record<CheckFact, string>>> = {},
): Outcome<never> {
  return { ...frame, verdict: 'unknown', why, facts };
}

/** What a failed call says of a check: never "they said no" in place of "we could not ask". */
export function unknownFrom(frame: Frame, problem: Problem, role: RoleName | null = null): Outcome<never> {
  if (problem.kind === 'circuit-open') {
    const letAlone = { service: problem.service, seconds: problem.retryAfterSeconds };
    return { ...unknown(frame, 'circuit-open'), letAlone };
  }
  const untrusted = problem.kind === 'unavailable' && problem.reason === 'tls';
  const why = untrusted ? 'untrusted-certificate' : reasons[problem.kind];
  return role === null || problem.kind !== 'denied'
    ? unknown(frame, why)
    : { ...frame, verdict: 'unknown', why, role };
}

const reasons: Readonly<Record<Exclude<Problem['kind'], 'circuit-open'>, Unknown>> = {
  denied: 'missing-right',
  // The thing asked for went away between two calls, or the identity does not see it.
  'not-found': 'missing-right',
  'signed-out': 'not-signed-in',
  throttled: 'throttled',
  busy: 'busy',
  unavailable: 'not-reachable',
};
