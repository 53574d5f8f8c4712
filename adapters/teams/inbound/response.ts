import type { ServerResponse } from 'node:http';
import { plain } from '../../../src/http/server.js';
import type { Refusal } from './admit.js';

const statuses: Readonly<Record<Refusal, number>> = {
  'content-type': 415,
  'too-large': 413,
  token: 401,
  signature: 401,
  claims: 401,
  body: 400,
  channel: 403,
  'service-url': 403,
  tenant: 403,
  person: 403,
};

/** Says no, and nothing of why. */
export function refuse(response: ServerResponse, reason: Refusal): void {
  // What was not read of the body is not waited for.
  plain(response, statuses[reason], { connection: 'close' });
}

/** Answers an activity, or an invoke with its body. */
export function answer(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined || body === null) plain(response, status);
  else {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(body));
  }
}
