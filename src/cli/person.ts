import { Keyboard } from '../../adapters/terminal/keyboard.js';
import { type Ending, type TerminalLoopIo, terminalLoop } from '../../adapters/terminal/terminal-loop.js';
import type { App } from '../app.js';
import type { Language } from '../knowledge/language.js';
import { textsFor } from '../knowledge/texts/index.js';
import { type Context, renderOptions } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';

/** A conversation at the terminal, until the person leaves. */
export function withPerson(app: App, context: Context): Promise<ExitCode> {
  return atKeyboard(app.config.language, context, (io) => terminalLoop(app.sessions, io));
}

/** Something at the terminal that reads the keyboard, until the person leaves. */
export async function atKeyboard(
  language: Language,
  context: Context,
  hold: (io: TerminalLoopIo) => Promise<Ending>,
): Promise<ExitCode> {
  const { io, out } = context;
  const { pasted } = textsFor(language).ui.terminal;
  const keyboard = new Keyboard(
    { input: io.stdin, output: io.stdout, capable: io.env['TERM'] !== 'dumb' },
    (lines) => pasted.replace('{lines}', String(lines)),
  );
  const stopListening = io.onInterrupt(() => keyboard.interrupt());
  try {
    const ending = await hold({
      keyboard,
      write: out.write,
      columns: () => io.stdout.columns,
      colour: renderOptions(language, context).colour,
    });
    return ending === 'interrupted' ? exitCodes.interrupted : exitCodes.found;
  } finally {
    stopListening();
    keyboard.close();
  }
}
