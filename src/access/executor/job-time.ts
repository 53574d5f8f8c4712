/** How long a job may take. It must end before its lease does, or another process does it at the same time. */
export interface JobTime {
  readonly signal: AbortSignal;
  /** Whether there is time for a write and for reading what came of it. A process that was stopped finds out here. */
  mayWrite(): boolean;
}

/** Part of the time that a write needs, with the look at what came of it. */
const WRITE_SHARE = 0.5;

export function jobTime(milliseconds: number): JobTime {
  const end = performance.now() + milliseconds;
  return {
    signal: AbortSignal.timeout(milliseconds),
    mayWrite: () => end - performance.now() > milliseconds * WRITE_SHARE,
  };
}
