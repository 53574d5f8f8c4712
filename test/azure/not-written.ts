import { inspect } from 'node:util';
import type { SandboxResponse } from '../../sandbox/service.js';

/** Answers to a write that are no success, and what they mean, wherever they come from. */

/** What it is called, what comes, and what whoever wrote is told. */
export type NotWrittenBy = [string, SandboxResponse, object];

/** An error as Resource Manager, Graph and vaults write it; its text must go nowhere. */
export const error = (
  status: number,
  code: string,
  message = 'canary',
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse => ({ status, headers, body: JSON.stringify({ error: { code, message } }) });

const unanswered = (problem: object) => ({ kind: 'unanswered', problem });

export const noAnswers: readonly NotWrittenBy[] = [
  [
    '429',
    error(429, 'TooManyRequests', 'canary', { 'retry-after': '1' }),
    unanswered({ kind: 'throttled', retryAfterSeconds: 1 }),
  ],
  [
    '429 for long',
    error(429, 'TooManyRequests', 'canary', { 'retry-after': '60' }),
    unanswered({ kind: 'throttled', retryAfterSeconds: 60 }),
  ],
  ['503', error(503, 'ServerTimeout'), unanswered({ kind: 'unavailable', status: 503 })],
  ['500 without a body', { status: 500 }, unanswered({ kind: 'unavailable', status: 500 })],
  [
    '307',
    { status: 307, headers: { location: 'https://evil.example/' } },
    unanswered({ kind: 'unavailable', status: 307 }),
  ],
  [
    '307 to the same host',
    { status: 307, headers: { location: '/elsewhere' } },
    unanswered({ kind: 'unavailable', status: 307 }),
  ],
  ['401', error(401, 'InvalidAuthenticationToken'), unanswered({ kind: 'signed-out' })],
];

export const refusals: readonly NotWrittenBy[] = [
  [
    '403',
    error(403, 'AuthorizationFailed', 'canary does not have authorization to perform'),
    { kind: 'refused', reason: 'right' },
  ],
  ['400', error(400, 'InvalidRequestContent'), { kind: 'refused', reason: 'invalid' }],
  ['404', error(404, 'ResourceNotFound'), { kind: 'refused', reason: 'gone' }],
  ['409', error(409, 'Conflict'), { kind: 'not-yet', reason: 'busy' }],
  ['409 for a lock', error(409, 'ScopeLocked'), { kind: 'refused', reason: 'locked' }],
  ['a code like that of a prototype', error(400, 'constructor'), { kind: 'refused', reason: 'invalid' }],
];

/** All that anybody could print of something. */
export function shown(what: unknown): string {
  return `${inspect(what, { depth: null, showHidden: true })} ${JSON.stringify(what)} ${what}`;
}
