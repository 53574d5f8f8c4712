/** The defence, taken away: what a planted change does to one place in the code, and the test that must fail then. */
export interface Removal {
  /** Path in the repository. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
  readonly test: string;
  /** Words in the full names of the tests that are run; all of the file where nothing is said. */
  readonly named?: string;
}

/** One abuse, what stands in its way, and how it is shown that it does. */
export type Row = {
  readonly abuse: string;
  readonly defence: string;
} & (
  | {
      readonly state: 'defended';
      readonly removal: Removal;
      /** What is somebody else's part, or was not tried here. */
      readonly rest?: string;
    }
  | { readonly state: 'not applicable'; readonly why: string }
);

export type Rows = Readonly<Record<`T${number}`, Row>>;
