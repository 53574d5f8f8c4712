import { describe, expect, it } from 'vitest';
import { regexLiterals } from './regex-literals.js';
import { expectSafe } from './safe-pattern.js';

const literals = regexLiterals(new URL('../../../src/diagnosis/normalise/', import.meta.url));

describe('patterns of normalise', () => {
  it('are found in the sources', () => {
    expect(literals.length).toBeGreaterThan(20);
  });

  it.each(literals.map((one) => [`${one.where} /${one.source}/${one.flags}`, one] as const))(
    'is safe from backtracking: %s',
    (_, { source, flags }) => {
      expectSafe(source, flags);
    },
  );
});
