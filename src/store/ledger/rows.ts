import type { Selectable } from 'kysely';
import { type AccessRequest, type RequestState, requestStates } from '../../access/request.js';
import { StoreError } from '../store-error.js';
import type { Db, Tables } from '../tables.js';
import { madeFrom, partyFrom, specFrom } from './spec.js';

export type RequestRow = Selectable<Tables['access_request']>;
type VerdictRow = Selectable<Tables['access_verdict']>;

const tiers = [0, 1, 2, 3] as const;

/** Requests as they lie, with what belongs to them, in the order of the rows. */
export async function requestsFrom(db: Db, rows: readonly RequestRow[]): Promise<readonly AccessRequest[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const barred = await db.selectFrom('access_barred').selectAll().where('request', 'in', ids).execute();
  const verdicts = await db.selectFrom('access_verdict').selectAll().where('request', 'in', ids).execute();
  return rows.map((row) => {
    const mine = ({ request }: { readonly request: string }) => request === row.id;
    const ids = barred.filter(mine).map((it) => it.object_id);
    return requestOf(row, ids.sort(), verdicts.filter(mine));
  });
}

function requestOf(
  row: RequestRow,
  barred: readonly string[],
  verdicts: readonly VerdictRow[],
): AccessRequest {
  const denial = verdicts.find(({ verdict }) => verdict === 'deny');
  const about = {
    id: row.id,
    specHash: row.spec_hash,
    state: known<RequestState>(requestStates, row.state),
    policyHash: row.policy_hash,
    rule: row.rule,
    tier: known(tiers, row.tier),
    approvalsNeeded: row.approvals_needed,
    barred,
    approvals: verdicts
      .filter(({ verdict }) => verdict === 'approve')
      .toSorted((a, b) => a.at - b.at || (a.object_id < b.object_id ? -1 : 1))
      .map(({ party, strength, at }) => ({
        by: partyFrom(party),
        strength: known(['click', 'sign-in'] as const, strength),
        at,
      })),
    deniedBy: denial === undefined ? null : partyFrom(denial.party),
    why: row.why,
    submittedAt: row.submitted_at,
    pendingUntil: row.pending_until,
    extends: row.extends,
    until: row.until,
    made: row.made === null ? null : madeFrom(row.made),
    confirmedAt: row.confirmed_at,
  };
  const spec = specFrom(row.spec, row.spec_hash);
  if (spec.kind !== row.kind) throw new StoreError('damaged', 'A request is not of the kind that it was.');
  return spec.kind === 'role' ? { ...about, spec } : { ...about, spec };
}

/** One of the words that this version knows. */
function known<T>(words: readonly T[], stored: unknown): T {
  const word = words.find((it) => it === stored);
  if (word !== undefined) return word;
  throw new StoreError('damaged', 'A request holds a word that this version does not know.');
}
