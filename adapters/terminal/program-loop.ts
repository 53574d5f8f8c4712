import { fill } from '../../dialogs/compose/fill.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { type Request, readRequest } from './protocol.js';

/** Whom a program talks with: the conversation alone, or a whole company with approvers and requests. */
export interface Conversations {
  /** One event in, messages out. */
  take(incoming: Incoming): AsyncIterable<Omit<Message, 'handover'> | Message>;
  /** What happens because time has passed. */
  pass?(): AsyncIterable<Omit<Message, 'handover'> | Message>;
  /** Somebody opens a page of the bot, signed in afresh; null where there is none at this address. */
  open?(as: string, url: string): Promise<readonly object[] | null>;
}

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
export async function programLoop(
  sessions: Conversations,
  language: Language,
  io: ProgramIo,
): Promise<boolean> {
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
  sessions: Conversations,
  language: Language,
  io: ProgramIo,
  put: (it: unknown) => Promise<void>,
): Promise<void> {
  const { wire } = textsFor(language).ui.terminal;
  switch (request.kind) {
    case 'incoming':
      return putAll(sessions.take(request.incoming), put);
    case 'clock':
      io.advance(request.milliseconds);
      return sessions.pass === undefined ? undefined : putAll(sessions.pass(), put);
    case 'open': {
      const pages = (await sessions.open?.(request.as, request.url)) ?? null;
      if (pages === null) return put(problem('no-page', wire.noPage));
      for (const page of pages) await put(page);
      return;
    }
    case 'world':
      if (io.apply === null) return put(problem('world-unavailable', wire.noWorld));
      for (const problem of io.apply(request.change)) await put({ error: problem });
      return;
    case 'bad':
      return put(problem('bad-line', fill(wire[request.why], { key: request.key ?? '' })));
  }
}

async function putAll(
  messages: ReturnType<Conversations['take']>,
  put: (it: unknown) => Promise<void>,
): Promise<void> {
  for await (const message of messages) {
    const { handover: _inBlocks, ...rest } = { handover: null, ...message };
    await put(rest);
  }
}

function problem(code: string, message: string): unknown {
  return { error: { code, message } };
}
