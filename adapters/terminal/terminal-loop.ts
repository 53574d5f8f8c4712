import { readCommand } from '../../dialogs/conversation/commands.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { paragraph } from './blocks.js';
import { asksForMore, buttonNamed } from './choices.js';
import { type Example, examplesIn } from './examples.js';
import type { Keyboard } from './keyboard.js';
import { ProgressShown } from './progress-shown.js';
import { pageOf, type RenderOptions, render, renderBlocks, renderRest } from './render.js';
import type { Sessions } from './sessions.js';

/** Lines that follow each other faster than anybody types belong to one paste. */
const SILENCE_MS = 150;
/** The one person of a terminal. */
const PERSON = 'you';

export interface TerminalLoopIo {
  readonly keyboard: Keyboard;
  readonly write: (text: string) => Promise<void>;
  /** Columns now: windows are resized. */
  readonly columns: () => number | undefined;
  readonly colour: boolean;
}

/** How the conversation ended. */
export type Ending = 'finished' | 'interrupted';

/** Holds a conversation with a person at a terminal, to its end. */
export async function terminalLoop(sessions: Sessions, io: TerminalLoopIo): Promise<Ending> {
  const { keyboard, write } = io;
  const options = (): RenderOptions => ({
    width: io.columns(),
    colour: io.colour,
    language: sessions.languageOf(PERSON),
  });
  const ui = () => textsFor(sessions.languageOf(PERSON)).ui;
  let shown: Message | undefined;
  let examples: readonly Example[] = [];

  const tell = async (incoming: Incoming): Promise<void> => {
    const progress = new ProgressShown();
    for await (const message of sessions.take(incoming)) {
      shown = message;
      const text = message.replaces === null ? render(message, options()) : progress.news(message, options());
      progress.note(message);
      if (text !== '') await write(message.replaces === null ? `\n${text}` : text);
    }
    examples = [];
  };

  await tell({ kind: 'start', as: PERSON });
  examples = examplesIn(ui());
  await write(`\n${examplesText(examples, options())}`);
  for (;;) {
    await hint(shown, keyboard.isTerminal, write, options());
    keyboard.prompt(`${ui().terminal.prompt}: `);
    const text = await nextText(keyboard, {
      isComplete: (line) => isComplete(line, shown, examples),
      untilBlank: shown?.form != null,
    });
    if (text === 'end' || text === 'interrupt') {
      await write(`${keyboard.isTerminal ? '\n' : ''}${ui().terminal.goodbye}\n`);
      return text === 'end' ? 'finished' : 'interrupted';
    }
    if (text === '') continue;
    const command = readCommand(text);
    const example = examples.find(({ letter }) => letter === text.toLowerCase());
    const button = buttonNamed(text, shown?.buttons ?? []);
    if (button?.verb === 'finish' || (command?.kind === 'verb' && command.verb === 'finish')) {
      // The farewell of the conversation offers what a terminal that closes no longer has.
      await write(`\n${ui().terminal.goodbye}\n`);
      return 'finished';
    }
    if (shown !== undefined && asksForMore(text, shown.ask)) {
      await write(`\n${renderRest(shown, options())}`);
    } else if (example !== undefined) {
      const code = { type: 'code', language: 'text', text: example.text } as const;
      await write(`\n${renderBlocks([code], options())}`);
      await tell({ kind: 'say', as: PERSON, text: example.text });
    } else if (button !== undefined) {
      await tell({ kind: 'press', as: PERSON, button: button.id });
    } else {
      await tell({ kind: 'say', as: PERSON, text });
    }
  }
}

interface Collecting {
  /** A number or a word to press is complete by itself. */
  readonly isComplete: (line: string) => boolean;
  /** Somebody writes a note: it may take its time. */
  readonly untilBlank: boolean;
}

/** Collects what was entered together. */
async function nextText(
  keyboard: Keyboard,
  { isComplete, untilBlank }: Collecting,
): Promise<string | 'end' | 'interrupt'> {
  const lines: string[] = [];
  for (;;) {
    const patient = lines.length === 0 || keyboard.isTyping || untilBlank;
    const entry = await keyboard.next(patient ? undefined : SILENCE_MS);
    if (entry.kind === 'interrupt') return 'interrupt';
    if (entry.kind === 'line') {
      if (lines.length === 0 && isComplete(entry.text)) return entry.text.trim();
      // In a pipe an empty line ends a paste; on a terminal it may be part of the burst.
      if (entry.text === '' && lines.length > 0 && (untilBlank || !keyboard.isTerminal)) break;
      lines.push(entry.text);
      if (entry.whole) break;
    } else if (entry.kind === 'end') {
      if (lines.length === 0) return 'end';
      break;
    } else if (!keyboard.isTyping) {
      break;
    }
  }
  return lines.join('\n').trim();
}

function isComplete(line: string, shown: Message | undefined, examples: readonly Example[]): boolean {
  const text = line.trim();
  if (/^\d{1,2}[.)]?$/.test(text) || readCommand(text) !== null || asksForMore(text, shown?.ask ?? null))
    return true;
  if (examples.some(({ letter }) => letter === text.toLowerCase())) return true;
  return buttonNamed(text, shown?.buttons ?? []) !== undefined;
}

function examplesText(examples: readonly Example[], options: RenderOptions): string {
  const page = pageOf(options);
  const lines = examples.flatMap(({ letter, label }) => paragraph(label, page, `${letter}. `));
  return `${[...paragraph(page.ui.terminal.examplesHint, page), ...lines].join('\n')}\n`;
}

/** What can be done now, in one line, for a person only. */
async function hint(
  shown: Message | undefined,
  isTerminal: boolean,
  write: TerminalLoopIo['write'],
  options: RenderOptions,
): Promise<void> {
  if (!isTerminal) return;
  const page = pageOf(options);
  const { chooseHint, noteHint, pasteHint } = page.ui.terminal;
  if (shown?.outcome != null) return;
  const text = shown?.form != null ? noteHint : shown?.ask == null ? pasteHint : chooseHint;
  await write(`\n${paragraph(text, page).join('\n')}\n`);
}
