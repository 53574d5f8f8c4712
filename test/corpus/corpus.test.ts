import { describe, expect, test } from 'vitest';
import { tell } from '../support/figures.js';
import { corpusIsHere, readCorpus } from './corpus.js';
import { floors, ratio } from './floors.js';
import { idList, measures, missList, table, wanted } from './report.js';
import { score } from './score.js';

if (!corpusIsHere) {
  // The texts are no part of the project: where they are missing, the report says that nothing was measured.
  test('recognition of real texts', (context) => context.skip('the corpus is not here (../shared/corpus)'));
} else {
  describe.each(['errors', 'clients'] as const)('%s.jsonl', (name) => {
    const { seen, heldAside } = readCorpus(name);
    const scores = { all: score([...seen, ...heldAside]), 'held aside': score(heldAside) };
    if (wanted) console.log(`${name}.jsonl\n${reportOf(name)}`);

    describe.each(['all', 'held aside'] as const)('%s', (part) => {
      test.for(measures)('%s', (measure, { task }) => {
        const { hit, of } = scores[part][measure];
        tell(task, { hit, of });
        expect(ratio(scores[part][measure])).toBeGreaterThanOrEqual(floors[name][part][measure]);
      });
    });

    function reportOf(file: string): string {
      const open = score(seen);
      return [
        table(scores),
        '',
        missList(`${file}: first cause missed`, open.misses),
        missList(`${file}: entities missed`, open.entityMisses),
        idList(`${file}, held aside: first cause missed`, scores['held aside'].misses),
        idList(`${file}, held aside: entities missed`, scores['held aside'].entityMisses),
        '',
      ].join('\n');
    }
  });
}
