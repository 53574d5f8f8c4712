const DAY_MS = 86_400_000;

export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

/** A day of UTC as ISO 8601 writes it. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * First days of the days, weeks (from Monday) or months that a time has, in days since 1970. The first is cut off where
 * the time begins. Pure.
 */
export function periodsOf(from: number, to: number, by: Step): readonly number[] {
  const starts = [from];
  for (let day = from + 1; day <= to; day++) if (begins(day, by)) starts.push(day);
  return starts;
}

/** Which of the periods a day belongs to. */
export function periodOf(day: number, starts: readonly number[]): number {
  return starts.findLastIndex((start) => start <= day);
}

function begins(day: number, by: Step): boolean {
  const date = new Date(day * DAY_MS);
  if (by === 'week') return date.getUTCDay() === 1;
  return by === 'day' || date.getUTCDate() === 1;
}
