import type { HeldAssignment } from '../../azure/granter.js';
import type { Ledger } from '../ledger.js';
import { type AccessRequest, isForRole, type RequestState } from '../request.js';
import { readMark } from './mark.js';
import { wishOf } from './wish.js';

/** States in which nothing of a request may be left in Azure. */
const ended: readonly RequestState[] = ['failed', 'denied', 'withdrawn', 'expired', 'removed', 'void'];

export function hasEnded({ state }: Pick<AccessRequest, 'state'>): boolean {
  return ended.includes(state);
}

/** Whether an assignment is the one that this request would have: a description can be copied by anybody. */
export function isMadeFor({ name, scope }: HeldAssignment, request: AccessRequest): boolean {
  const wish = isForRole(request) ? wishOf(request.spec) : null;
  return wish !== null && wish.place.name === name && wish.place.scope.toLowerCase() === scope.toLowerCase();
}

/** Whether an assignment was left behind by a request that has ended, other than this one. */
export async function isStrayOf(
  held: HeldAssignment,
  request: string,
  ledger: Pick<Ledger, 'request'>,
): Promise<boolean> {
  const mark = readMark(held.description);
  if (mark === null || mark.request === request) return false;
  const other = await ledger.request(mark.request);
  return other !== null && hasEnded(other) && isMadeFor(held, other);
}
