import type { CauseId } from '../causes.js';
import type { Symptom } from '../vocabulary.js';

/** What one documented error code means. */
export interface CodeEntry {
  /** English, for maintainers. */
  readonly meaning: string;
  /** Best first; never empty. */
  readonly causes: readonly [CauseId, ...CauseId[]];
  /** Row of "What exactly did you see?". */
  readonly symptom: Symptom;
  /** Document or thread that the meaning was read in. */
  readonly source: string;
}
