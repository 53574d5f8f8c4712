import { readFile } from 'node:fs/promises';
import type { ProgramIo } from '../../adapters/terminal/program-loop.js';
import type { LiveAccess } from '../../adapters/terminal/sessions.js';
import type { Clock } from '../app.js';
import { publicCloud } from '../azure/clouds.js';
import { connect } from '../checks/connection.js';
import type { Context } from './context.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { liveAccess } from './live.js';

/** A simulated world under a conversation. */
export interface OpenWorld {
  readonly checks: LiveAccess;
  readonly clock: Clock;
  readonly apply: NonNullable<ProgramIo['apply']>;
  readonly close: () => Promise<void>;
}

/** Reads a world file and starts it; a mistake in it is told with its line. */
export async function openWorldFile(file: string, { texts }: Context): Promise<OpenWorld> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Failure(
      exitCodes.unreadable,
      texts.errors.noFile.replace('{file}', () => file),
      cause,
    );
  });
  return openWorld(text, (mistakes) => {
    const title = texts.badWorld.replace('{file}', () => file);
    return new Failure(exitCodes.badWorld, [title, ...mistakes.map((it) => `  ${it}`)].join('\n'));
  });
}

/** Starts a world: the production clients, a simulated Azure on loopback. */
export async function openWorld(
  text: string,
  refuse: (mistakes: readonly string[]) => Error,
): Promise<OpenWorld> {
  // Loaded only here: nothing else of the program knows the sandbox.
  const { openSandbox } = await import('../../sandbox/open.js');
  const opened = await openSandbox(text);
  if (opened.kind === 'mistakes') throw refuse(opened.mistakes);
  const { sandbox } = opened;
  const connection = connect({
    network: sandbox.network('bot'),
    cloud: publicCloud,
    credential: sandbox.botCredential(),
    subscriptions: null,
    vantage: 'bot',
    readsData: sandbox.botReadsData(),
    now: sandbox.now,
  });
  return {
    checks: liveAccess(connection, 'bot', sandbox.objectIdOf),
    clock: { now: () => sandbox.now().getTime(), advance: sandbox.advance },
    apply: (change) => sandbox.apply(change).map((message) => ({ code: 'bad-change', message })),
    close: sandbox.close,
  };
}
