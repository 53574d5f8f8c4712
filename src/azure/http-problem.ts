import { type Answer, failed, type Problem, type Unavailable } from './answer.js';
import type { NotOpened } from './egress.js';
import type { HttpResponse, HttpResult } from './http.js';
import { retryAfterSeconds } from './retry-after.js';

export function unavailable(reason: Unavailable, status: number | null = null): Answer<never> {
  return failed({ kind: 'unavailable', reason, status });
}

/** What it means that no answer was read. */
export function noAnswer(result: Exclude<HttpResult, { kind: 'answered' }>): Answer<never> {
  if (result.kind === 'not-opened') return unavailable(whereItEnded(result.opened));
  if (result.kind === 'not-sent') return failed(result.problem);
  if (result.kind === 'timeout') return unavailable('timeout');
  return unavailable('protocol', result.kind === 'unread' ? result.status : null);
}

function whereItEnded(opened: NotOpened): Unavailable {
  if (opened.kind === 'tcp') return opened.failure === 'timeout' ? 'timeout' : 'connect';
  if (opened.kind === 'tls') return opened.failure === 'timeout' ? 'timeout' : 'tls';
  return opened.kind;
}

/**
 * What an answer of the registry other than the wanted one means (registry-protocol §6). Where its firewall refuses
 * the bot's address, that says nothing about the identity: `unavailable` with status 403.
 *
 * @param action what was asked for
 */
export function refusal(response: HttpResponse, action: string): Problem {
  const { status, body } = response;
  if (status === 404) return { kind: 'not-found' };
  if (status === 429) return { kind: 'throttled', retryAfterSeconds: retryAfter(response) };
  if (status === 403 && isFirewall(body)) return { kind: 'unavailable', reason: 'connect', status };
  if (status === 401 || status === 403) return { kind: 'denied', action };
  return { kind: 'unavailable', reason: status >= 500 ? 'server-error' : 'protocol', status };
}

/** Seconds that the registry asks to wait; null where it does not say. */
export function retryAfter({ headers }: HttpResponse): number | null {
  const value = headers['retry-after'];
  return retryAfterSeconds({ get: (name) => (name === 'retry-after' ? value : undefined) });
}

function isFirewall(body: string): boolean {
  return body.includes('"DENIED"') && body.includes('client with IP');
}
