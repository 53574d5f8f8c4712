import type { LoginServer } from '../../diagnosis/reading.js';
import type { Ask } from '../run-cache.js';
import type { SubscriptionRecord } from './subscriptions.js';

/** Registries whose subscription is remembered; beyond it those that were found longest ago are forgotten. */
const MOST_HOMES = 10_000;

/**
 * The subscriptions that were readable when somebody last asked: where to look first while they are listed anew. What
 * is in them is always read anew, so a guess that is out of date shows nothing that Azure does not.
 */
export class SeenSubscriptions {
  #ids: readonly string[] = [];
  readonly #homes = new Map<LoginServer, string>();

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** The subscription in which a registry was found last; null where nobody has found it. */
  homeOf(loginServer: LoginServer): string | null {
    return this.#homes.get(loginServer) ?? null;
  }

  found(loginServer: LoginServer, subscription: string): void {
    this.#homes.delete(loginServer);
    this.#homes.set(loginServer, subscription);
    const [oldest] = this.#homes.keys();
    if (oldest !== undefined && this.#homes.size > MOST_HOMES) this.#homes.delete(oldest);
  }

  /** The same question, its answers noted. From a listing that fails nothing is learnt. */
  noting(list: Ask<null, readonly SubscriptionRecord[]>): Ask<null, readonly SubscriptionRecord[]> {
    return async (about, signal) => {
      const answer = await list(about, signal);
      if (answer.ok) this.#ids = answer.value.map(({ id }) => id);
      return answer;
    };
  }
}
