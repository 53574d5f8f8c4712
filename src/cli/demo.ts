import { answerTo } from './answer.js';
import { appFor, type Context, debugText, languageFrom, renderOptions } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { readPaste } from './paste-input.js';
import { atKeyboard, withPerson } from './person.js';

/**
 * `demo`, what `npm start` runs: no configuration, no network. At a terminal situations to try, and a conversation;
 * elsewhere the answer to what stands on standard input.
 */
export async function demoCommand(options: { readonly lang?: string }, context: Context): Promise<ExitCode> {
  const { io, out, texts } = context;
  if (io.stdin.isTTY === true && io.stdout.isTTY === true) return atTerminal(options, context);
  const fixed = languageFrom(options.lang, context);
  if (io.stdin.isTTY === true) await context.err.write(`${texts.pasteThenEnd}\n`);
  const answer = answerTo(await readPaste('-', io.stdin, texts), fixed, renderOptions(fixed, context));
  await out.write(answer.text);
  return answer.exitCode;
}

async function atTerminal(options: { readonly lang?: string }, context: Context): Promise<ExitCode> {
  const app = appFor(options, context);
  // Loaded only here: the answer to a pipe needs none of it.
  const [{ demoLoop }, { situations }] = await Promise.all([
    import('./demo/demo-loop.js'),
    import('./demo/situations.js'),
  ]);
  const all = await situations();
  if (all.length === 0) return withPerson(app, context);
  const parts = {
    all,
    // The Azure SDKs are loaded when a situation starts: the list need not wait for them.
    open: async ({ file }: (typeof all)[number]) => (await import('./world.js')).openWorldFile(file, context),
    failed: (error: unknown) => context.err.write(debugText(error, context)),
  };
  return atKeyboard(app.config.language, context, (it) => demoLoop(parts, it, app.config));
}
