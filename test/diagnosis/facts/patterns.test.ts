import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { regexLiterals } from '../normalise/regex-literals.js';

const literals = regexLiterals(new URL('../../../src/diagnosis/facts/', import.meta.url));

describe('patterns of facts', () => {
  it('are found in the sources', () => {
    expect(literals.length).toBeGreaterThan(20);
  });

  it.each(literals.map((one) => [`${one.where} /${one.source}/${one.flags}`, one] as const))(
    'is safe from backtracking: %s',
    (_, { source, flags }) => {
      const { status, attack } = { attack: undefined, ...checkSync(source, flags, { timeout: 20_000 }) };
      expect({ status, attack: attack?.pattern }).toEqual({ status: 'safe', attack: undefined });
    },
  );
});
