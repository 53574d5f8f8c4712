import type { Deliveries, Delivery } from '../../src/access/delivery/deliveries.js';

interface Kept extends Delivery {
  /** Null once it was claimed. */
  ciphertext: string | null;
}

/** Sealed secrets in memory, and the rows that the audit would have. */
export interface FakeDeliveries extends Deliveries {
  readonly add: (tokenHash: string, delivery: Delivery, ciphertext: string) => void;
  /** Claims of what was claimed before. */
  readonly secondClaims: () => number;
  readonly isClaimed: (tokenHash: string) => boolean;
  /** Everything that is kept, as one text. */
  readonly dump: () => string;
}

export function fakeDeliveries(): FakeDeliveries {
  const all = new Map<string, Kept>();
  let secondClaims = 0;
  const good = (hash: string, now: number) => {
    const kept = all.get(hash);
    return kept !== undefined && kept.until > now ? kept : null;
  };
  return {
    add: (hash, delivery, ciphertext) => void all.set(hash, { ...delivery, ciphertext }),
    secondClaims: () => secondClaims,
    isClaimed: (hash) => all.get(hash)?.ciphertext === null,
    dump: () => JSON.stringify([...all]),
    async look(hash, now) {
      const kept = good(hash, now);
      return kept && { request: kept.request, recipient: kept.recipient, until: kept.until };
    },
    async claim(hash, objectId, now) {
      const kept = good(hash, now);
      if (kept === null) return { kind: 'over' };
      if (kept.recipient.objectId !== objectId) return { kind: 'not-yours' };
      const { ciphertext, request } = kept;
      if (ciphertext === null) {
        secondClaims += 1;
        return { kind: 'claimed-before' };
      }
      kept.ciphertext = null;
      return { kind: 'claimed', ciphertext, request };
    },
  };
}
