import { describe, expect, it } from 'vitest';
import { type ClueSource, compile, places } from '../../../src/diagnosis/recognise/clue.js';
import { viewOf } from '../../../src/diagnosis/recognise/view.js';

function finds(source: ClueSource, text: string): boolean {
  const view = viewOf(text);
  return compile([source]).some(
    (clue) => !places(clue, view, (part) => view.flat.includes(part)).next().done,
  );
}

describe('clues', () => {
  it.each<[ClueSource, string, boolean]>([
    ['not found', 'NOT\n  found', true],
    ["don't", 'don’t', true],
    ['{a|b} cat', 'b cat', true],
    ['{a|b{1|2}|} cat', 'b2 cat', true],
    ['{a|b} cat', 'c cat', false],
    ['·pim·', 'the PIM role', true],
    ['·pim·', 'pimple', false],
    ['one…two', 'one and two', true],
    ['one…two', 'one\ntwo', false],
    ['one…two', `one${' x'.repeat(150)} two`, false],
    ['one……two', 'one\n\ntwo', true],
    ['{one…two|three} four', 'one x two four', true],
    [['one', /\d{3}/], 'one 404', true],
    [['one', /\d{3}/], '404 one', false],
    [['one', 300, 'two'], `one${' x'.repeat(140)} two`, true],
    [['one', '……', /two$/m], 'one\ntwo\nthree', true],
    [/^panic: /m, 'x\npanic: y', true],
  ])('%s in %j: %s', (source, text, expected) => {
    expect(finds(source, text)).toBe(expected);
  });

  it.each(['', '{a|}', 'a…{|b}'])('refuses %j, which would be found everywhere', (source) => {
    expect(() => compile([source])).toThrow();
  });

  it('refuses a group that is not closed', () => {
    expect(() => compile(['{a|b'])).toThrow('unclosed');
  });
});
