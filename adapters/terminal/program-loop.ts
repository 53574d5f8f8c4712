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
  for await (const line of io.lines) {
    let out: readonly unknown[];
    try {
      // A blank line says nothing, but a program may be waiting for the end of the turn.
      out = line.trim() === '' ? [] : answersTo(readRequest(line), sessions, language, io);
    } catch (error) {
      sound = false;
      io.failed(error);
      out = [problem('internal', textsFor(language).ui.terminal.wire.internal)];
    }
    await io.write([...out, { idle: true }].map((it) => `${JSON.stringify(it)}\n`).join(''));
  }
  return sound;
}

function answersTo(
  request: Request,
  sessions: Sessions,
  language: Language,
  io: ProgramIo,
): readonly unknown[] {
  const { wire } = textsFor(language).ui.terminal;
  switch (request.kind) {
    case 'incoming':
      return sessions.take(request.incoming);
    case 'clock':
      io.advance(request.milliseconds);
      return [];
    case 'world':
      return [problem('world-unavailable', wire.noWorld)];
    case 'bad':
      return [problem('bad-line', fill(wire[request.why], { key: request.key ?? '' }))];
  }
}

function problem(code: string, message: string): unknown {
  return { error: { code, message } };
}
