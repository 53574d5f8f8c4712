import { expect, test } from 'vitest';
import { causeIds } from '../../../src/knowledge/causes.js';
import { languages } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { run } from '../world.js';
import { seat } from './seat.js';

const numbered = (text: string): readonly string[] => text.split('\n').filter((it) => /^ ?\d+\. /.test(it));

test('greets, and offers a few situations, all of them on request', async () => {
  const { see, enter, ended } = seat(['demo', '--lang', 'en']);
  const first = await see('You: ');
  expect(first).toContain('I help people get back into their Azure Container Registry');
  expect(numbered(first)).toHaveLength(9);
  expect(first).toContain('`situations` to see all 56');
  const all = await enter('situations', 'You: ');
  expect(numbered(all)).toHaveLength(57);
  expect(
    numbered(all)
      .slice(0, 8)
      .map((it) => it.trim()),
  ).toEqual(numbered(first).slice(0, 8));
  await enter('quit', 'Goodbye.');
  expect(await ended).toBe(0);
});

test.each(languages)('gives no cause away, in %s', async (language) => {
  const { see, enter, type, ended } = seat(['demo', '--lang', language]);
  const { terminal, colon } = textsFor(language).ui;
  const prompt = `${terminal.prompt}${colon}`;
  await see(prompt);
  const all = await enter('situations', prompt);
  for (const cause of causeIds) {
    expect(all).not.toContain(cause);
    expect(all).not.toContain(textsFor(language).causes[cause].title);
  }
  type('quit\r');
  await ended;
});

test('a number that is not there is told', async () => {
  const { see, enter, type, ended } = seat(['demo', '--lang', 'en']);
  await see('You: ');
  expect(await enter('57', 'You: ')).toContain('have the numbers 1 to 56.');
  type('\u0003');
  expect(await ended).toBe(130);
});

test('an own error is answered, without a world; the list is a word away', async () => {
  const { see, enter, ended } = seat(['demo', '--lang', 'en']);
  await see('You: ');
  const error = "denied: client with IP '198.51.100.1' is not allowed access. https://contoso.azurecr.io/v2/";
  expect(await enter(error, 'You: ')).toContain('The firewall of the registry does not allow your address');
  expect(await enter('help', 'You: ')).toContain('`situations`: back to the list');
  expect(await enter('situations', 'You: ')).toContain('1. ');
  expect(await enter('0', 'You: ')).toContain('What were you doing when it failed?');
  await enter('done', 'You: ');
  await enter('done', 'Goodbye.');
  expect(await ended).toBe(0);
});

test('the language can be changed at the list, and stays', async () => {
  const { see, enter, type, ended } = seat(['demo', '--lang', 'en']);
  await see('You: ');
  expect(await enter('deutsch', 'Sie: ')).toContain('Geht im Büro, nicht im Homeoffice');
  expect(await enter('0', 'Sie: ')).toContain('docker login');
  expect(await enter('situationen', 'Sie: ')).toContain('Tippen Sie eine Nummer');
  type('ende\r');
  await see('Auf Wiedersehen.');
  await ended;
});

test('without a terminal it answers what stands on standard input', async () => {
  const { code, out } = await run(['demo', '--lang', 'en'], { input: 'toomanyrequests. contoso.azurecr.io' });
  expect(code).toBe(0);
  expect(out).not.toContain('situation');
});
