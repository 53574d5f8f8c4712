import type { AskId, OptionOf } from '../../../src/knowledge/asks.js';
import type { CauseId } from '../../../src/knowledge/causes.js';
import type { CheckId, VerdictOf } from '../../../src/knowledge/checks.js';
import type { Language } from '../../../src/knowledge/language.js';
import type { PassageId } from '../../../src/knowledge/passages.js';
import type { Verb } from '../../../src/knowledge/vocabulary.js';

/** An answer: the question that waits, and one of its options. `registry` is typed by the person. */
export type Answer =
  | { [A in Exclude<AskId, 'registry'>]: readonly [A, OptionOf<A> | 'unknown'] }[Exclude<AskId, 'registry'>]
  | { [C in CheckId]: readonly [C, VerdictOf<C> | 'unknown'] }[CheckId]
  | readonly ['registry', string];

/** One thing that a person does. */
export type Move = 'start' | { readonly say: string } | { readonly press: Verb } | Answer;

/** Substrings, or expressions where the language leaves the wording free. All of them must be found. */
export type Phrases = readonly [string | RegExp, ...(string | RegExp)[]];

/** A page that the seed lists: its path behind the locale (or its whole address) and its title. */
export type Page = { readonly path: string } & Readonly<Record<Language, string | RegExp>>;

/**
 * A conversation, and what has to be found in it. The seed tells what: the phrases say the passage's
 * instruction, and headings, links and the source line do not count.
 */
export interface Case extends Readonly<Partial<Record<Language, Phrases>>> {
  readonly script: readonly [Move, ...Move[]];
  /** `last`: in the newest message. `conversation`: in all messages of the conversation together. */
  readonly where?: 'last' | 'conversation';
  /** Question that waits after the script. */
  readonly asks?: AskId | CheckId;
  /** Cause of the outcome that is shown after the script. */
  readonly cause?: CauseId;
  /** Pages that the newest message must link to, with title and localized address. */
  readonly pages?: readonly Page[];
}

/** Several conversations where the passage speaks of several situations. */
export type Cases = readonly [Case, ...Case[]];

/** The passages of one section. */
export type Section = Readonly<Partial<Record<PassageId, Cases>>>;
