import { type Finding, finding } from './finding.js';

/** How far this machine's clock is ahead of a server's, in seconds; behind it where negative. */
export interface Clock {
  readonly host: string;
  readonly ahead: number;
}

/** Seconds that the whole-second `Date` of an answer and the way of it make. */
const NOTEWORTHY = 60;
/**
 * Seconds: Slack's requests are refused beyond them, before or after ("Verifying requests from Slack"), and Microsoft asks
 * to allow as much for tokens.
 */
const MOST = 300;

/**
 * How far the clock is off, from an answer's `Date` (RFC 9110 §6.6.1).
 *
 * @param sent when it was asked for, milliseconds since 1970
 * @param received when it came
 * @returns null for what is no such date
 */
export function clockFrom(
  host: string,
  date: string | null | undefined,
  sent: number,
  received: number,
): Clock | null {
  const said = Date.parse(date ?? '');
  if (Number.isNaN(said)) return null;
  // The date has no fractions: on average half a second has passed.
  return { host, ahead: Math.round(((sent + received) / 2 - (said + 500)) / 1000) };
}

/** Judged by the middle of what servers say: a single one may be wrong itself. Pure. */
export function judgeClock(clocks: readonly Clock[]): readonly Finding[] {
  const sorted = clocks.toSorted((a, b) => a.ahead - b.ahead);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return [finding('clock.unknown')];
  const { host, ahead } = middle;
  const seconds = Math.abs(ahead);
  const facts = { host, seconds, ahead, most: MOST, servers: clocks.length };
  return [
    finding(
      seconds >= MOST ? 'clock.wrong' : seconds >= NOTEWORTHY ? 'clock.off' : 'clock.right',
      null,
      facts,
    ),
  ];
}
