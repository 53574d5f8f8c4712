import type { Span } from '../store/tally/counted.js';
import type { Step } from './periods.js';
import type { Count } from './told.js';

/** How cases ended: resolved, by whose help; or not, and how they stand. */
export const endings = [
  'alone',
  'with-request',
  'with-people',
  'resolved',
  'requested',
  'handed-over',
  'under-way',
  'left',
] as const;
export type Ending = (typeof endings)[number];
/** How long it took; `unknown` of cases that are older than the counts. */
export type Took = Span | 'unknown';

export interface CauseReport {
  /** Null where none was found, or not yet. */
  readonly cause: string | null;
  readonly cases: Count;
  /** Resolved without a request and without people. */
  readonly alone: Count;
  /** Resolved in another way. */
  readonly helped: Count;
  readonly open: Count;
  /** In the order of the report's periods. */
  readonly periods: readonly Count[];
}

/** What people struggled with in a time. Nobody is in it; counts that are too small are null. */
export interface Report {
  /** Days of UTC, both of them in it. */
  readonly from: string;
  readonly to: string;
  readonly by: Step;
  readonly exact: boolean;
  readonly cases: Count;
  readonly periods: readonly { readonly from: string; readonly cases: Count }[];
  readonly endings: Readonly<Record<Ending, Count>>;
  /** Of the resolved ones, the part that needed neither a request nor people: 0 to 1. */
  readonly selfSolved: number | null;
  readonly took: Readonly<Record<Took, Count>>;
  /** Most cases first. */
  readonly causes: readonly CauseReport[];
  readonly platforms: Readonly<Record<string, Count>>;
  readonly languages: Readonly<Record<string, Count>>;
  readonly feedback: {
    readonly helped: Count;
    readonly unhelpful: Count;
    readonly causes: readonly {
      readonly cause: string | null;
      readonly helped: Count;
      readonly unhelpful: Count;
    }[];
    /** What people wrote beside 👎; null where it was not asked for. */
    readonly words: readonly Word[] | null;
  };
}

export interface Word {
  readonly cause: string | null;
  /** First day of the period in which it was written. */
  readonly period: string;
  readonly word: string;
}

export interface Asked {
  /** First and last day, in days since 1970. */
  readonly from: number;
  readonly to: number;
  readonly by: Step;
  readonly exact: boolean;
  readonly words: boolean;
}
