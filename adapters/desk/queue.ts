/** Most things that wait for one person. */
const MOST_WAITING = 20;
/** Most things under way for everybody. */
const MOST = 2_000;

/** Runs what concerns one person in order, and everything else side by side; bounded. */
export class Queue {
  readonly #tails = new Map<string, { waiting: number; tail: Promise<void> }>();
  #running = 0;

  /** Whether one more of somebody's can wait. */
  hasRoom(key: string): boolean {
    return (this.#tails.get(key)?.waiting ?? 0) < MOST_WAITING && this.#running < MOST;
  }

  /** Runs a task when those of the same key before it are done; resolves, or fails, as it does. */
  add(key: string, task: () => Promise<void>): Promise<void> {
    const line = this.#tails.get(key) ?? { waiting: 0, tail: Promise.resolve() };
    line.waiting++;
    this.#running++;
    const done = line.tail.then(task).finally(() => {
      line.waiting--;
      this.#running--;
      if (line.waiting === 0) this.#tails.delete(key);
    });
    // One that fails is told to whoever offered it; those behind it are served all the same.
    line.tail = done.catch(() => {});
    this.#tails.set(key, line);
    return done;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled([...this.#tails.values()].map(({ tail }) => tail));
  }
}
