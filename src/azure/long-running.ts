import { setTimeout as sleep } from 'node:timers/promises';
import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { z } from 'zod';
import { endingAfter } from './deadline.js';
import { parsedJson } from './json.js';
import { Refusal } from './refusal.js';
import type { RestWriter } from './rest-writer.js';
import { retryAfterSeconds } from './retry-after.js';

/** Seconds between two looks where Azure names none. */
const USUAL_WAIT = 2;
/** Milliseconds until nobody looks any more; the caller's signal may end it earlier. */
const LONGEST = 120_000;

const progressShape = z.object({ status: z.string() });

/**
 * The last answer to a write that Azure took up and does in the background ("Track asynchronous Azure operations"): with
 * 202 come a status (Azure-AsyncOperation) and a place of the result (Location), one of them or both.
 *
 * @param first answer to the write; one that is no 202 is the last already
 * @throws Refusal `unavailable`, whatever happens after the 202: the write is under way then, so that no later "not now"
 *   or "not you" may look as if it had not been done
 */
export async function settled(
  first: PipelineResponse,
  look: RestWriter['look'],
  caller: AbortSignal,
): Promise<PipelineResponse> {
  if (first.status !== 202) return first;
  return endingAfter(LONGEST, caller, (signal) =>
    follow(first, look, signal).catch((error) => {
      if (error instanceof Refusal && error.problem.kind === 'unavailable') throw error;
      throw lost(signal.aborted ? 'timeout' : 'protocol');
    }),
  );
}

async function follow(
  first: PipelineResponse,
  look: RestWriter['look'],
  signal: AbortSignal,
): Promise<PipelineResponse> {
  const progress = first.headers.get('azure-asyncoperation');
  let result = first.headers.get('location');
  for (let last = first; ; ) {
    await sleep(1000 * (retryAfterSeconds(last.headers) ?? USUAL_WAIT), null, { signal });
    const url = progress ?? result;
    if (url === undefined) throw lost('protocol');
    last = await look(url, signal);
    if (last.status >= 300) throw lost(last.status >= 500 ? 'server-error' : 'protocol', last.status);
    result = last.headers.get('location') ?? result;
    if (progress === undefined) {
      if (last.status !== 202) return last;
      continue;
    }
    const { status } = progressShape.parse(parsedJson(last.bodyAsText ?? ''));
    if (status === 'Failed' || status === 'Canceled') throw lost('server-error');
    if (status !== 'Succeeded') continue;
    if (result === undefined) throw lost('protocol');
    return look(result, signal);
  }
}

function lost(reason: 'timeout' | 'protocol' | 'server-error', status: number | null = null): Refusal {
  return new Refusal({ kind: 'unavailable', reason, status });
}
