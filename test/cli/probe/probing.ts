import { PassThrough, Readable } from 'node:stream';
import { Output } from '../../../src/cli/output.js';
import { type ProbeOptions, probeCommand } from '../../../src/cli/probe/command.js';
import { cliTexts } from '../../../src/cli/texts/index.js';
import type { Language } from '../../../src/knowledge/language.js';
import type { Surroundings } from '../../../src/probe/collect/surroundings.js';

/** Runs the command with surroundings of the test's. */
export async function probing(
  named: string,
  around: Surroundings,
  options: ProbeOptions = {},
  language: Language = 'en',
) {
  const stdout = Object.assign(new PassThrough(), { columns: 100 });
  const stderr = new PassThrough();
  const io = { stdin: Readable.from([]), stdout, stderr, env: {}, onInterrupt: () => () => {} };
  const context = { io, out: new Output(stdout), err: new Output(stderr), texts: cliTexts(language) };
  const code = await probeCommand(named, options, context, around);
  return { code, out: String(stdout.read()) };
}
