import type { Score, Share } from './score.js';

/** Shares that a score must reach; below is a regression. */
export type Measure = {
  [Key in keyof Score]: Score[Key] extends Share ? Key : never;
}[keyof Score];

/** Raise them when recognition gets better; never lower one to let a change through. */
export const floors: Readonly<Record<Measure, number>> = {
  firstCause: 0.9,
  settledExact: 0.9,
  answered: 0.9,
  notAcrRefused: 0.9,
  acrAccepted: 0.9,
  entitiesRight: 0.9,
  entitiesNotWrong: 0.9,
};

export const secretFloors = { caught: 0.9, kept: 0.9 };

/** 1 where there is nothing to count. */
export function ratio({ of, hit }: Share): number {
  return of === 0 ? 1 : hit / of;
}
