/**
 * What is counted of cases, without a person, and not by several things at once that together would name one: causes do not
 * stand beside platforms or languages.
 */
export interface TallyTables {
  case_tally: {
    /** Days since 1970. */
    day: number;
    /** Empty while nothing is concluded. */
    cause: string;
    resolved: number;
    help: string;
    /** Empty where it is not resolved, or where nobody knows. */
    took: string;
    cases: number;
  };
  asker_tally: {
    day: number;
    /** `platform` or `language`. */
    kind: string;
    value: string;
    cases: number;
  };
}
