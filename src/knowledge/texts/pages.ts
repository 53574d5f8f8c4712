/** How an errand on the bot's pages can end without being done. */
export const pageProblems = [
  'expired',
  'decided',
  'other-browser',
  'foreign-page',
  'cancelled',
  'guest',
  'other-tenant',
  'not-assigned',
  'policy',
  'refused',
  'misconfigured',
  'unavailable',
  'failed',
  /** The sign-in is too old. */
  'stale',
  /** Without the authentication context that is wanted. */
  'no-context',
  /** The link is for somebody else. */
  'other-account',
  /** The request is decided, or has ended. */
  'over',
  /** The button of a page that was pressed before. */
  'used',
  /** The secret was shown already. */
  'shown-before',
  /** The secret cannot be opened. */
  'lost',
  /** What is needed to judge an approval could not be looked up. */
  'not-now',
] as const;
export type PageProblem = (typeof pageProblems)[number];

/** Heading and one or two sentences. */
export interface Told {
  readonly title: string;
  readonly text: string;
}

/** Before a sign-in. */
interface Start extends Told {
  /** The last thing that happens, after `steps`. */
  readonly last: string;
  /** Whoever was sent the link by somebody else must not go on. */
  readonly warning: string;
}

/** What the bot's pages have in common, and those on which a request is approved or a secret shown. Markup is `code` only. */
export interface PagesTexts {
  readonly signIn: string;
  /** After a problem that another sign-in may solve. */
  readonly signInAgain: string;
  /** What happens first where somebody approves or fetches a secret, in order. */
  readonly steps: readonly string[];
  readonly entraAccount: string;
  readonly signedInAs: string;
  readonly problems: Readonly<Record<PageProblem, Told>>;
  /** Beneath a problem that another attempt may solve. */
  readonly again: Readonly<Record<'link' | 'approve' | 'reveal', string>>;
  readonly approve: {
    readonly start: Start;
    readonly confirm: Told & { readonly yes: string; readonly no: string };
    readonly done: Told;
    readonly declined: Told;
    /** Beneath the reason of the rules. */
    readonly refused: Told;
  };
  readonly reveal: {
    readonly start: Start;
    readonly show: Told & { readonly button: string };
    readonly shown: Told & {
      readonly label: string;
      readonly copy: string;
      readonly copied: string;
      readonly after: string;
    };
  };
}
