import type { FlawCode, Identity } from '../../../access/identities/flaw.js';
import type { Problem } from '../../../azure/answer.js';

/** What the operator reads about the identities with which the bot works in Azure. */
export interface IdentityTexts {
  readonly names: Readonly<Record<Identity, string>>;
  /** "{identity}", "{role}", "{scope}", "{what}": what it has too much, and what to do. */
  readonly flaws: Readonly<Record<FlawCode, string>>;
  /** Before the flaws, where one keeps the bot from becoming ready. */
  readonly notReady: string;
  /** "{identity}", "{why}". */
  readonly notAsked: string;
  /** "{what}" of `denied` and `signed-out`. */
  readonly why: Readonly<Record<Problem['kind'], string>>;
}
