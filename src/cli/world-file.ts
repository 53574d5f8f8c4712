import type { Context } from './context.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { readPaste } from './paste-input.js';

/** A simulated Azure that runs. The sandbox is loaded when a world is opened, and named nowhere else. */
export type Sandbox = Awaited<ReturnType<typeof openSandboxFile>>;

/** Reads a world file and starts its Azure; every mistake in it is told with its line. */
export async function openSandboxFile(
  file: string,
  { io, texts }: Context,
  options: { readonly distribution?: boolean } = {},
) {
  const { text } = await readPaste(file, io.stdin, texts);
  const { openSandbox } = await import('../../sandbox/open.js');
  if (options.distribution === true) {
    const { findDistribution } = await import('../../sandbox/distribution/process.js');
    if (findDistribution() === null) throw new Failure(exitCodes.usage, texts.errors.noDistribution);
  }
  const opened = await openSandbox(text, options);
  if (opened.kind === 'open') return opened.sandbox;
  const title = texts.badWorld.replace('{file}', () => file);
  throw new Failure(exitCodes.badWorld, [title, ...opened.mistakes.map((it) => `  ${it}`)].join('\n'));
}
