import { afterEach, beforeEach, expect } from 'vitest';
import { verifyAudit } from '../../src/access/audit.js';
import type { AuditRow } from '../../src/access/ledger.js';
import type { RequestState } from '../../src/access/request.js';
import type { Database } from '../../src/store/store.js';
import type { Db } from '../../src/store/tables.js';

/** A store, and its tables as they lie. */
export interface Opened {
  readonly store: Database;
  readonly tables: Db;
}

/** What is looked at in nearly every test of a ledger. */
export interface Looks {
  stateOf(id: string): Promise<RequestState | undefined>;
  audit(): Promise<readonly AuditRow[]>;
  events(): Promise<readonly string[]>;
}

/**
 * A store for each test of the block, whose audit must hold when the test is over.
 *
 * @param take is given it before the test
 */
export function freshStore<S extends Database | Opened>(
  open: () => Promise<S>,
  take: (opened: S) => void,
): Looks {
  let store: Database | undefined;
  const audit = async () => (await store?.ledger.audit(0, 9_999)) ?? [];
  beforeEach(async () => {
    const opened = await open();
    store = 'store' in opened ? opened.store : opened;
    take(opened);
  });
  afterEach(async () => {
    expect(verifyAudit(await audit())).toMatchObject({ ok: true });
    await store?.close();
  });
  return {
    stateOf: async (id) => (await store?.ledger.request(id))?.state,
    audit,
    events: async () => (await audit()).map(({ event }) => event),
  };
}
