import type { AuditRow, Ledger } from '../../access/ledger.js';
import { silent } from '../../observe/log.js';
import type { Context } from '../context.js';
import { onStore, type StoreOption } from '../on-store.js';

/** Rows at once. */
const PAGE = 500;

/**
 * Reads the audit of a store, page after page, and closes the store.
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
    const { openStore } = await import('../../store/open.js');
    const store = await openStore(url, silent, token);
    try {
      await pages(store.ledger, after, take);
    } finally {
      await store.close();
    }
  });
}

async function pages(
  ledger: Ledger,
  after: number,
  take: (rows: readonly AuditRow[]) => Promise<void> | void,
): Promise<void> {
  for (let last = after; ; ) {
    const rows = await ledger.audit(last, PAGE);
    await take(rows);
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end.seq;
  }
}
