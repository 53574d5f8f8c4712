import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Keyboard } from '../../../adapters/terminal/keyboard.js';
import { Sessions } from '../../../adapters/terminal/sessions.js';
import { terminalLoop } from '../../../adapters/terminal/terminal-loop.js';
import type { Language } from '../../../src/knowledge/language.js';

/** A person at a terminal, or (`isTTY` false) a pipe. */
function seat(isTTY: boolean, language: Language = 'en') {
  const input = Object.assign(new PassThrough(), {
    isTTY,
    raw: false,
    setRawMode: (on: boolean): void => {
      input.raw = on;
    },
  });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  let screen = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
  });
  const keyboard = new Keyboard({ input, output, capable: true }, (lines) => `(${lines} lines)`);
  const sessions = new Sessions({ language, fixedLanguage: true, registry: null });
  const ended = terminalLoop(sessions, {
    keyboard,
    write: async (text) => void output.write(text),
    columns: () => 80,
    colour: false,
  }).finally(() => keyboard.close());
  /** Waits until the screen shows it, and forgets what stood before. */
  const see = async (text: string): Promise<string> => {
    for (let i = 0; i < 200; i++) {
      const at = screen.indexOf(text);
      if (at >= 0) {
        const seen = screen.slice(0, at + text.length);
        screen = screen.slice(at + text.length);
        return seen;
      }
      await sleep(10);
    }
    throw new Error(`"${text}" is not on the screen:\n${screen}`);
  };
  const type = (text: string): void => void input.write(text);
  return { input, keyboard, ended, see, type, screen: () => screen };
}

const firewall = "denied: client with IP '203.0.113.7' is not allowed access. https://contoso.azurecr.io/v2/";

test('greets, offers examples, takes a number, and leaves on Ctrl-D', async () => {
  const { see, type, ended, input } = seat(true);
  await see('a. docker login says');
  await see('Type a number, or paste an error.');
  await see('You: ');
  type('2\r');
  await see('1. ');
  await see('You: ');
  type('\u0004');
  await see('Goodbye.');
  expect(await ended).toBe('finished');
  expect(input.raw).toBe(false);
});

test('an example is a letter', async () => {
  const { see, type, ended } = seat(true);
  await see('You: ');
  type('b\r');
  await see("client with IP '203.0.113.7'");
  await see('firewall');
  await see('You: ');
  type('done\r');
  expect(await ended).toBe('finished');
});

test('a burst of lines is one paste, empty lines in it and its unfinished last line too', async () => {
  const { see, type, ended } = seat(true);
  await see('You: ');
  type(`Some log\r\r${firewall}\r`);
  type('rest of the log');
  await sleep(250);
  type('\r');
  await see('203.0.113.7');
  await see('You: ');
  type('\u0003');
  await see('Goodbye.');
  expect(await ended).toBe('interrupted');
});

test('a marked paste is not echoed, and is sent by Enter', async () => {
  const { see, type, ended, input } = seat(true);
  await see('You: ');
  type(`\u001b[200~Some secret log\n${firewall}\n\u001b[201~`);
  expect(await see('(2 lines)')).not.toContain('secret');
  type('\r');
  await see('203.0.113.7');
  await see('You: ');
  input.end();
  expect(await ended).toBe('finished');
});

test('a label of a button is pressed; many options are shown on request', async () => {
  const { see, type, ended } = seat(true, 'de');
  await see('Sie: ');
  type('1\r');
  await see('weitere Antworten');
  await see('Sie: ');
  type('mehr\r');
  await see('10. ');
  await see('Sie: ');
  type('„Von vorn beginnen“\r');
  await see('finde die Ursache');
  await see('Sie: ');
  type('fertig\r');
  await see('Auf Wiedersehen.');
  expect(await ended).toBe('finished');
});

test('a note may have several lines and ends with an empty one', async () => {
  const { see, type, ended } = seat(true);
  await see('You: ');
  type('human\r');
  await see('Write it, then press Enter on an empty line.');
  await see('You: ');
  type('one\r');
  await sleep(200);
  type('two\r\r');
  await see('- one\n- two');
  await see('You: ');
  type('quit\r');
  await ended;
});

test('in a pipe there is no prompt and no escape; an empty line ends a paste', async () => {
  const { input, ended, screen } = seat(false);
  input.end(`${firewall}\n\n1\nexit\n`);
  expect(await ended).toBe('finished');
  await sleep(10);
  expect(screen()).toContain('203.0.113.7');
  expect(screen()).not.toContain('You:');
  expect(screen()).not.toContain('\u001b');
  expect(screen().endsWith('Goodbye.\n')).toBe(true);
});

test('no escape but those of line editing reaches a terminal', async () => {
  const { see, type, ended, screen } = seat(true);
  let all = await see('You: ');
  type('b\r');
  all += await see('You: ');
  type('exit\r');
  await ended;
  all += screen();
  const escapes = new Set(all.match(/\u001b\[[0-9;?]*[A-Za-z]/g));
  // Where the line that is typed begins, what stands behind it, and marking of pastes.
  expect([...escapes].sort()).toEqual(
    ['\u001b[0J', '\u001b[1G', '\u001b[6G', '\u001b[?2004h', '\u001b[?2004l'].filter((it) => escapes.has(it)),
  );
});

test('what says that the language has changed is in the new one, the words to type too', async () => {
  const { see, type, ended } = seat(true, 'zh-Hans');
  await see('你：');
  type('language en\r');
  await see('We go on in English.');
  await see('Or type "Hand over to a human"');
  await see('You: ');
  type('done\r');
  expect(await ended).toBe('finished');
});
