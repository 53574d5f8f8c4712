import type { Problem } from './answer.js';

/**
 * A failure whose meaning is known where it is thrown, below the SDK: not a RestError, so that no retry policy takes it
 * up, and mapped to its problem as it is.
 */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.name = 'Refusal';
    this.problem = problem;
  }
}
