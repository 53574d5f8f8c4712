import { randomUUID } from 'node:crypto';
import type { Rejected } from '../entra/bearer.js';
import { json } from '../entra/reply.js';
import type { SandboxResponse } from '../service.js';

/** Refusals of Log Analytics: `{"error":{message,code,innererror}}`. Not verified: codes and words are of public reports. */
function refuse(
  status: number,
  code: string,
  message: string,
  innererror?: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  const inner = innererror === undefined ? {} : { innererror };
  return json(status, { error: { message, code, correlationId: randomUUID(), ...inner } }, headers);
}

export const unauthenticated = ({ message, challenge }: Rejected): SandboxResponse =>
  refuse(401, 'InvalidTokenError', message, undefined, { 'www-authenticate': challenge });

export const insufficientAccess = (): SandboxResponse =>
  refuse(
    403,
    'InsufficientAccessError',
    'The provided credentials have insufficient access to perform the requested operation',
  );

export const notFound = (): SandboxResponse =>
  refuse(404, 'PathNotFoundError', 'The requested path does not exist');

const invalid = 'The request had some invalid properties';

export const syntaxError = (words: string): SandboxResponse =>
  refuse(400, 'BadArgumentError', invalid, {
    code: 'SyntaxError',
    message: 'A recognition error occurred in the query.',
    innererror: { code: 'SYN0002', message: `Query could not be parsed: ${words}` },
  });

export const unknownTable = (table: string): SandboxResponse =>
  refuse(400, 'BadArgumentError', invalid, {
    code: 'SemanticError',
    message: 'A semantic error occurred.',
    innererror: {
      code: 'SEM0100',
      message: `'where' operator: Failed to resolve table or column expression named '${table}'`,
    },
  });

/** Body of a fault that a world puts in place of an answer. */
export function faultBody(status: number, _retryAfter: number | null, given?: string): unknown {
  const code = given ?? (status === 429 ? 'ThrottledError' : 'ServiceError');
  return { error: { code, message: 'The request could not be served.', correlationId: randomUUID() } };
}
