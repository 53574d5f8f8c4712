import { z } from 'zod';
import type { Assurance } from '../sign-in.js';

/** Seconds by which clocks may differ. */
export const TOLERANCE = 5 * 60;

/**
 * Optional claims of an id token (Entra, "Optional claims reference"). `acrs` is a list in access tokens; a single value is
 * read, too, since no document shows one of an id token.
 */
const claims = z.object({
  auth_time: z.int().nonnegative().optional().catch(undefined),
  acrs: z
    .union([z.string().transform((it) => [it]), z.array(z.string())])
    .optional()
    .catch(undefined),
});

/**
 * How old the sign-in behind a verified token is, where that is what was wanted (security T47). Pure.
 *
 * @returns milliseconds; else what is lacking, or `time` for a sign-in that is still to come
 */
export function proofIn(
  payload: unknown,
  { maxAge, context }: Assurance,
  now: Date,
): { readonly age: number } | 'auth_time' | 'freshness' | 'context' | 'time' {
  const { auth_time, acrs = [] } = claims.parse(payload);
  if (auth_time === undefined) return 'auth_time';
  const age = now.getTime() - auth_time * 1000;
  if (age < -TOLERANCE * 1000) return 'time';
  if (age > maxAge * 1000) return 'freshness';
  if (context !== null && !acrs.includes(context)) return 'context';
  return { age: Math.max(0, age) };
}
