import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Service } from '../knowledge/services.js';
import type { Problem } from './answer.js';
import { problemOf } from './errors.js';
import { Refusal } from './refusal.js';
import { retryAfterSeconds } from './retry-after.js';
import type { RetryBudget } from './retry-budget.js';

/** Services whose POST asks for something and changes nothing: tokens, and queries of the log. */
const postsAsk: readonly Service[] = ['entra', 'log-analytics'];

/**
 * Knows retries when it sees them: the pipeline of the SDK sends the same request again. One that failed is sent again
 * where that changes nothing and the budget allows it; else it ends as it ended before.
 */
export class Retries {
  readonly #failed = new WeakMap<PipelineRequest, Problem>();

  /**
   * @param budget of the host
   * @throws Refusal with the problem of the try before
   */
  admit(request: PipelineRequest, service: Service, budget: RetryBudget): void {
    const before = this.#failed.get(request);
    if (before === undefined) {
      budget.asked();
      return;
    }
    this.#failed.delete(request);
    if (!isRepeatable(request, service) || !budget.take()) throw new Refusal(before);
  }

  answered(request: PipelineRequest, { status, headers }: PipelineResponse): void {
    if (status === 429) {
      this.#failed.set(request, { kind: 'throttled', retryAfterSeconds: retryAfterSeconds(headers) });
    } else if (status === 408 || status >= 500) {
      this.#failed.set(request, { kind: 'unavailable', reason: 'server-error', status });
    }
  }

  failed(request: PipelineRequest, error: unknown): void {
    this.#failed.set(request, problemOf(error, ''));
  }
}

function isRepeatable({ method }: PipelineRequest, service: Service): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && postsAsk.includes(service));
}
