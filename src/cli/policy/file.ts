import { loadPolicy } from '../../access/policy/load.js';
import type { Policy } from '../../access/policy/policy.js';
import type { PolicyProblem } from '../../access/policy/problem.js';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { readPaste } from '../paste-input.js';
import type { PolicyTexts } from '../texts/policy/types.js';

/** The file that is named, or the one that the environment names; null: there is none. */
export function policyFile(named: string | undefined, { io }: Context): string | null {
  return named ?? (io.env['POLICY']?.trim() || null);
}

/** Reads a policy; every mistake in it is told with its line. */
export async function openPolicy(file: string, { io, texts }: Context): Promise<Policy> {
  const { text } = await readPaste(file, io.stdin, texts);
  const loaded = loadPolicy(text);
  if (loaded.kind === 'policy') return loaded.policy;
  const title = texts.policy.wrong.replace('{file}', () => file);
  const lines = loaded.problems.map((it) => `  ${sentenceOf(it, texts.policy)}`);
  throw new Failure(exitCodes.badPolicy, [title, ...lines].join('\n'));
}

/** A problem as a line for people. */
function sentenceOf({ line, path, code, value }: PolicyProblem, texts: PolicyTexts): string {
  const number = line === null ? '' : texts.line.replace('{line}', () => String(line));
  const where = [number, path].filter((part) => part !== '').join(', ');
  const sentence = texts.problems[code].replace('{value}', () => value);
  return where === '' ? sentence : `${where}: ${sentence}`;
}
