import { isRestError, type RestError } from '@azure/core-rest-pipeline';
import { parseRoleAction } from '../diagnosis/facts/arm-id.js';
import type { Problem, Unavailable } from './answer.js';
import { Refusal } from './refusal.js';
import { retryAfterSeconds } from './retry-after.js';

/**
 * What an error of an SDK client means. The only place where SDK errors are read; no text of them goes on, because it
 * may hold tokens, bodies or ids.
 *
 * @param needed action (or Graph permission) that the call needs, for a refusal that names none
 */
export function problemOf(error: unknown, needed: string): Problem {
  if (error instanceof Refusal) return error.problem;
  if (isAbort(error)) return { kind: 'unavailable', reason: 'timeout', status: null };
  // `instanceof RestError` is false for arm-authorization, which loads a second copy of the core (azure-sdk.md §1).
  if (isRestError(error)) return ofRestError(error, needed);
  return { kind: 'unavailable', reason: 'protocol', status: null };
}

/** Whether Azure answered with this error code. */
export function hasCode(error: unknown, code: string): boolean {
  return isRestError(error) && error.code === code;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

function ofRestError(error: RestError, needed: string): Problem {
  const status = error.statusCode ?? null;
  if (status === null) {
    return { kind: 'unavailable', reason: connectionFailure(error.code), status: null };
  }
  if (status === 401) return { kind: 'signed-out', code: codeName(error.code) ?? 'Unauthorized' };
  if (status === 403) return { kind: 'denied', action: deniedAction(error.message) ?? needed };
  if (status === 404) return { kind: 'not-found' };
  if (status === 429) {
    return { kind: 'throttled', retryAfterSeconds: retryAfterSeconds(error.response?.headers) };
  }
  return { kind: 'unavailable', reason: status >= 500 ? 'server-error' : 'protocol', status };
}

/**
 * The action that `AuthorizationFailed` names, if it has the grammar of one (errors.md §7). Lists of
 * arm-containerregistry 12 put a message of their own in its place.
 */
function deniedAction(message: string): string | null {
  const [, action = ''] = /to perform action '([^']{1,200})'/.exec(message) ?? [];
  return parseRoleAction(action);
}

function codeName(code: string | undefined): string | null {
  return code !== undefined && /^[A-Za-z]{3,60}$/.test(code) ? code : null;
}

const tcpCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);
const dnsCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAI_FAIL', 'ESERVFAIL']);
const timeoutCodes = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT']);
// Names of OpenSSL's verification errors and of Node's own TLS errors (nodejs.org, api/tls.html "X509 certificate
// error codes").
const tlsCode = /^(?:ERR_TLS_|ERR_SSL_|CERT_|EPROTO$|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH$)/;

/** Where a connection ended, by the code of Node's error, which the guarded connections use too (`not-connected.ts`). */
export function connectionFailure(code: string | undefined): Unavailable {
  if (code === undefined) return 'protocol';
  if (dnsCodes.has(code)) return 'dns';
  if (tcpCodes.has(code)) return 'connect';
  if (timeoutCodes.has(code)) return 'timeout';
  return tlsCode.test(code) ? 'tls' : 'protocol';
}
