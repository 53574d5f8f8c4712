import type { CauseId } from '../knowledge/causes.js';
import type { Button } from './message.js';

/** A case of the person's, as it is kept: facts and ids, no text. */
export interface CaseSummary {
  readonly id: string;
  /** Login server; null where it is not known. */
  readonly registry: string | null;
  /** Null while nothing is concluded. */
  readonly cause: CauseId | null;
  readonly resolved: boolean;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** The bot's own page for a person. */
export interface Home {
  readonly cases: readonly CaseSummary[];
  readonly linked: boolean;
  readonly buttons: readonly Button[];
}
