import type { References } from './adapter.js';

/** Milliseconds for which an answer counts; as long may a chat that somebody has forgotten still be written to. */
const KEPT_MS = 5_000;
/** People remembered; those of a few seconds. */
const REMEMBERED = 1_000;

interface Kept {
  readonly reference: string | null;
  readonly until: number;
}

/** References that ask the store once for the messages of one turn, not for each of them. */
export function recentReferences(references: References, now: () => number): References {
  const kept = new Map<string, Kept>();
  const keep = (person: string, reference: string | null): void => {
    kept.delete(person);
    kept.set(person, { reference, until: now() + KEPT_MS });
    const [oldest] = kept.keys();
    if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
  };
  return {
    async reference(person) {
      const known = kept.get(person);
      if (known !== undefined && known.until > now()) return known.reference;
      const reference = await references.reference(person);
      // None is not kept: another replica may be hearing from them right now.
      if (reference !== null) keep(person, reference);
      return reference;
    },
    async saveReference(person, reference, at) {
      kept.delete(person);
      await references.saveReference(person, reference, at);
      keep(person, reference);
    },
  };
}
