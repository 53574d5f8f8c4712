#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { machine } from '../../probe/collect/machine.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { environmentLanguage, requestedLanguage } from '../language.js';
import { de } from '../texts/probe/de.js';
import { en } from '../texts/probe/en.js';
import type { ProbeTexts } from '../texts/probe/types.js';
import { zhHans } from '../texts/probe/zh-hans.js';
import { runProbe } from './run.js';

const all = { en, de, 'zh-Hans': zhHans };
/** Columns, as elsewhere on the command line. */
const [NARROWEST, WIDEST] = [40, 80];

/**
 * `probe` alone, for a machine that has Node and nothing of acr-help: `npm run build:probe` makes one file of it, which
 * the bot serves.
 */
process.exitCode = await main();

async function main(): Promise<ExitCode> {
  const { env, stdout, stderr } = process;
  const given = read(process.argv.slice(2));
  const texts = all[(given?.lang && requestedLanguage(given.lang)) || environmentLanguage(env)];
  if (given?.registry === undefined) {
    stderr.write(usage(texts));
    return exitCodes.usage;
  }
  const { registry, repository, json } = given;
  const width = Math.min(Math.max(stdout.columns ?? WIDEST, NARROWEST), WIDEST);
  try {
    const { text, code } = await runProbe({ registry, repository, json, width, texts }, () => machine(env));
    stdout.write(text);
    return code;
  } catch (error) {
    const known = error instanceof Failure;
    stderr.write(`${known ? error.message : texts.failed}\n`);
    return known ? error.exitCode : exitCodes.internal;
  }
}

/** Null for what is not understood. */
function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { repository: { type: 'string' }, json: { type: 'boolean' }, lang: { type: 'string' } },
    });
    return { ...values, registry: positionals.length > 1 ? undefined : positionals[0] };
  } catch {
    return null;
  }
}

function usage(texts: ProbeTexts): string {
  return [
    'node probe.mjs <registry> [--repository <repository>] [--json] [--lang en|de|zh-Hans]',
    texts.command,
    `<registry>: ${texts.registry}`,
    `--repository: ${texts.options.repository}`,
    `--json: ${texts.options.json}`,
    '',
  ].join('\n');
}
