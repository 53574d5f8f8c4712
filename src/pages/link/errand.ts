import type { PersonKey, Store } from '../../store/store.js';

/** What tying accounts needs. */
export interface LinkErrand {
  readonly store: Pick<Store, 'saveLink'>;
  /** Called after the link is kept; nobody waits for it. */
  readonly onLinked: (person: PersonKey) => void | Promise<void>;
  /** How long a link lasts, in milliseconds; 90 days where nothing is said. */
  readonly lifetime?: number;
}

const DAY = 24 * 60 * 60_000;

export function lifetimeOf({ lifetime = 90 * DAY }: LinkErrand): number {
  return lifetime;
}
