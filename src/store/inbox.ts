import type { PersonKey } from './store.js';

/** How much of something is let through: `burst` at once, `perMinute` in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** A rate, and whose or what it limits. */
export interface Limit {
  readonly of: string;
  readonly rate: Rate;
}

/** An event that has come: its key, and whose it is. */
export interface Arrival {
  readonly key: string;
  readonly person: PersonKey;
}

/** An event that somebody is owed an answer to. */
export interface Owed {
  /** The SHA-256 of its key. */
  readonly id: string;
  readonly person: PersonKey;
  /** How often an answer was begun, this time included. */
  readonly attempts: number;
}

/** What becomes of an event: `refusedBy` is the limit, of those that were asked in turn, that lets nothing more through. */
export type Admission =
  | { readonly kind: 'new'; readonly owed: Owed }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly refusedBy: number };

/** Who serves an event, and until when nobody else does; a holder that goes on renews it. */
export interface Hold {
  /** One for each process. */
  readonly holder: string;
  readonly until: number;
}

/**
 * Events between their acknowledgement and their answer, and limits that all processes share. Nothing of what an event
 * says is kept: only whose it is, so that who was interrupted is told.
 */
export interface Inbox {
  /** True the first time that a key is seen, whoever asks and however many at once (security T26, T32). */
  firstSeen(key: string, now: number): Promise<boolean>;
  /** Takes one of what is let through; false where nothing is left. */
  take(limit: Limit, now: number): Promise<boolean>;
  /**
   * Keeps that an event has come, so that it is owed an answer whatever becomes of whoever took it. One that is there
   * already stays with its holder.
   */
  arrive(event: Arrival, hold: Hold): Promise<void>;
  /** Nothing follows from what had arrived, if this holder has it. */
  drop(event: Arrival, holder: string): Promise<void>;
  /**
   * Lets an event in once, where each limit in turn lets it through; from then on it is owed an answer. All of it in one
   * transaction: an event that is known takes nothing from a limit.
   */
  admit(event: Arrival, limits: readonly Limit[], hold: Hold, now: number): Promise<Admission>;
  /** The answer is there; with it, what this holder does not have in hand of the same person's is settled, too. */
  served(owed: Owed, holder: string): Promise<void>;
  /** The answer could not be brought to whoever is owed it: somebody tries again from then on. */
  leave(owed: Owed, until: number): Promise<void>;
  /** Goes on with everything of a holder's. */
  holdOn(hold: Hold): Promise<void>;
  /** Gives the oldest event whose holder has not gone on with it, once; null where there is none. */
  takeOver(hold: Hold, now: number): Promise<Owed | null>;
}
