import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexed, presence } from '../../../src/diagnosis/recognise/presence.js';

const words = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '码', 'é'), minLength: 1, maxLength: 9 }),
);

it('finds the keywords that a text contains, and no others', () => {
  fc.assert(
    fc.property(words, words, (keywords, parts) => {
      const text = parts.join('');
      const { has, found } = presence(text, indexed(keywords));
      for (const keyword of keywords) expect(has(keyword)).toBe(text.includes(keyword));
      expect(new Set(found)).toEqual(
        new Set(keywords.filter((keyword) => keyword.length > 1 && text.includes(keyword))),
      );
    }),
  );
});
