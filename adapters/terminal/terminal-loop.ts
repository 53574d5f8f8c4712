import { paragraph } from './blocks.js';
import { nextText } from './collect.js';
import { type Example, examplesIn } from './examples.js';
import type { Keyboard } from './keyboard.js';
import { pageOf, type RenderOptions, renderBlocks } from './render.js';
import type { Sessions } from './sessions.js';
import { type Screen, Talk } from './talk.js';

/** The one person of a terminal. */
const PERSON = 'you';

export interface TerminalLoopIo extends Screen {
  readonly keyboard: Keyboard;
}

/** How the conversation ended. */
export type Ending = 'finished' | 'interrupted';

/** Holds a conversation with a person at a terminal, to its end. */
export async function terminalLoop(sessions: Sessions, io: TerminalLoopIo): Promise<Ending> {
  const { keyboard, write } = io;
  const talk = new Talk(sessions, PERSON, io);
  await talk.greet();
  let examples = examplesIn(talk.ui);
  await write(`\n${examplesText(examples, talk.options)}`);
  const named = (text: string): Example | undefined =>
    examples.find(({ letter }) => letter === text.trim().toLowerCase());
  for (;;) {
    if (keyboard.isTerminal) await talk.hint();
    keyboard.prompt(`${talk.ui.terminal.prompt}${talk.ui.colon}`);
    const entry = await nextText(keyboard, {
      isComplete: (line) => talk.isComplete(line) || named(line) !== undefined,
      untilBlank: talk.isWriting,
    });
    if (entry === 'end' || entry === 'interrupt') {
      await write(`${keyboard.isTerminal ? '\n' : ''}${talk.ui.terminal.goodbye}\n`);
      return entry === 'end' ? 'finished' : 'interrupted';
    }
    const { text } = entry;
    if (text === '' && !talk.takesNothing) continue;
    if (talk.ends(text)) {
      await write(`\n${talk.ui.terminal.goodbye}\n`);
      return 'finished';
    }
    const example = named(text);
    if (example !== undefined) {
      const code = { type: 'code', language: 'text', text: example.text } as const;
      await write(`\n${renderBlocks([code], talk.options)}`);
    }
    const before = talk.shown;
    await (example === undefined ? talk.take(text) : talk.say(example.text));
    // Letters are offered beside the greeting only.
    if (talk.shown !== before) examples = [];
  }
}

function examplesText(examples: readonly Example[], options: RenderOptions): string {
  const page = pageOf(options);
  const lines = examples.flatMap(({ letter, label }) => paragraph(label, page, `${letter}. `));
  return `${[...paragraph(page.ui.terminal.examplesHint, page), ...lines].join('\n')}\n`;
}
