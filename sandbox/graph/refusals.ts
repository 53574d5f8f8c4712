import { randomUUID } from 'node:crypto';
import { json } from '../entra/reply.js';
import type { SandboxResponse } from '../service.js';

/** Error body of Microsoft Graph: code, message and the ids of the request. */
function errorBody(code: string, message: string, now: Date): unknown {
  const id = randomUUID();
  const date = now.toISOString().slice(0, 19);
  return { error: { code, message, innerError: { date, 'request-id': id, 'client-request-id': id } } };
}

const faultCodes: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'Authorization_RequestDenied',
  429: 'TooManyRequests',
  503: 'serviceNotAvailable',
};

/** Body of a status that nothing in the directory led to. Not verified: the codes beside those of 401, 403 and 429. */
export function faultBody(status: number, now: Date, code?: string): unknown {
  return errorBody(code ?? faultCodes[status] ?? 'UnknownError', '', now);
}

export function refuse(
  status: number,
  code: string,
  message: string,
  now: Date,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return json(status, errorBody(code, message, now), { 'request-id': randomUUID(), ...headers });
}

export const denied = (now: Date): SandboxResponse =>
  refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', now);

export const notFound = (id: string, now: Date): SandboxResponse =>
  refuse(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    now,
  );
