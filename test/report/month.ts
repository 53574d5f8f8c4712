import { personKey } from '../../src/chat/person.js';
import type { Database } from '../../src/store/store.js';
import type { CaseStep } from '../../src/store/tally/case-step.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How often a cause comes, and what becomes of such a case. */
const causes = [
  { cause: 'role-missing', weight: 8, help: 'request', solved: 0.8 },
  { cause: 'ip-not-allowed', weight: 5, help: 'people', solved: 0.4 },
  { cause: 'entra-token-expired', weight: 6, help: 'none', solved: 0.9 },
  { cause: 'login-server-malformed', weight: 3, help: 'none', solved: 0.7 },
  { cause: 'repository-or-tag-not-found', weight: 2, help: 'none', solved: 0.5 },
  { cause: null, weight: 2, help: 'people', solved: 0.1 },
] as const satisfies readonly {
  cause: CaseStep['cause'];
  weight: number;
  help: CaseStep['help'];
  solved: number;
}[];

/**
 * Fills a store with a month of cases, each step at its own time. The same each time.
 *
 * @param end milliseconds since 1970 at which the month is over
 */
export async function fillMonth(store: Database, end: number): Promise<{ readonly cases: number }> {
  const next = numbers(7);
  const weights = causes.flatMap((it) => Array.from({ length: it.weight }, () => it));
  let cases = 0;
  for (let ago = 29; ago >= 0; ago--) {
    const weekday = new Date(end - ago * day).getUTCDay();
    const today = weekday === 0 || weekday === 6 ? next(2) : 2 + next(7);
    for (let i = 0; i < today; i++) {
      const kind = weights[next(weights.length)] ?? causes[0];
      const platform = next(3) === 0 ? 'teams' : 'slack';
      const person = personKey({
        platform,
        tenant: 'T0FAKE',
        id: `U${next(12)}`,
        objectId: null,
        guest: false,
      });
      const id = `case-${++cases}`;
      const began = end - ago * day - next(300) * minute;
      const language = (['en', 'en', 'de', 'zh-Hans'] as const)[next(4)] ?? 'en';
      const step = { id, registry: 'contoso.azurecr.io', language, resolved: false, help: 'none' } as const;
      await store.saveCase(person, { ...step, cause: null, updatedAt: began });
      await store.saveCase(person, { ...step, cause: kind.cause, updatedAt: began + minute });
      const help = next(3) === 0 ? 'none' : kind.help;
      const resolved = next(100) < kind.solved * 100;
      const took = (help === 'none' ? 2 + next(40) : 20 + next(600)) * minute;
      await store.saveCase(person, { ...step, cause: kind.cause, help, resolved, updatedAt: began + took });
      if (next(3) > 0) continue;
      const helped = resolved && next(5) > 0;
      const words = [
        'too long',
        'did not know my proxy',
        'password=Hunter2Hunter2 \u001b[31m did not work',
        null,
      ];
      const word = helped ? null : (words[next(words.length)] ?? null);
      await store.saveFeedback({ id: `f-${cases}`, cause: kind.cause, helped, word, at: began + took });
    }
  }
  return { cases };
}

/** Whole numbers below a limit, the same each time (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}
