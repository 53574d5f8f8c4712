import type { CauseId } from '../../knowledge/causes.js';
import type { Language } from '../../knowledge/language.js';

/** Whose help a case has had, the later ones outweighing those before. `unknown`: of cases that are older than the counts. */
export const helps = ['unknown', 'none', 'request', 'people'] as const;
export type Help = (typeof helps)[number];

/** What a case is after a step of it: facts and ids, no text. */
export interface CaseStep {
  readonly id: string;
  /** Login server; null where it is not known. */
  readonly registry: string | null;
  /** Null while nothing is concluded. */
  readonly cause: CauseId | null;
  /** Null where the step says nothing about it: then it stays as it was. */
  readonly resolved: boolean | null;
  /** `request`: a role or a secret was asked for; `people`: it was handed over. What it had before stays. */
  readonly help: Exclude<Help, 'unknown'>;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}
