import type { Granter, HeldAssignment } from '../../azure/granter.js';
import type { Log } from '../../observe/log.js';
import type { Ledger } from '../ledger.js';
import type { AccessRequest } from '../request.js';
import { type Mark, readMark } from './mark.js';
import { hasEnded, isMadeFor } from './stray.js';

/**
 * An assignment that says that it is the bot's and should not be there, or is missing.
 *
 * - `removed`: its request had ended; it was left behind, and is gone now
 * - `not-removed`: the same, but Azure did not let it be removed
 * - `unknown-request`: the ledger has no such request; another bot's, or words that somebody has copied
 * - `not-made-for-it`: its request would have been another assignment: copied words
 * - `not-recorded`: its request is granted, but by an assignment that is not in the ledger
 * - `overdue`: it should have been removed by now
 * - `missing`: the ledger has it, Azure has not
 */
export interface Stray {
  readonly kind:
    | 'removed'
    | 'not-removed'
    | 'unknown-request'
    | 'not-made-for-it'
    | 'not-recorded'
    | 'overdue'
    | 'missing';
  readonly assignment: string;
  readonly scope: string;
  readonly request: string;
}

export interface Reconciled {
  readonly strays: readonly Stray[];
  /** Scopes whose assignments could not be read: nothing is known about them. */
  readonly notRead: readonly string[];
}

export interface ReconcilePorts {
  readonly ledger: Pick<Ledger, 'ownedAssignments' | 'request'>;
  readonly granter: Granter;
  readonly log: Log;
  readonly now: () => number;
  /** Ids of the registries that are known, beside those on which the bot has given something. */
  readonly registries: () => Promise<readonly string[]>;
  /** Keeps a stray in the audit. */
  readonly record: (stray: Stray) => Promise<void>;
}

/** After its end, before an assignment that is still there is worth a word. */
const GRACE_MS = 15 * 60_000;

/**
 * Compares what carries the bot's mark in Azure with the ledger. Only what a request that has ended left behind is
 * removed, and only under the name that this request gives; everything else is told.
 */
export async function reconcile(ports: ReconcilePorts, signal: AbortSignal): Promise<Reconciled> {
  const { ledger, granter, log, registries, record } = ports;
  const known = [...(await registries()), ...(await ledger.ownedAssignments()).map(({ scope }) => scope)];
  const scopes = new Map(known.map((scope) => [scope.toLowerCase(), scope]));
  const strays: Stray[] = [];
  const notRead: string[] = [];
  for (const scope of scopes.values()) {
    const found = await granter.list(scope, signal);
    if (!found.ok) {
      notRead.push(scope);
      log.warn('reconcile.not-read', { scope, reason: found.problem.kind });
      continue;
    }
    // Read after the list: what was granted in between is in the ledger then, and no stray.
    const owned = (await ledger.ownedAssignments()).filter((it) => isSameScope(it.scope, scope));
    for (const held of found.value) {
      const mark = readMark(held.description);
      const kind = mark === null ? null : await judge(held, mark, owned, ports, signal);
      if (mark !== null && kind !== null) {
        strays.push({ kind, assignment: held.name, scope, request: mark.request });
      }
    }
    const there = new Set(found.value.map(({ name }) => name));
    for (const { assignment, request } of owned) {
      if (there.has(assignment)) continue;
      // What was granted after the list was read is not in it.
      const now = await granter.read({ scope, name: assignment }, signal);
      if (now.ok && now.value === null) strays.push({ kind: 'missing', assignment, scope, request });
    }
  }
  for (const stray of strays) {
    log.warn('reconcile.stray', { ...stray });
    await record(stray);
  }
  return { strays, notRead };
}

/** Null: as it should be. */
async function judge(
  held: HeldAssignment,
  { request: id, until }: Mark,
  owned: Awaited<ReturnType<Ledger['ownedAssignments']>>,
  { ledger, granter, now }: ReconcilePorts,
  signal: AbortSignal,
): Promise<Stray['kind'] | null> {
  const owner = owned.find((it) => it.assignment === held.name);
  // One that was extended goes on naming the first request; when it ends the ledger says.
  const owning = owner === undefined ? null : await ledger.request(owner.request);
  if (owning !== null && (owning.id === id || owning.extends !== null)) {
    return now() > (owning.until ?? until) + GRACE_MS ? 'overdue' : null;
  }
  const request = await ledger.request(id);
  if (request === null) return 'unknown-request';
  if (!isMadeFor(held, request)) return 'not-made-for-it';
  if (isUnderWay(request)) return null;
  if (!hasEnded(request)) return 'not-recorded';
  // The list is some moments old: its removal may have ended since, and the name be another request's.
  const still = await granter.read(held, signal);
  if (still.ok && readMark(still.value?.description ?? null)?.request !== id) return null;
  if (!still.ok) return 'not-removed';
  const removed = await granter.remove(held, signal);
  return removed.kind === 'removed' || removed.kind === 'was-gone' ? 'removed' : 'not-removed';
}

function isUnderWay({ state }: AccessRequest): boolean {
  return state === 'approved' || state === 'granting' || state === 'removing';
}

function isSameScope(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
