import { textsFor } from '../knowledge/texts/index.js';
import { intakeWithReports } from '../probe/intake.js';
import { answerTo, exitCodeOf } from './answer.js';
import { type Context, languageFrom, renderOptions } from './context.js';
import { diagnosisJson } from './diagnosis-json.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { answerLine } from './json-lines.js';
import { linesOf } from './lines.js';
import { openInput, readPaste } from './paste-input.js';

export interface DiagnoseOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly lang?: string;
}

/** `diagnose [--json|--jsonl] [file|-]`: a paste in, an answer out. */
export async function diagnoseCommand(
  file: string | undefined,
  options: DiagnoseOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, out, err, texts } = context;
  const fixed = languageFrom(options.lang, context);
  if (options.json && options.jsonl) throw new Failure(exitCodes.usage, texts.errors.oneFormat);
  if ((file === undefined || file === '-') && io.stdin.isTTY === true)
    await err.write(`${texts.pasteThenEnd}\n`);
  if (options.jsonl) return diagnoseLines(file, context);
  const paste = await readPaste(file, io.stdin, texts);
  const rendering = renderOptions(fixed, context);
  if (!options.json) {
    const answer = answerTo(paste, fixed, rendering);
    await out.write(answer.text);
    return answer.exitCode;
  }
  const read = intakeWithReports(paste.text);
  const exitCode = exitCodeOf(read);
  await out.write(`${JSON.stringify(diagnosisJson(read.diagnosis, paste.cut))}\n`);
  if (exitCode === exitCodes.unusable) {
    await err.write(`${textsFor(rendering.language).ui.intake[read.kind]}\n`);
  }
  return exitCode;
}

/** One line in, one line out; nothing is read before the reader has taken the last answer. */
async function diagnoseLines(file: string | undefined, { io, out, texts }: Context): Promise<ExitCode> {
  let sound = true;
  for await (const line of linesOf(await openInput(file, io.stdin, texts))) {
    const { ok, json } = answerLine(line, texts);
    sound &&= ok;
    await out.write(`${json}\n`);
  }
  return sound ? exitCodes.found : exitCodes.badLines;
}
