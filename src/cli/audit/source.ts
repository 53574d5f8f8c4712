import { existsSync } from 'node:fs';
import type { AuditRow, Ledger } from '../../access/ledger.js';
import { silent } from '../../observe/log.js';
import { StoreError } from '../../store/store-error.js';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

export interface StoreOption {
  readonly store?: string;
}

/** Rows at once. */
const PAGE = 500;

/**
 * Reads the audit of a store, page after page, and closes the store.
 *
 * @param after only rows after this number
 */
export async function readAudit(
  { store: named }: StoreOption,
  after: number,
  context: Context,
  take: (rows: readonly AuditRow[]) => Promise<void> | void,
): Promise<void> {
  const { io, texts } = context;
  const url = named ?? (io.env['STORE']?.trim() || 'sqlite:acr-help.db');
  // A file that is not there would be made, and its audit found to be in order.
  const path = /^sqlite:(.+)$/s.exec(url)?.[1];
  if (path !== undefined && path !== ':memory:' && !existsSync(path)) {
    throw new Failure(
      exitCodes.unreadable,
      texts.audit.bad.store.replace('{value}', () => url),
    );
  }
  try {
    const [{ openStore }, { storeTokenIn }] = await Promise.all([
      import('../../store/open.js'),
      import('../bot/store-token.js'),
    ]);
    // Of the bot's own address only: another one is somebody's who signs in themselves.
    const token = named === undefined ? await storeTokenIn(io.env) : null;
    const store = await openStore(url, silent, token);
    try {
      await pages(store.ledger, after, take);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const sentence = texts.audit.unavailable.replace('{what}', () => error.message);
    throw new Failure(exitCodes.unavailable, sentence, error);
  }
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
