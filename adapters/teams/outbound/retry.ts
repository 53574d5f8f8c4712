/** What a call to the connector came to. */
export type Attempt =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | null }
  /** No connection was made: nothing can have been done. */
  | { readonly kind: 'unsent' }
  /** Sent, and no answer: it may have been done. */
  | { readonly kind: 'silent' };

/** Attempts at one call, and the longest that one waits between them, in milliseconds. */
const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 15_000;
const FIRST_WAIT_MS = 500;

/** Answers after which Microsoft asks to try again (Teams, "Optimize your bot with rate limiting"). */
const again = new Set([412, 429, 502, 504]);
/** Of these the effect is not known. */
const unclear = new Set([500, 503]);

/**
 * How long to wait before a call is made again; null where it is not. A new message whose effect is not known is never
 * sent again: it would be read twice, and a person who misses one can ask. An update or a look-up may be repeated as
 * often as one likes. 502 and 504 count as not done, since Microsoft says to repeat them. Pure.
 *
 * @param number of the attempt that has failed, from 1
 * @param random from 0 to 1
 */
export function waitBefore(
  attempt: Attempt,
  number: number,
  repeatable: boolean,
  random: number,
): number | null {
  if (number >= ATTEMPTS || !mayRepeat(attempt, repeatable)) return null;
  const backoff = FIRST_WAIT_MS * 2 ** (number - 1);
  const asked = attempt.kind === 'answered' ? secondsOf(attempt.retryAfter) : null;
  if (asked === null) return backoff * (0.5 + random);
  const wait = asked * 1000 + backoff * random;
  return wait > LONGEST_WAIT_MS ? null : wait;
}

function mayRepeat(attempt: Attempt, repeatable: boolean): boolean {
  if (attempt.kind === 'unsent') return true;
  if (attempt.kind === 'silent') return repeatable;
  return again.has(attempt.status) || (repeatable && unclear.has(attempt.status));
}

function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}
