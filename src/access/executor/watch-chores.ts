import type { Metrics } from '../../observe/metrics/metrics.js';
import { AuditCheck } from '../audit.js';
import type { Ledger } from '../ledger.js';
import type { Chore } from './loop.js';

const OUTBOX_EVERY_MS = 15_000;
const AUDIT_EVERY_MS = 60 * 60_000;
/** Rows that are read at once: some milliseconds of work, after which others have their turn. */
const AT_ONCE = 200;

interface WatchPorts {
  readonly ledger: Pick<Ledger, 'oldestDue' | 'audit'>;
  readonly metrics: Metrics;
  readonly now: () => number;
}

/** What is looked at from time to time to be measured, and changes nothing. */
export function watchChores({ ledger, metrics, now }: WatchPorts): readonly Chore[] {
  return [
    {
      everyMs: OUTBOX_EVERY_MS,
      run: async () => {
        const at = now();
        const since = await ledger.oldestDue(at);
        metrics.set('outbox_oldest_age_seconds', since === null ? 0 : Math.max(0, at - since) / 1000, {});
        return false;
      },
    },
    {
      everyMs: AUDIT_EVERY_MS,
      run: async () => {
        // Old rows are let go of in the middle of a look, too: only what is broken twice is broken.
        const isWhole = (await isChainWhole(ledger)) || (await isChainWhole(ledger));
        metrics.set('audit_chain_ok', isWhole ? 1 : 0, {});
        return false;
      },
    },
  ];
}

async function isChainWhole(ledger: Pick<Ledger, 'audit'>): Promise<boolean> {
  const check = new AuditCheck();
  for (let last = 0; ; ) {
    const rows = await ledger.audit(last, AT_ONCE);
    if (!check.add(rows)) return false;
    const end = rows.at(-1);
    if (end === undefined) return check.verdict().ok;
    last = end.seq;
  }
}
