import { expect, test } from 'vitest';
import { defineTree } from '../../dialogs/tree/node.js';

/*
 * These trees must not compile: `npm test` runs the compiler over this file, and an expected error that is not
 * there is an error. At run time they are plain data.
 */
test('a dangling link, an unhandled verdict and a missing option do not compile', () => {
  const dangling = defineTree({
    start: {
      kind: 'check',
      check: 'docker-version',
      // @ts-expect-error -- must not compile: `nowhere` is no node of this tree
      to: { current: 'end', outdated: 'nowhere', unknown: 'end' },
    },
    end: { kind: 'outcome', cause: 'unknown', certainty: 'possible' },
  });
  const unhandled = defineTree({
    // @ts-expect-error -- must not compile: the verdict `outdated` has no way on
    start: { kind: 'check', check: 'docker-version', to: { current: 'end', unknown: 'end' } },
    end: { kind: 'outcome', cause: 'unknown', certainty: 'possible' },
  });
  const optionless = defineTree({
    // @ts-expect-error -- "I don't know" must lead somewhere
    start: { kind: 'ask', ask: 'sp-user-name', to: { 'application-id': 'end', other: 'end' } },
    end: { kind: 'outcome', cause: 'unknown', certainty: 'possible' },
  });
  const nameless = defineTree({
    // @ts-expect-error -- an outcome names one of the causes
    start: { kind: 'outcome', cause: 'bad-luck', certainty: 'possible' },
  });
  expect([dangling, unhandled, optionless, nameless]).toHaveLength(4);
});
