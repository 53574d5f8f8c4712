import type { Ask } from '../run-cache.js';
import type { SubscriptionRecord } from './subscriptions.js';

/**
 * The subscriptions that were readable when somebody last asked: where to look first while they are listed anew. What
 * is in them is always read anew, so a guess that is out of date shows nothing that Azure does not.
 */
export class SeenSubscriptions {
  #ids: readonly string[] = [];

  get ids(): readonly string[] {
    return this.#ids;
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
