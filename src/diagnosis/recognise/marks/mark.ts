import type { ClueSource } from '../clue.js';

/**
 * Circumstances that a text shows. They accuse no cause by themselves; the rules combine them with signatures.
 */
export interface Mark {
  /** Any of these is enough. */
  readonly find: readonly ClueSource[];
}
