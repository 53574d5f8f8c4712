import { randomUUID } from 'node:crypto';
import type { SandboxResponse } from '../service.js';

/** An answer in JSON, as every one of these services gives it. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', ...headers },
    body: JSON.stringify(body),
  };
}

/** Headers by which support finds a request (azure-sdk.md §3.2). */
export function requestIds(): Readonly<Record<string, string>> {
  const id = randomUUID();
  return {
    'x-ms-request-id': id,
    'x-ms-correlation-request-id': id,
    'x-ms-routing-request-id': `SANDBOX:${id}`,
  };
}

/** A path without its percent-encoding; null where that is malformed. */
export function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** JSON of a body; null for anything else. */
export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
