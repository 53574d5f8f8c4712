import { AsyncLocalStorage } from 'node:async_hooks';
import { type HttpClient, isRestError, type PipelineResponse } from '@azure/core-rest-pipeline';
import type { Problem } from './answer.js';
import { connectionFailure } from './errors.js';
import { Refusal } from './refusal.js';
import { retryAfterSeconds } from './retry-after.js';

/** What the requests of one sign-in came to; kept because the credentials hide it (azure-sdk.md §5.4). */
export interface SignInTrace {
  requests: number;
  problem: Problem | null;
}

const traces = new AsyncLocalStorage<SignInTrace>();
let underWay = 0;

/** Runs a sign-in and keeps what its last request came to. */
export async function traced<T>(trace: SignInTrace, signIn: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await traces.run(trace, signIn);
  } finally {
    underWay -= 1;
    // A store that is in use makes every promise of the process dearer (Node 20), and sign-ins are rare.
    if (underWay === 0) traces.disable();
  }
}

/** Notes answers and failures of a credential's requests for the sign-in under way. Bodies are not kept. */
export function tracingClient(inner: HttpClient): HttpClient {
  return {
    sendRequest: async (request) => {
      const trace = traces.getStore() ?? { requests: 0, problem: null };
      trace.requests += 1;
      try {
        const response = await inner.sendRequest(request);
        trace.problem = response.status < 400 ? null : ofAnswer(response);
        return response;
      } catch (error) {
        trace.problem = ofFailure(error);
        throw error;
      }
    },
  };
}

function ofAnswer({ status, headers, bodyAsText }: PipelineResponse): Problem {
  if (status === 429) return { kind: 'throttled', retryAfterSeconds: retryAfterSeconds(headers) };
  if (status >= 500) return { kind: 'unavailable', reason: 'server-error', status };
  return { kind: 'signed-out', code: aadsts(bodyAsText ?? '') ?? `HTTP ${status}` };
}

function ofFailure(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  const reason = isRestError(error) ? connectionFailure(error.code) : 'timeout';
  return { kind: 'unavailable', reason, status: null };
}

/** The error number of Entra as it writes it itself, `AADSTS` and the digits; nothing else of a text is taken. */
export function aadsts(text: string): string | null {
  return /\bAADSTS\d{4,8}\b/.exec(text)?.[0] ?? null;
}
