import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../../adapters/terminal/clean.js';
import { colourStyle, plainStyle, wantsColour } from '../../../adapters/terminal/style.js';
import { widthOf } from '../../../adapters/terminal/words.js';
import { wrap } from '../../../adapters/terminal/wrap.js';

const lines = (text: string, width: number) => wrap(text, { width, style: plainStyle });

describe('wrap', () => {
  test('breaks at blanks, keeps code in one piece', () => {
    expect(lines('Run `az acr login` on the machine where it fails.', 20)).toEqual([
      'Run `az acr login`',
      'on the machine where',
      'it fails.',
    ]);
  });

  test('code that is wider than the line stands alone and unbroken', () => {
    expect(lines('You need `Microsoft.ContainerRegistry/registries/read`, at least.', 20)).toEqual([
      'You need',
      '`Microsoft.ContainerRegistry/registries/read`,',
      'at least.',
    ]);
  });

  test('Chinese breaks anywhere, but no line begins with a full stop or ends with an opening bracket', () => {
    expect(lines('\u8bf7\u5148\u767b\u5f55\u6ce8\u518c\u8868\u3002', 8)).toEqual([
      '\u8bf7\u5148\u767b\u5f55',
      '\u6ce8\u518c\u8868\u3002',
    ]);
    expect(lines('\u8bf7\u5148\u767b\u5f55\u3002\u518d\u8bd5', 8)).toEqual([
      '\u8bf7\u5148\u767b',
      '\u5f55\u3002\u518d\u8bd5',
    ]);
    expect(lines('\u8bf7\u5148\u767b\uff08\u5f55\uff09', 8)).toEqual([
      '\u8bf7\u5148\u767b',
      '\uff08\u5f55\uff09',
    ]);
  });

  test('bold marks are taken away; with colour they become bold', () => {
    expect(lines('Open **Settings > Networking** now', 80)).toEqual(['Open Settings > Networking now']);
    expect(wrap('Open **Settings > Networking** now', { width: 80, style: colourStyle })).toEqual([
      'Open \u001b[1mSettings > Networking\u001b[22m now',
    ]);
  });

  test('further lines begin under the first word', () => {
    expect(wrap('one two three', { width: 11, first: '1. ', rest: '   ', style: plainStyle })).toEqual([
      '1. one two',
      '   three',
    ]);
  });

  test('no line without code is too wide, and no character is lost', () => {
    const word = fc.constantFrom(
      'a',
      'Registrierung',
      'Anwendungsentwicklerberechtigung',
      '\u6ce8\u518c\u8868\u3002',
      '(x)',
      '\uff08',
      '\u201c',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 20, max: 80 }), (words, width) => {
        const text = words.join(' ');
        const set = lines(text, width);
        expect(set.filter((line) => widthOf(line) > width)).toEqual([]);
        expect(set.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

test('clean leaves nothing that drives a terminal', () => {
  expect(clean('a\u001b[31mb\u001b]0;title\u0007c\u0007d\u202ee\u200bf\r\ng\u009b2J\th')).toBe(
    'abcdef\ng2J\th',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(clean(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('colour only for a terminal whose owner wants it', () => {
  expect(wantsColour({}, true)).toBe(true);
  expect(wantsColour({ NO_COLOR: '1' }, true)).toBe(false);
  expect(wantsColour({ NO_COLOR: '' }, true)).toBe(true);
  expect(wantsColour({ TERM: 'dumb' }, true)).toBe(false);
  expect(wantsColour({}, false)).toBe(false);
});
