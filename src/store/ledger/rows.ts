import type { Selectable } from 'kysely';
import { type RequestState, type RoleRequest, requestStates } from '../../access/request.js';
import { StoreError } from '../store-error.js';
import type { Db, Tables } from '../tables.js';
import { partyFrom, specFrom } from './spec.js';

export type RequestRow = Selectable<Tables['role_request']>;
type VerdictRow = Selectable<Tables['role_verdict']>;

const tiers = [0, 1, 2, 3] as const;

/** Requests as they lie, with what belongs to them, in the order of the rows. */
export async function requestsFrom(db: Db, rows: readonly RequestRow[]): Promise<readonly RoleRequest[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const barred = await db.selectFrom('role_barred').selectAll().where('request', 'in', ids).execute();
  const approvals = await db
    .selectFrom('role_verdict')
    .selectAll()
    .where('request', 'in', ids)
    .where('verdict', '=', 'approve')
    .execute();
  return rows.map((row) => {
    const mine = ({ request }: { readonly request: string }) => request === row.id;
    const ids = barred.filter(mine).map((it) => it.object_id);
    return requestOf(row, ids.sort(), approvals.filter(mine));
  });
}

function requestOf(
  row: RequestRow,
  barred: readonly string[],
  approvals: readonly VerdictRow[],
): RoleRequest {
  return {
    id: row.id,
    spec: specFrom(row.spec, row.spec_hash),
    specHash: row.spec_hash,
    state: known<RequestState>(requestStates, row.state),
    policyHash: row.policy_hash,
    rule: row.rule,
    tier: known(tiers, row.tier),
    approvalsNeeded: row.approvals_needed,
    barred,
    approvals: approvals
      .toSorted((a, b) => a.at - b.at || (a.object_id < b.object_id ? -1 : 1))
      .map(({ party, strength, at }) => ({
        by: partyFrom(party),
        strength: known(['click', 'sign-in'] as const, strength),
        at,
      })),
    why: row.why,
    submittedAt: row.submitted_at,
    pendingUntil: row.pending_until,
    until: row.until,
  };
}

/** One of the words that this version knows. */
function known<T>(words: readonly T[], stored: unknown): T {
  const word = words.find((it) => it === stored);
  if (word !== undefined) return word;
  throw new StoreError('damaged', 'A request holds a word that this version does not know.');
}
