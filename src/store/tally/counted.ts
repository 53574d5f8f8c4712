import { type CaseStep, type Help, helps } from './case-step.js';

const minuteMs = 60_000;
/** Milliseconds of a day; days are those of UTC. */
export const dayMs = 24 * 60 * minuteMs;

/** How long it took until a case was resolved: less than so many milliseconds. */
const limits = {
  '5m': 5 * minuteMs,
  '30m': 30 * minuteMs,
  '2h': 120 * minuteMs,
  '1d': dayMs,
  longer: Number.POSITIVE_INFINITY,
} as const;
export type Span = keyof typeof limits;
/** Shortest first. */
export const spans: readonly Span[] = ['5m', '30m', '2h', '1d', 'longer'];

/** As what a case is counted: each in one place, in which there is nothing of who asked. */
export interface Counted {
  /** On which it began, in days since 1970. */
  readonly day: number;
  /** Null while nothing is concluded. */
  readonly cause: string | null;
  readonly resolved: boolean;
  readonly help: Help;
  /** Null where it is not resolved, or where nobody knows. */
  readonly took: Span | null;
}

/** A case that begins with this step. Pure. */
export function begun(step: CaseStep): Counted {
  const { cause, resolved, help, updatedAt } = step;
  const day = Math.floor(updatedAt / dayMs);
  return { day, cause, resolved: resolved ?? false, help, took: resolved === true ? '5m' : null };
}

/**
 * A case after another step. Pure.
 *
 * @param beganAt milliseconds since 1970
 */
export function after(before: Counted, beganAt: number, step: CaseStep): Counted {
  const resolved = step.resolved ?? before.resolved;
  const help = helps.indexOf(step.help) > helps.indexOf(before.help) ? step.help : before.help;
  return { ...before, cause: step.cause, resolved, help: honest(before, help, step), took: took() };

  function took(): Span | null {
    if (!resolved) return null;
    return before.resolved ? before.took : spanOf(step.updatedAt - beganAt);
  }
}

/** That nothing is said of help now does not tell what there was before anybody counted. */
function honest({ help: before }: Counted, help: Help, step: CaseStep): Help {
  return before === 'unknown' && step.help === 'none' ? 'unknown' : help;
}

function spanOf(ms: number): Span {
  return spans.find((span) => ms < limits[span]) ?? 'longer';
}

/** How a case remembers as what it is counted, so that it can be counted as something else. */
export function write({ day, cause, resolved, help, took }: Counted): string {
  return [day, cause ?? '', resolved ? 1 : 0, help, took ?? ''].join('|');
}

/** @returns null for what this version does not know: such a case is not counted anew */
export function read(text: string): Counted | null {
  const [day = '', cause = '', resolved, helped, ended] = text.split('|');
  const help = helps.find((it) => it === helped);
  if (help === undefined || !/^\d{1,9}$/.test(day)) return null;
  return {
    day: Number(day),
    cause: cause || null,
    resolved: resolved === '1',
    help,
    took: spans.find((it) => it === ended) ?? null,
  };
}
