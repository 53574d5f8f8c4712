import type { CauseId } from '../src/knowledge/causes.js';
import { refutations } from './refutations.js';
import type { Answers, QuestionId, Step } from './walk.js';

/** A cause that is out of the question, and the answer that says so. */
export interface Refuted {
  readonly cause: CauseId;
  readonly question: QuestionId;
  readonly answer: string;
}

/** Causes that answers contradict: those on the way, and what live checks found beside it. Pure. */
export function refutedBy(path: readonly Step[], observed: Answers): readonly Refuted[] {
  const onTheWay = Object.fromEntries(path.map(({ question, answer }) => [question, answer]));
  // Object.entries widens the keys; those of Answers are exactly QuestionId.
  const all = Object.entries({ ...observed, ...onTheWay }) as [QuestionId, string][];
  return all.flatMap(([question, answer]) => {
    const byAnswer = refutations[question];
    // Answers come from outside and may be the name of an inherited property.
    if (byAnswer === undefined || !Object.hasOwn(byAnswer, answer)) return [];
    return (byAnswer[answer] ?? []).map((cause) => ({ cause, question, answer }));
  });
}
