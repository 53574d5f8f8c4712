import { webApi } from '@slack/bolt';
import type { z } from 'zod';
import type { Log } from '../../src/observe/log.js';

/** How often a call is tried in all. */
const ATTEMPTS = 3;
/** Longest wait that Slack may ask for (`Retry-After`); beyond it the call fails. */
const LONGEST_WAIT_S = 30;
const FIRST_WAIT_MS = 500;

/** Errors of Slack's after which nobody knows whether the call took effect; its documentation says so of each. */
const unsure = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/**
 * What became of a call. `effect` tells whether something may have happened although no good answer came: a timeout or a
 * 5xx leaves that open, a refusal does not.
 */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly effect: 'none' | 'unknown' };

export interface ApiOptions {
  readonly client: webApi.WebClient;
  readonly log: Log;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface Call<T> {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Shape of a good answer. */
  readonly answer: z.ZodType<T>;
  /** May be done twice without harm; a call that may not is repeated only where it surely had no effect. */
  readonly repeatable: boolean;
}

/** Calls of Slack's Web API: bounded retries, `Retry-After` honoured, every failure a value. */
export class Api {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  async call<T>(call: Call<T>): Promise<Answer<T>> {
    const { log, pause } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const { result, waitMs } = await this.#once(call);
      if (result.ok) return result;
      const again = waitMs !== null && (result.effect === 'none' || call.repeatable);
      if (!again || attempt >= ATTEMPTS) {
        log.warn('slack.call-failed', { method: call.method, reason: result.code, attempts: attempt });
        return result;
      }
      await pause(waitMs * (result.code === 'ratelimited' ? 1 : 2 ** (attempt - 1)));
    }
  }

  /** One attempt. `waitMs` is null where another one would not help. */
  async #once<T>({ method, args, answer }: Call<T>): Promise<{ result: Answer<T>; waitMs: number | null }> {
    try {
      const read = answer.safeParse(await this.#options.client.apiCall(method, { ...args }));
      if (read.success) return { result: { ok: true, value: read.data }, waitMs: null };
      return { result: { ok: false, code: 'unexpected_answer', effect: 'unknown' }, waitMs: null };
    } catch (error) {
      return failure(error);
    }
  }
}

type Failure = { result: { ok: false; code: string; effect: 'none' | 'unknown' }; waitMs: number | null };

function failure(error: unknown): Failure {
  const failed = (code: string, effect: 'none' | 'unknown', waitMs: number | null): Failure => ({
    result: { ok: false, code, effect },
    waitMs,
  });
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = /^[a-z0-9_]{1,80}$/.test(error.data.error) ? error.data.error : 'unknown_error';
    return unsure.has(code) ? failed(code, 'unknown', FIRST_WAIT_MS) : failed(code, 'none', null);
  }
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const seconds = error.retryAfter;
    return failed('ratelimited', 'none', seconds <= LONGEST_WAIT_S ? Math.max(seconds, 0) * 1000 : null);
  }
  if (error instanceof webApi.WebAPIHTTPError)
    return failed(`http_${error.statusCode}`, 'unknown', error.statusCode >= 500 ? FIRST_WAIT_MS : null);
  if (error instanceof webApi.WebAPIRequestError)
    return failed('no_answer', neverArrived(error.original) ? 'none' : 'unknown', FIRST_WAIT_MS);
  // The SDK has no type for a 429 that does not say how long to wait.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return failed('ratelimited', 'none', FIRST_WAIT_MS);
  return failed('no_answer', 'unknown', FIRST_WAIT_MS);
}

/** Whether a connection was never made, so that Slack cannot have seen the call. */
function neverArrived(error: Error): boolean {
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(String(code));
}
