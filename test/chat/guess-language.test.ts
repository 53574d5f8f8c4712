import { expect, test } from 'vitest';
import { guessLanguage, languageOfFirst } from '../../src/chat/guess-language.js';

test.each([
  ['Ich kann mich nicht bei meiner Registry anmelden, was ist los?', 'de'],
  ['Wie melde ich mich bei contoso.azurecr.io an, wenn das Kennwort nicht geht?', 'de'],
  ['\u6211\u65e0\u6cd5\u767b\u5f55 Azure \u5bb9\u5668\u6ce8\u518c\u8868 contoso.azurecr.io', 'zh-Hans'],
  ['I cannot log in to my registry, die image is gone', null],
  ['docker push says unauthorized', null],
  ['', null],
  ['Error response from daemon: denied\n'.repeat(100), null],
] as const)('%s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

const refused =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';

test.each([
  [`Hallo, ich kann mich nicht anmelden, bitte um Hilfe:\n${refused}`, 'de'],
  [`${refused}\n\n请问这个错误怎么解决?我昨天还能登录`, 'zh-Hans'],
  [refused, null],
  // The words of a program on a German machine, which nobody speaks.
  [`Das System kann die angegebene Datei nicht finden und der Vorgang ist nicht beendet.\n${refused}`, null],
  [`I get this, die image is gone:\n${refused}`, null],
  ['Ich kann mich nicht bei meiner Registry anmelden', 'de'],
] as const)('of the person who first says %s', (text, language) => {
  expect(languageOfFirst(text)).toBe(language);
});
