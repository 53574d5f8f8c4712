import { type PipelineResponse, RestError } from '@azure/core-rest-pipeline';
import { z } from 'zod';
import { problemOf } from './errors.js';
import type { NotWritten, WriteRefusal } from './granter.js';
import { parsedJson } from './json.js';
import { Refusal } from './refusal.js';

/** What comes of a write: that it was refused, or that nobody knows. Success is each call's own. */

/** An answer of Azure that is no success: its status, and code and message of `{"error":…}`. */
export interface WriteError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

type No = Extract<NotWritten, { kind: 'refused' | 'not-yet' }>;

/**
 * What Azure says by an error; null where it does not say no: it is busy, or does not know us.
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

export function refused(reason: WriteRefusal): No {
  return { kind: 'refused', reason };
}

/**
 * A write that may end without an answer.
 *
 * @param needed right that the write needs, for a refusal that names none
 */
export async function written<T>(needed: string, send: () => Promise<T>): Promise<T | NotWritten> {
  try {
    return await send();
  } catch (error) {
    return { kind: 'unanswered', problem: problemOf(error, needed) };
  }
}

/** @throws RestError, of which `problemOf` knows the meaning, where Azure does not say no */
export function refusedBy(response: PipelineResponse): No {
  const no = refusalOf(errorOf(response));
  if (no !== null) return no;
  const { status: statusCode, request } = response;
  throw new RestError('', { statusCode, request, response });
}

const errorShape = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export function errorOf({ status, bodyAsText }: PipelineResponse): WriteError {
  const { code = '', message = '' } = errorShape.safeParse(parsedJson(bodyAsText ?? '')).data?.error ?? {};
  return { status, code, message };
}

/**
 * What is in the answer to a write that was done.
 *
 * @throws Refusal where it is in another shape; with nothing of it, since it may hold secrets
 */
export function contentOf<T>({ bodyAsText }: PipelineResponse, shape: z.ZodType<T>): T {
  const { data } = shape.safeParse(parsedJson(bodyAsText ?? ''));
  if (data === undefined) throw unintelligible();
  return data;
}

/** An answer that breaks the protocol. */
export function unintelligible(): Refusal {
  return new Refusal({ kind: 'unavailable', reason: 'protocol', status: null });
}
