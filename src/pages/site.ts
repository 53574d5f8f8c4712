import type { SignInService } from '../azure/sign-in.js';
import type { Language } from '../knowledge/language.js';
import type { PageProblem } from '../knowledge/texts/pages.js';
import type { Log } from '../observe/log.js';
import type { Errand } from '../store/store.js';
import type { ApproveErrand } from './approve/errand.js';
import type { LinkErrand } from './link/errand.js';
import type { RevealErrand } from './reveal/errand.js';
import type { Steps } from './steps.js';
import type { StepCookie, StepTokens } from './web/cookie.js';
import type { Page } from './web/document.js';
import type { PublicAddress } from './web/public-url.js';

/** What every page works with. */
export interface Site {
  readonly address: PublicAddress;
  readonly steps: Steps;
  readonly signIn: SignInService;
  readonly cookie: StepCookie;
  readonly log: Log;
  readonly now: () => number;
  /** Authentication context that approving and revealing want, c1 to c99; null: none. */
  readonly context: string | null;
  readonly link: LinkErrand;
  readonly approve: ApproveErrand | null;
  readonly reveal: RevealErrand | null;
}

export type ErrandKind = Errand['kind'];

/** What came in, read. */
export interface Visit {
  readonly query: URLSearchParams;
  /** Fields of the form; none of a GET. */
  readonly form: URLSearchParams;
  readonly cookie: StepTokens | null;
  /** Of the browser, for whoever is not known. */
  readonly language: Language;
}

export interface ProblemReply {
  readonly problem: PageProblem;
  /** The browser's where it is not said. */
  readonly language?: Language;
  /** The page's own where it is not said. */
  readonly errand?: ErrandKind;
  /** Token of a link by which the person may sign in again. */
  readonly retry?: string | null;
}

/** How a visit is answered. `cookie`: what the browser has from now on; null takes it away. */
export type Reply = { readonly cookie?: StepTokens | null } & (
  | { readonly page: Page }
  | { readonly to: string }
  | ProblemReply
);

/** A parameter that is there once; null otherwise: which of two would count is nobody's to guess. */
export function once(parameters: URLSearchParams, name: string): string | null {
  const [value, ...more] = parameters.getAll(name);
  return value === undefined || more.length > 0 ? null : value;
}
