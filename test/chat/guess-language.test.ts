import { expect, test } from 'vitest';
import { guessLanguage } from '../../src/chat/guess-language.js';

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
