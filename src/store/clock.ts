import type { Log } from '../observe/log.js';
import type { Database } from './store.js';

/** Milliseconds between two looks at the clock of the database. */
const LOOK_MS = 30_000;
/** Seconds by which the machine's clock may be off before the log says so. */
const NOTEWORTHY_S = 5;

/** A time that all processes on a database agree about, whatever the clocks of their machines say (security T60). */
export interface SharedClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly stop: () => void;
}

/**
 * The clock of the database: what is leased, expires or is limited is judged by it. Between two looks time goes on by
 * the machine's monotonic clock, so that setting the machine's time changes nothing. While the database cannot be asked
 * it goes on as it was.
 *
 * @throws StoreError where the database cannot be asked at the start
 */
export async function openClock(database: Pick<Database, 'time'>, log: Log): Promise<SharedClock> {
  let base = 0;
  let told = 0;
  const look = async (): Promise<void> => {
    const asked = performance.now();
    const time = await database.time();
    const answered = performance.now();
    base = time - (asked + answered) / 2;
    const off = Math.round((Date.now() - time) / 1000);
    if (Math.abs(off) > NOTEWORTHY_S && off !== told) log.warn('clock.differs', { seconds: off });
    told = off;
  };
  await look();
  const looking = setInterval(() => void look().catch(() => {}), LOOK_MS).unref();
  return { now: () => Math.round(base + performance.now()), stop: () => clearInterval(looking) };
}
