import type { Step } from '../../../report/periods.js';
import type { Ending, Took } from '../../../report/report.js';

/** What `report` says. */
export interface ReportTexts {
  readonly command: string;
  readonly options: Readonly<Record<'since' | 'until' | 'by' | 'json' | 'exact' | 'words', string>>;
  /** "{value}". */
  readonly bad: Readonly<Record<'since' | 'until' | 'by', string>>;
  /** "{from}", "{to}": days. */
  readonly title: string;
  readonly empty: string;
  readonly headings: Readonly<
    Record<'endings' | 'took' | 'causes' | 'platforms' | 'languages' | 'feedback' | 'words', string>
  > & { readonly cases: Readonly<Record<Step, string>> };
  readonly total: string;
  readonly endings: Readonly<Record<Ending, string>>;
  /** "{percent}". */
  readonly selfSolved: string;
  readonly took: Readonly<Record<Took, string>>;
  /** Of a case that has no cause yet. */
  readonly noCause: string;
  /** "{alone}", "{helped}", "{open}". */
  readonly ofCause: string;
  /** "{counts}": in the order of the periods. */
  readonly over: Readonly<Record<Step, string>>;
  /** "{count}": causes that are not shown. */
  readonly more: string;
  readonly votes: Readonly<Record<'helped' | 'unhelpful', string>>;
  readonly noWords: string;
  /** What people wrote may name somebody. */
  readonly caution: string;
  /** "{fewest}". */
  readonly few: string;
}
