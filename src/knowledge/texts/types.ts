import type { AskId, OptionOf } from '../asks.js';
import type { CauseId } from '../causes.js';
import type { CheckId, VerdictOf } from '../checks.js';
import type { Helper } from '../fixes/fix.js';
import type { Placeholder } from '../fixes/placeholders.js';
import type { StepId } from '../fixes/steps.js';
import type { LinkId } from '../links.js';
import type { SectionId } from '../passages.js';
import type { AuthMethod, Environment, Operation, RegistryMode } from '../vocabulary.js';
import type { ChatTexts } from './chat.js';
import type { LinkTexts } from './link.js';
import type { LoginEventsTexts } from './login-events.js';
import type { PagesTexts } from './pages.js';
import type { RequestTexts } from './requests.js';
import type { RotationTexts } from './rotations.js';
import type { UiTexts } from './ui.js';
import type { VantageTexts } from './vantage.js';

/** Title (at most 70 characters) and one to three sentences on why the error reads as it does. */
export type CauseTexts = Readonly<Record<CauseId, { readonly title: string; readonly why: string }>>;

/** Question, where to find the answer, and its options. The option `unknown` belongs to `ui`. */
export type AskTexts = {
  readonly [A in AskId]: {
    readonly question: string;
    readonly hint: string;
    readonly options: Readonly<Record<OptionOf<A>, string>>;
  };
};

/** Label while a check runs; question and verdicts where the person runs it. */
export type CheckTexts = {
  readonly [C in CheckId]: {
    readonly label: string;
    readonly question: string;
    readonly verdicts: Readonly<Record<VerdictOf<C>, string>>;
  };
};

/** Checks that only the person can make, and that no program tells of: they look at what was typed, or use a secret. */
type PersonsCheck =
  | 'name-form'
  | 'image-reference'
  | 'sp-sign-in'
  | 'admin-password'
  | 'token-sign-in'
  | 'pull-secret'
  | 'health-check';

/**
 * What a program saw, in the bot's own words: at most 60 characters, without a full stop, the label of the check being
 * the subject. True whoever looked, and from wherever.
 */
export type FoundTexts = {
  readonly [C in Exclude<CheckId, PersonsCheck>]: Readonly<Record<VerdictOf<C>, string>>;
};

/** Name of a value, and the words in front of a step that holds only for it. */
interface ConditionText {
  readonly label: string;
  readonly when: string;
}

export interface ConditionTexts {
  /** In front of the labels, joined as a list, where a step holds for several values. */
  readonly appliesTo: string;
  readonly method: Readonly<Record<AuthMethod, ConditionText>>;
  readonly operation: Readonly<Record<Operation, ConditionText>>;
  readonly mode: Readonly<Record<RegistryMode, ConditionText>>;
  readonly environment: Readonly<Record<Environment, ConditionText>>;
}

/**
 * Everything that the bot says, in one language. A missing key does not compile. Markup is `code` and **portal
 * path**, nothing else.
 */
export interface Texts {
  readonly causes: CauseTexts;
  readonly steps: Readonly<Record<StepId, string>>;
  readonly asks: AskTexts;
  readonly checks: CheckTexts;
  readonly found: FoundTexts;
  readonly links: Readonly<Record<LinkId, string>>;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly helpers: Readonly<Record<Helper, string>>;
  readonly conditions: ConditionTexts;
  readonly placeholders: Readonly<Record<Placeholder, string>>;
  readonly ui: UiTexts;
  readonly vantage: VantageTexts;
  readonly chat: ChatTexts;
  readonly requests: RequestTexts;
  readonly rotations: RotationTexts;
  readonly link: LinkTexts;
  readonly loginEvents: LoginEventsTexts;
  readonly pages: PagesTexts;
}
