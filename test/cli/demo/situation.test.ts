import { expect, test } from 'vitest';
import { seat } from './seat.js';

test('the whole paste is shown and sent; the repair ends in resolved', async () => {
  const { see, enter, type, ended } = seat(['demo', '--lang', 'en'], 300);
  await see('You: ');
  const first = await enter('1', 'You (katrin): ');
  expect(first).toContain('docker login: Works in the office, not from home');
  expect(first).toContain('You are katrin, the one who needs help.');
  expect(first).toContain(
    '> Guten Morgen, im Homeoffice klappt der Login nicht, im Büro geht es:\n>\n> katrin@',
  );
  expect(first).toContain('The firewall of the registry does not allow your address');
  expect(first).toContain('Type `fix` to have the fault repaired here, then "Check again".');
  expect(await enter('fix', 'You (katrin): ')).toContain('The fault is repaired');
  const resolved = await enter('check again', 'You (katrin): ');
  expect(resolved).toContain('What was wrong is put right');
  expect(resolved).toContain('Type `situations` to choose another one.');
  expect(await enter('situations', 'You: ')).toContain('8. ');
  type('quit\r');
  expect(await ended).toBe(0);
});

test('a mistaken repair leaves the fault where it is', async () => {
  const { see, enter, type, ended } = seat(['demo', '--lang', 'en']);
  await see('You: ');
  await enter('1', 'You (katrin): ');
  expect(await enter('apply nothing', 'You (katrin): ')).toContain('no change `nothing` here, only: `fix`,');
  expect(await enter('wrong-fix', 'You (katrin): ')).toContain('The change `wrong-fix` is made.');
  const again = await enter('check again', 'You (katrin): ');
  expect(again).not.toContain('What was wrong is put right');
  expect(again).toContain('Type `fix` to have the fault repaired here');
  type('quit\r');
  await ended;
});

test('a wrong answer is corrected on the way', async () => {
  const { see, enter, type, ended } = seat(['demo', '--lang', 'en']);
  await see('You: ');
  const prompt = 'You (leon): ';
  expect(await enter('8', prompt)).toContain('Or type `answer` to say what leon would say.');
  expect(await enter('answer', prompt)).toContain('leon: Not at all: the registry allows anonymous pull');
  const wrong = 'But Docker still sends credentials';
  expect(await enter('2', prompt)).not.toContain(wrong);
  const list = await enter('correct', prompt);
  expect(list).not.toContain('`answer`');
  await enter(/(\d+)\. Stored credentials/.exec(list)?.[1] ?? 'not listed', prompt);
  expect((await enter('1', prompt)).replace(/\n/g, ' ')).toContain(wrong);
  await enter('beheben', prompt);
  await enter('check again', prompt);
  expect(await enter('answer', prompt)).toContain('leon: It works now');
  type('quit\r');
  await ended;
});

test('one can be somebody else, whose identity the checks see then', async () => {
  const { see, enter, type, ended } = seat(['demo', '--lang', 'en']);
  await see('You: ');
  const asker = await enter('7', 'You (jonas): ');
  expect(asker).toContain('Your role is not activated yet');
  expect(await enter('as nobody', 'You (jonas): ')).toContain('no `nobody` here, only: `asker` (jonas)');
  const other = await enter('as colleague', 'You (mira): ');
  expect(other).toContain('You are mira, a colleague of jonas.');
  expect(other).toContain('`paste` sends the error of jonas');
  expect(await enter('paste', 'You (mira): ')).not.toContain('Your role is not activated yet');
  expect(await enter('as jonas', 'You (jonas): ')).toContain('Your role is not activated yet');
  expect(await enter('as approver', 'You (ari): ')).toContain('You are ari, who may give access here.');
  expect(await enter('help', 'You (ari): ')).toMatch(
    /`asker` \(jonas\), `colleague` \(mira\),\s+`approver` \(ari\)/,
  );
  type('quit\r');
  await ended;
});

test('a situation speaks the language that was chosen, whatever its paste is written in', async () => {
  const { see, enter, type, ended } = seat(['demo', '--lang', 'zh-Hans']);
  await see('你：');
  const first = await enter('1', '你 (katrin)：');
  expect(first).toContain('> Guten Morgen');
  expect(first).toContain('输入 `修复`');
  await enter('修复', '你 (katrin)：');
  expect(await enter('再次检查', '你 (katrin)：')).toContain('输入 `情境` 可选择另一个。');
  type('退出\r');
  await ended;
});
