import { answerTo } from './answer.js';
import { withPerson } from './chat.js';
import { appFor, type Context, languageFrom, renderOptions } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { readPaste } from './paste-input.js';

/**
 * `demo`, what `npm start` runs: no configuration, no network. At a terminal a conversation; elsewhere the answer
 * to what stands on standard input.
 */
export async function demoCommand(options: { readonly lang?: string }, context: Context): Promise<ExitCode> {
  const { io, out, texts } = context;
  if (io.stdin.isTTY === true && io.stdout.isTTY === true)
    return withPerson(appFor(options, context), context);
  const fixed = languageFrom(options.lang, context);
  if (io.stdin.isTTY === true) await context.err.write(`${texts.pasteThenEnd}\n`);
  const answer = answerTo(await readPaste('-', io.stdin, texts), fixed, renderOptions(fixed, context));
  await out.write(answer.text);
  return answer.exitCode;
}
