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

/** Who somebody is to Azure, as far as it changes what they are told. */
export type Standing = 'known' | 'guest' | 'may-link' | 'unknown';

/** A role or secret that the person has asked for. */
export interface AskedFor {
  /** Name of the role, or of the secret in their language. */
  readonly what: string;
  readonly registry: string;
  readonly state: 'waiting' | 'granted' | 'denied' | 'ended';
  /** Milliseconds since 1970 when it ends; null where it has no end, or was not given. */
  readonly until: number | null;
}

/** The bot's own page for a person. */
export interface Home {
  readonly cases: readonly CaseSummary[];
  readonly requests: readonly AskedFor[];
  readonly standing: Standing;
  readonly buttons: readonly Button[];
}
