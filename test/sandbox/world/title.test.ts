import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { titleIn } from '../../../sandbox/world/title.js';
import { languages } from '../../../src/knowledge/language.js';

const folder = new URL('../../../sandbox/worlds/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const titles = files.map((file) => titleIn(readFileSync(new URL(file, folder), 'utf8')));

test('is read from a file without the rest of it', () => {
  const block = "# A comment\ntitle:\n  en: 'a: b'\n  de: c\n  zh-Hans: d\ncause: [unclosed";
  expect(titleIn(block)).toEqual({ en: 'a: b', de: 'c', 'zh-Hans': 'd' });
  expect(titleIn('title: { en: a, de: b, zh-Hans: c }\ncause: x\n')).toEqual({
    en: 'a',
    de: 'b',
    'zh-Hans': 'c',
  });
});

test.each([
  ['no title', 'cause: x\n'],
  ['a language is missing', 'title: { en: a, de: b }\n'],
  ['a sentence is no text', 'title: { en: 1, de: b, zh-Hans: c }\n'],
])('there is none where %s', (_why, text) => {
  expect(titleIn(text)).toBeNull();
});

test.each(languages)('every world has its own, in %s', (language) => {
  const told = titles.map((title) => title?.[language]);
  expect(told).not.toContain(undefined);
  expect(new Set(told).size).toBe(files.length);
});

test('none is left untranslated', () => {
  const same = titles.filter(
    (it) =>
      it !== null && (it.en === it.de || it.en === it['zh-Hans'] || !/\p{Script=Han}/u.test(it['zh-Hans'])),
  );
  expect(same).toEqual([]);
});
