import type { RawBuilder } from 'kysely';
import type { StoreError } from './store-error.js';
import type { Db } from './tables.js';

/** A database, and what differs from one kind to the next. */
export interface Engine {
  readonly db: Db;
  /** The same database, for what an acknowledgement waits for: whatever else is under way, it waits behind none of it. */
  readonly ahead: Db;
  /** Runs something that only one process may run at a time, all of it or nothing. */
  exclusively<T>(run: (db: Db) => Promise<T>): Promise<T>;
  /**
   * One transaction that is kept whatever happens to the machine; of all processes, one after the other: nothing that it
   * has read changes before it is over.
   */
  inTurn<T>(run: (db: Db) => Promise<T>): Promise<T>;
  /** Ends a selection of jobs: those that somebody else is writing to at this moment are passed over, and not waited for. */
  readonly passOver: RawBuilder<unknown>;
  /** Says what an error of the engine means. */
  explain(error: unknown): StoreError;
  /** Milliseconds since 1970, by the clock that all processes on this database have in common. */
  time(): Promise<number>;
  /** Takes what was deleted out of the files too. Never rejects: the next one takes what this one had to leave. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
