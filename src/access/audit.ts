import { createHash } from 'node:crypto';
import type { AuditRow } from './ledger.js';
import { canonical } from './request.js';

/** A place in the chain: a row's number and hash. */
export interface AuditAnchor {
  readonly seq: number;
  readonly hash: string;
}

/** What stands before the first row. */
export const genesis: AuditAnchor = { seq: 0, hash: '0'.repeat(64) };

/** Says that the rows up to an anchor were let go of for their age: `through`, `hash`. */
export const purgedEvent = 'audit.purged';

/**
 * - `missing`: there is no row of this number, or not in its place
 * - `order`: this number has been there
 * - `previous`: it does not follow on the row before
 * - `hash`: its content is not that from which the hash was made
 * - `body`: event or time is not what the body says, or the body is no canonical JSON
 */
export type AuditFlaw = 'missing' | 'order' | 'previous' | 'hash' | 'body';

export type AuditVerdict =
  | { readonly ok: true /** Null: there are no rows. */; readonly last: AuditAnchor | null }
  | { readonly ok: false; readonly seq: number; readonly why: AuditFlaw };

/** The next row of a chain. `facts` are ids, codes and hashes. */
export function auditRow(last: AuditAnchor, event: string, at: number, facts: object): AuditRow {
  const seq = last.seq + 1;
  const body = canonical({ ...facts, event, at });
  return { seq, at, event, body, previous: last.hash, hash: hashOf(last.hash, seq, body) };
}

/**
 * Checks a chain, row after row, and names the first that is broken. Of rows cut off at the end, and of a chain made anew
 * from the first row to the last, only an anchor tells that was kept elsewhere.
 *
 * @param from the row before the first; without it the chain begins at 1, or behind rows of which it says itself that
 *   they were let go of
 */
export function verifyAudit(rows: Iterable<AuditRow>, from?: AuditAnchor): AuditVerdict {
  const check = new AuditCheck(from);
  check.add(rows);
  return check.verdict();
}

/** `verifyAudit` for a chain that is read piece by piece. */
export class AuditCheck {
  readonly #isWhole: boolean;
  #last: AuditAnchor;
  /** Stands in front of the first row, and is to be explained by a later one. */
  #unexplained: AuditAnchor | null = null;
  #broken: Extract<AuditVerdict, { ok: false }> | null = null;

  constructor(from?: AuditAnchor) {
    this.#isWhole = from === undefined;
    this.#last = from ?? genesis;
  }

  /** @returns false where the chain is broken, here or before */
  add(rows: Iterable<AuditRow>): boolean {
    for (const row of rows) {
      if (this.#broken !== null) break;
      this.#follow(row);
    }
    return this.#broken === null;
  }

  /** Of all rows that were added. */
  verdict(): AuditVerdict {
    if (this.#broken !== null) return this.#broken;
    if (this.#unexplained !== null) return { ok: false, seq: 1, why: 'missing' };
    return { ok: true, last: this.#last === genesis ? null : this.#last };
  }

  #follow(row: AuditRow): void {
    if (this.#isWhole && this.#last === genesis && row.seq > 1) {
      this.#unexplained = { seq: row.seq - 1, hash: row.previous };
      this.#last = this.#unexplained;
    }
    const broken = flawOf(row, this.#last);
    if (broken !== null) {
      this.#broken = { ok: false, ...broken };
      return;
    }
    this.#last = { seq: row.seq, hash: row.hash };
    if (this.#unexplained !== null && explains(row, this.#unexplained)) this.#unexplained = null;
  }
}

function flawOf(row: AuditRow, last: AuditAnchor): { readonly seq: number; readonly why: AuditFlaw } | null {
  if (row.seq < last.seq + 1) return { seq: row.seq, why: 'order' };
  if (row.seq !== last.seq + 1) return { seq: last.seq + 1, why: 'missing' };
  const { seq, previous, body } = row;
  if (previous !== last.hash) return { seq, why: 'previous' };
  if (row.hash !== hashOf(previous, seq, body)) return { seq, why: 'hash' };
  return saysTheSame(row) ? null : { seq, why: 'body' };
}

function saysTheSame({ at, event, body }: AuditRow): boolean {
  const said = read(body);
  return said !== null && said['at'] === at && said['event'] === event && canonical(said) === body;
}

function explains({ event, body }: AuditRow, { seq, hash }: AuditAnchor): boolean {
  const said = read(body);
  return event === purgedEvent && said?.['through'] === seq && said['hash'] === hash;
}

function read(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const said: unknown = JSON.parse(body);
    return typeof said === 'object' && said !== null ? { ...said } : null;
  } catch {
    return null;
  }
}

/** The parts before the body are of fixed form, so that no other row has the same text. */
function hashOf(previous: string, seq: number, body: string): string {
  return createHash('sha256').update(`${previous}|${seq}|${body}`).digest('hex');
}
