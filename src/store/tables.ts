import type { Kysely } from 'kysely';
import type { LedgerTables } from './ledger/tables.js';
import type { TallyTables } from './tally/tables.js';

/**
 * The schema as the queries see it; `migrations.ts` makes it. Times are milliseconds since 1970, flags are 0 or 1, JSON
 * is text: what SQLite and PostgreSQL both have.
 */
export interface Tables extends LedgerTables, TallyTables {
  seen_key: { hash: string; seen_at: number };
  /** `full_at`: when the bucket is full again. */
  rate: { hash: string; full_at: number };
  owed_event: { id: string; person: string; holder: string; held_until: number; attempts: number };
  conversation: { person: string; version: number; state: string; touched_at: number };
  reference: { person: string; reference: string; touched_at: number };
  language: { person: string; language: string; touched_at: number };
  case_summary: {
    person: string;
    id: string;
    registry: string | null;
    cause: string | null;
    resolved: number;
    updated_at: number;
    /** Null where an older version has begun it. */
    began_at: number | null;
    /** As what it is counted, see `tally/counted.ts`; null where it is not. */
    counted: string | null;
  };
  feedback: { id: string; cause: string | null; helped: number; word: string | null; at: number };
  sign_in: {
    state_hash: string;
    /** Null where the link names nobody: it shows a secret. */
    person: string | null;
    language: string;
    errand: string;
    step: string;
    expires_at: number;
  };
  link: { person: string; object_id: string; tenant: string; linked_at: number; expires_at: number };
  heartbeat: { id: number; beats: number };
}

export type Db = Kysely<Tables>;
