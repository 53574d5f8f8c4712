import type { AuditRow } from '../../access/ledger.js';
import type { Context } from '../context.js';
import { onStore, type StoreOption } from '../on-store.js';

/** Rows at once. */
const PAGE = 500;

type Read = (after: number, most: number) => Promise<readonly AuditRow[]>;

/**
 * Reads the audit of a store as it is at one moment, page after page. Nothing of the store is changed, its schema
 * neither.
 *
 * @param after only rows after this number
 */
export function readAudit(
  option: StoreOption,
  after: number,
  context: Context,
  take: (rows: readonly AuditRow[]) => Promise<void> | void,
): Promise<void> {
  return onStore(option, context, async (url, token) => {
    const [{ readStore }, { audit }] = await Promise.all([
      import('../../store/as-it-is.js'),
      import('../../store/ledger/trail.js'),
    ]);
    await readStore(url, token, (db) => pages((from, most) => audit(db, from, most), after, take));
  });
}

async function pages(
  read: Read,
  after: number,
  take: (rows: readonly AuditRow[]) => Promise<void> | void,
): Promise<void> {
  for (let last = after; ; ) {
    const rows = await read(last, PAGE);
    await take(rows);
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end.seq;
  }
}
