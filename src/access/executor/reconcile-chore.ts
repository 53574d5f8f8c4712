import type { Granter } from '../../azure/granter.js';
import type { Log } from '../../observe/log.js';
import type { Ledger } from '../ledger.js';
import type { Chore } from './loop.js';
import { reconcile, type Stray } from './reconcile.js';

export interface ReconcileChorePorts {
  readonly ledger: Pick<Ledger, 'ownedAssignments' | 'request' | 'note'>;
  readonly granter: Granter;
  readonly log: Log;
  readonly now: () => number;
  /** Ids of the registries that are known now, beside those on which the bot has given something. */
  readonly registries: () => readonly string[];
  /** True the first time in a day that a key is seen, whichever process asks. */
  readonly firstSeen: (key: string, now: number) => Promise<boolean>;
}

const HOUR = 60 * 60_000;
/** Of one comparison; what was not read by then is left for the next. */
const LONGEST_MS = 60_000;

/**
 * Compares Azure with the ledger at the start and each hour. What it removes is always in the audit; what only is as it
 * should not be stands there once a day, however many processes find it, and until somebody has seen to it.
 */
export function reconcileChore({
  ledger,
  granter,
  log,
  now,
  registries,
  firstSeen,
}: ReconcileChorePorts): Chore {
  const record = async (stray: Stray): Promise<void> => {
    const { kind, scope, assignment, request } = stray;
    const at = now();
    const key = `stray ${kind} ${scope.toLowerCase()} ${assignment} ${request}`;
    if (kind !== 'removed' && !(await firstSeen(key, at))) return;
    await ledger.note('assignment.stray', { kind, scope, assignment, request }, at);
  };
  return {
    everyMs: HOUR,
    run: async () => {
      const ports = { ledger, granter, log, now, registries: async () => registries(), record };
      await reconcile(ports, AbortSignal.timeout(LONGEST_MS));
      return false;
    },
  };
}
