import type { Problem } from '../../azure/answer.js';
import type { RetryReason } from './reasons.js';

/** What became of a job: an end, or another attempt later. */
export type Outcome<T> = { readonly kind: 'done'; readonly result: T } | Again;

export interface Again {
  readonly kind: 'again';
  readonly why: RetryReason;
  readonly retryAfterSeconds: number | null;
}

export function done<T>(result: T): Outcome<T> {
  return { kind: 'done', result };
}

export function again(why: RetryReason, retryAfterSeconds: number | null = null): Again {
  return { kind: 'again', why, retryAfterSeconds };
}

/** We could not ask, or do not know what became of it. */
export function afterProblem(problem: Problem): Again {
  switch (problem.kind) {
    case 'circuit-open':
      return again('no-answer', problem.retryAfterSeconds);
    case 'throttled':
      return again('throttled', problem.retryAfterSeconds);
    case 'signed-out':
    case 'denied':
      return again(problem.kind);
    default:
      return again('no-answer');
  }
}

/** Whether a call that had no answer may have had its effect. */
export function mayHaveHappened({ kind }: Problem): boolean {
  return kind !== 'throttled' && kind !== 'signed-out' && kind !== 'circuit-open' && kind !== 'busy';
}
