import { randomUUID } from 'node:crypto';
import type { SandboxResponse } from '../service.js';

/** Headers of every answer of a registry (registry-protocol.md §2, recording). */
export function registryHeaders(): Readonly<Record<string, string>> {
  return {
    'docker-distribution-api-version': 'registry/2.0',
    'x-ms-correlation-request-id': randomUUID(),
  };
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...registryHeaders(), ...headers },
    body: JSON.stringify(body),
  };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): SandboxResponse {
  return { status, headers: { ...registryHeaders(), ...headers } };
}

/** What a refusal of a token was about: one entry an action (registry-protocol.md §2). */
export interface Detail {
  readonly Type: string;
  readonly Name: string;
  readonly Action: string;
}

/** The shape of every error of the data plane (errors.md §4). */
export function errorBody(code: string, message: string, detail?: readonly Detail[] | object) {
  return { errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] };
}
