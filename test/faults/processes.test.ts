import { describe, expect, test } from 'vitest';
import { withPostgres } from '../store/postgres.js';
import { chosen } from './choice.js';
import { hasSmallDisks, playCrowd } from './processes.js';
import { linesAt } from './script.js';
import { DEADLINE_MS } from './stories.js';

const told = /How do you sign in|I was interrupted|Something went wrong on my side|Many people are asking/;

await withPostgres((server) => {
  describe('bots to which something happens under load', () => {
    for (const scenario of chosen(['people'], 1)) {
      const isPossible = linesAt(scenario, 'disk').length === 0 || hasSmallDisks();
      // A disk of a test's own takes a namespace of the machine's.
      test.skipIf(!isPossible)(
        `${scenario.name}: nobody is left without a word, and none is said twice`,
        async () => {
          const { texts, slowestMs, interrupted, after, err, log } = await playCrowd(scenario, server);
          console.log(
            `${scenario.name}: ${texts.length} people, the slowest after ${Math.round(slowestMs)} ms; ${interrupted} were interrupted, and told`,
          );
          for (const mine of texts) {
            expect(mine.join('\n---\n')).toMatch(told);
            expect(new Set(mine).size, mine.join('\n---\n')).toBe(mine.length);
          }
          const { says = [] } = scenario;
          for (const words of says) expect(texts.flat().join('\n')).toContain(words);
          expect(slowestMs).toBeLessThan(DEADLINE_MS);
          for (const [i, mine] of after.entries()) expect(mine.length).toBeGreaterThan(texts[i]?.length ?? 0);
          for (const { what } of linesAt(scenario, 'clock'))
            expect(err).toContain(`the clock is ${what} minutes off`);
          expect(log.filter(({ event }) => String(event).startsWith('process.unhandled'))).toEqual([]);
        },
        240_000,
      );
    }
  });
});
