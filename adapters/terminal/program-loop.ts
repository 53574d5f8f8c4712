import { fill } from '../../dialogs/compose/fill.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { type Request, readRequest } from './protocol.js';
import type { Sessions } from './sessions.js';

/** What the protocol's loop needs from outside. */
export interface ProgramIo {
  readonly lines: AsyncIterable<string>;
  /** Resolves when the reader is ready for more. */
  readonly write: (text: string) => Promise<void>;
  /** Moves the injected clock. */
  readonly advance: (milliseconds: number) => void;
  /** Applies a named change to the world; gives what was wrong with it. Null: there is no world. */
  readonly apply: ((change: string) => readonly { code: string; message: string }[]) | null;
  /** Told about a failure inside, for ACR_HELP_DEBUG; the reader gets a typed error. */
  readonly failed: (error: unknown) => void;
}

/**
 * Holds conversations with a program: a line in, messages out, then `{"idle":true}`. No line can end it.
 *
 * @returns whether everything went well inside
 */
export async function programLoop(sessions: Sessions, language: Language, io: ProgramIo): Promise<boolean> {
  let sound = true;
  const put = (it: unknown): Promise<void> => io.write(`${JSON.stringify(it)}\n`);
  for await (const line of io.lines) {
    try {
      // A blank line says nothing, but a program may be waiting for the end of the turn.
      if (line.trim() !== '') await answer(readRequest(line), sessions, language, io, put);
    } catch (error) {
      sound = false;
      io.failed(error);
      await put(problem('internal', textsFor(language).ui.terminal.wire.internal));
    }
    await put({ idle: true });
  }
  return sound;
}

async function answer(
  request: Request,
  sessions: Sessions,
  language: Language,
  io: ProgramIo,
  put: (it: unknown) => Promise<void>,
): Promise<void> {
  const { wire } = textsFor(language).ui.terminal;
  switch (request.kind) {
    case 'incoming':
      for await (const { handover: _inBlocks, ...message } of sessions.take(request.incoming))
        await put(message);
      return;
    case 'clock':
      io.advance(request.milliseconds);
      return;
    case 'world':
      if (io.apply === null) return put(problem('world-unavailable', wire.noWorld));
      for (const problem of io.apply(request.change)) await put({ error: problem });
      return;
    case 'bad':
      return put(problem('bad-line', fill(wire[request.why], { key: request.key ?? '' })));
  }
}

function problem(code: string, message: string): unknown {
  return { error: { code, message } };
}
