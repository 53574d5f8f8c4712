import type { WhyUnresolved } from '../../../config/references.js';

/** Secrets that stand in a file or a Key Vault. */
export interface ReferenceTexts {
  /** Above a list. */
  readonly unresolved: string;
  /** "{name}", "{place}". */
  readonly openToAll: string;
  /** What it is, and what to do. */
  readonly why: Readonly<Record<WhyUnresolved, string>>;
}
