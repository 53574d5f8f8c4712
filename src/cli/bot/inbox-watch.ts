import type { Desk } from '../../../adapters/desk/desk.js';

/** Milliseconds: a third of the time for which an event is held. */
const HOLD_MS = 10_000;
const LOOK_MS = 10_000;

/** Holds on to what this process is at, and takes over what others have left behind: at once, then every ten seconds. */
export class InboxWatch {
  readonly #desk: Pick<Desk, 'holdOn' | 'takeOver'>;
  readonly #timers: NodeJS.Timeout[] = [];
  #looking: Promise<void> = Promise.resolve();

  constructor(desk: Pick<Desk, 'holdOn' | 'takeOver'>) {
    this.#desk = desk;
  }

  start(): void {
    this.#timers.push(
      setInterval(() => void this.#desk.holdOn(), HOLD_MS),
      setInterval(() => this.#look(), LOOK_MS),
    );
    this.#look();
  }

  /** Takes over nothing more; what was taken over is the desk's affair, which is asked to become idle. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  #look(): void {
    this.#looking = this.#looking.then(() => this.#desk.takeOver());
  }
}
