import { type Job, roleJobs, rotationJobs, tellJobs } from '../../access/ledger.js';
import { type AccessRequest, isForRole } from '../../access/request.js';

/**
 * A job with its request, as its kind has it. Pure.
 *
 * @returns null for a kind that this version does not know, or that does not belong to such a request
 */
export function jobFor(
  stored: string,
  request: AccessRequest,
  held: { readonly id: string; readonly attempts: number; readonly lease: string },
): Job | null {
  const tell = tellJobs.find((it) => it === stored);
  if (tell !== undefined) return { ...held, kind: tell, request };
  if (isForRole(request)) {
    const kind = roleJobs.find((it) => it === stored);
    return kind === undefined ? null : { ...held, kind, request };
  }
  const kind = rotationJobs.find((it) => it === stored);
  return kind === undefined ? null : { ...held, kind, request };
}
