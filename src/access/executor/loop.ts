import type { Log } from '../../observe/log.js';

export interface LoopOptions {
  /** Jobs at once. */
  readonly workers: number;
  /** How often the ledger is asked when nobody wakes the loop, in milliseconds. */
  readonly pollMs: number;
}

/** What is done from time to time; true: there is something to do now. */
export interface Chore {
  readonly everyMs: number;
  readonly run: () => Promise<boolean>;
}

interface Work {
  /** Whether there was something to do. */
  readonly runOnce: () => Promise<boolean>;
  readonly chores: readonly Chore[];
  readonly log: Log;
}

/** Runs jobs until it is stopped: some at once, and as soon as there are any. What rejects is logged and tried again. */
export function loop(
  { runOnce, chores, log }: Work,
  { workers = 4, pollMs = 1000 }: Partial<LoopOptions> = {},
) {
  let running: readonly Promise<void>[] = [];
  let stopping = false;
  const sleepers = new Set<() => void>();

  /** Who is woken while still asking must ask once more before going to sleep. */
  let wakes = 0;
  const wake = (): void => {
    wakes++;
    for (const rise of sleepers) rise();
  };

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const rise = (): void => {
        clearTimeout(timer);
        sleepers.delete(rise);
        resolve();
      };
      const timer = setTimeout(rise, milliseconds);
      sleepers.add(rise);
    });

  const attempt = async (run: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await run();
    } catch (error) {
      log.error('executor.ledger', { reason: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  };

  const work = async (): Promise<void> => {
    while (!stopping) {
      const before = wakes;
      const idle = !(await attempt(runOnce));
      if (idle && !stopping && wakes === before) await sleep(pollMs);
    }
  };

  const keep = async ({ everyMs, run }: Chore): Promise<void> => {
    let due = performance.now();
    while (!stopping) {
      if (performance.now() >= due) {
        due = performance.now() + everyMs;
        if (await attempt(run)) wake();
      }
      if (!stopping) await sleep(Math.max(0, due - performance.now()));
    }
  };

  return {
    wake,
    start(): void {
      if (running.length > 0) return;
      stopping = false;
      running = [...Array.from({ length: workers }, work), ...chores.map(keep)];
    },
    async stop(): Promise<void> {
      stopping = true;
      wake();
      await Promise.all(running);
      running = [];
    },
  };
}
