import type { Created, WriteRefusal } from './granter.js';

/** An answer of Resource Manager that is no success: its status, and code and message of `{"error":…}`. */
export interface WriteError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

type No = Extract<Created, { kind: 'refused' | 'not-yet' }>;

/**
 * What Resource Manager says by an error; null where it does not say no: it is busy, or does not know us.
 *
 * Codes: "Troubleshoot Azure RBAC" (PrincipalNotFound, RoleAssignmentLimitExceeded, the words of a condition that is not
 * fulfilled), "Lock your Azure resources" (ScopeLocked). What is no code of these and a client error is `invalid`.
 */
export function refusalOf({ status, code, message }: WriteError): No | null {
  if (status < 400 || status >= 500 || status === 401 || status === 408 || status === 429) return null;
  const known = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  if (known !== undefined) return refused(known);
  if (code === 'PrincipalNotFound') return { kind: 'not-yet', reason: 'principal-not-found' };
  if (status === 409 || status === 412) return { kind: 'not-yet', reason: 'busy' };
  if (status === 403) return refused(/\bABAC condition\b/i.test(message) ? 'condition' : 'right');
  if (status === 404) return refused('gone');
  return refused('invalid');
}

const refusals: Readonly<Record<string, WriteRefusal>> = {
  ScopeLocked: 'locked',
  RoleAssignmentLimitExceeded: 'limit',
  UnmatchedPrincipalType: 'identity-type',
  // 404 for what is asked for, not for where.
  RoleDefinitionDoesNotExist: 'invalid',
};

function refused(reason: WriteRefusal): No {
  return { kind: 'refused', reason };
}
