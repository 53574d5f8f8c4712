import { Keyboard } from '../../adapters/terminal/keyboard.js';
import { programLoop } from '../../adapters/terminal/program-loop.js';
import { terminalLoop } from '../../adapters/terminal/terminal-loop.js';
import type { App } from '../app.js';
import { textsFor } from '../knowledge/texts/index.js';
import { appFor, type Context, debugText, renderOptions } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { linesOf } from './lines.js';

export interface ChatOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly registry?: string;
  readonly world?: string;
}

/** `chat`: a conversation with a person, or with a program. */
export async function chatCommand(options: ChatOptions, context: Context): Promise<ExitCode> {
  const app = appFor(options, context);
  if (options.world !== undefined) {
    throw new Failure(exitCodes.unavailable, textsFor(app.config.language).ui.terminal.wire.noWorld);
  }
  return options.json ? withProgram(app, context) : withPerson(app, context);
}

/** A conversation at the terminal, until the person leaves. */
export async function withPerson(app: App, context: Context): Promise<ExitCode> {
  const { io, out } = context;
  const { language } = app.config;
  const { pasted } = textsFor(language).ui.terminal;
  const keyboard = new Keyboard(
    { input: io.stdin, output: io.stdout, capable: io.env['TERM'] !== 'dumb' },
    (lines) => pasted.replace('{lines}', String(lines)),
  );
  const stopListening = io.onInterrupt(() => keyboard.interrupt());
  try {
    const ending = await terminalLoop(app.sessions, {
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

async function withProgram(app: App, context: Context): Promise<ExitCode> {
  const { io, out, err } = context;
  const failures: string[] = [];
  const sound = await programLoop(app.sessions, app.config.language, {
    lines: linesOf(io.stdin),
    write: out.write,
    advance: app.clock.advance,
    apply: null,
    failed: (error) => failures.push(debugText(error, context)),
  });
  await err.write(failures.join(''));
  return sound ? exitCodes.found : exitCodes.internal;
}
