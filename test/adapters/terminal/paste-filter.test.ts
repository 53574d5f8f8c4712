import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PasteFilter } from '../../../adapters/terminal/paste-filter.js';

const feed = (...chunks: readonly string[]) => {
  const filter = new PasteFilter();
  return chunks.flatMap((chunk) => filter.feed(chunk));
};

test('a marked paste of several lines is taken out, a short one is typed', () => {
  expect(feed('ab\u001b[200~one\rtwo\u001b[201~\r')).toEqual([
    { kind: 'typed', text: 'ab' },
    { kind: 'pasted', text: 'one\rtwo' },
    { kind: 'typed', text: '\r' },
  ]);
  expect(feed('\u001b[200~contoso.azurecr.io\u001b[201~')).toEqual([
    { kind: 'typed', text: 'contoso.azurecr.io' },
  ]);
});

test('keys that send escapes stay keys', () => {
  expect(feed('\u001b', '[A', '\u001b[D')).toEqual([
    { kind: 'typed', text: '\u001b' },
    { kind: 'typed', text: '[A' },
    { kind: 'typed', text: '\u001b[D' },
  ]);
});

test('marks may be divided between chunks, but for their first character', () => {
  const whole = 'x\u001b[200~one\ntwo\u001b[201~y';
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: whole.length - 1 }), { maxLength: 5 }), (cuts) => {
      const escapes = [...whole.matchAll(/\u001b/g)].map((it) => it.index + 1);
      const at = [...new Set([0, ...cuts.filter((cut) => !escapes.includes(cut)), whole.length])].sort(
        (a, b) => a - b,
      );
      const chunks = at.slice(1).map((end, i) => whole.slice(at[i], end));
      const out = feed(...chunks);
      const only = (kind: string) =>
        out
          .filter((it) => it.kind === kind)
          .map((it) => it.text)
          .join('');
      expect([only('typed'), only('pasted')]).toEqual(['xy', 'one\ntwo']);
    }),
  );
});
