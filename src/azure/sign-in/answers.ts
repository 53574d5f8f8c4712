import type { z } from 'zod';
import type { Problem } from '../answer.js';
import type { Redeemed } from '../sign-in.js';

/** JSON of a certain shape; null for anything else. */
export function jsonAs<T>(shape: z.ZodType<T>, body: string): T | null {
  try {
    const read = shape.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A problem on the way to Entra, as the sign-in tells it. */
export function couldNotAsk(problem: Problem): Extract<Redeemed, { kind: 'refused' | 'unavailable' }> {
  if (problem.kind === 'unavailable') return { kind: 'unavailable', reason: problem.reason };
  if (problem.kind === 'throttled' || problem.kind === 'busy')
    return { kind: 'unavailable', reason: 'throttled' };
  if (problem.kind === 'circuit-open') return { kind: 'unavailable', reason: 'timeout' };
  const number = problem.kind === 'signed-out' ? /^(?:AADSTS)?(\d{4,8})$/.exec(problem.code)?.[1] : undefined;
  return { kind: 'refused', code: number === undefined ? null : Number(number) };
}
