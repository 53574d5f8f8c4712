import { CommanderError } from 'commander';
import { pageOf } from '../adapters/terminal/render.js';
import type { Fault } from './cli/bot/faults.js';
import { type Context, debugText } from './cli/context.js';
import { type ExitCode, exitCodes } from './cli/exit-codes.js';
import { Failure } from './cli/failure.js';
import type { Io } from './cli/io.js';
import { environmentLanguage, languageInArguments } from './cli/language.js';
import { Output, ReaderGone } from './cli/output.js';
import { programFor } from './cli/program.js';
import { cliTexts } from './cli/texts/index.js';
import type { CliTexts } from './cli/texts/types.js';

/** The command line, as `bin/acr-help.mjs` starts it. Gives the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  return runCli(argv, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    onInterrupt: (listener) => onSignals(['SIGINT'], listener),
    onTerminate: (listener) => onSignals(['SIGTERM', 'SIGHUP'], listener),
    onFault,
    leave: (code) => process.exit(code),
  });
}

function onSignals(signals: readonly NodeJS.Signals[], listener: () => void): () => void {
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

function onFault(listener: (fault: Fault) => void): () => void {
  const rejected = (error: unknown): void => listener({ kind: 'rejection', error });
  const thrown = (error: unknown): void => listener({ kind: 'exception', error });
  process.on('unhandledRejection', rejected);
  process.on('uncaughtException', thrown);
  return () => {
    process.off('unhandledRejection', rejected);
    process.off('uncaughtException', thrown);
  };
}

/** The command line in an injected world. Never throws; every failure is a sentence and an exit code. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageInArguments(argv) ?? environmentLanguage(io.env);
  const context: Context = {
    io,
    out: new Output(io.stdout),
    err: new Output(io.stderr),
    texts: cliTexts(language),
  };
  const { width } = pageOf({ width: io.stdout.columns, colour: false, language });
  const printed: string[] = [];
  let exitCode: ExitCode = exitCodes.found;
  const program = programFor(context, width, {
    done: (code) => {
      exitCode = code;
    },
    print: (text) => {
      printed.push(text);
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return await explain(error, printed.join(''), context).catch(() => exitCodes.readerGone);
  }
}

/** Says what happened, and gives the code for it. */
async function explain(error: unknown, printed: string, context: Context): Promise<ExitCode> {
  const { out, err, texts } = context;
  if (error instanceof ReaderGone) return exitCodes.readerGone;
  if (error instanceof Failure) {
    await err.write(`${error.message}\n${debugText(error, context)}`);
    return error.exitCode;
  }
  if (!(error instanceof CommanderError)) {
    await err.write(`${texts.errors.internal}\n${debugText(error, context)}`);
    return exitCodes.internal;
  }
  if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') {
    await out.write(printed);
    return exitCodes.found;
  }
  await err.write(`${usageSentence(error, texts)} ${texts.errors.seeHelp}\n`);
  return exitCodes.usage;
}

/** Commander says it in English only. */
function usageSentence({ code, message }: CommanderError, { errors }: CliTexts): string {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const sentences: Readonly<Record<string, string>> = {
    'commander.help': errors.noCommand,
    'commander.unknownCommand': errors.unknownCommand,
    'commander.unknownOption': errors.unknownOption,
    'commander.optionMissingArgument': errors.missingValue,
    'commander.missingArgument': errors.missingArgument,
    'commander.missingMandatoryOptionValue': errors.missingOption,
    'commander.excessArguments': errors.tooMany,
  };
  return (sentences[code] ?? errors.noCommand).replace('{name}', () => name.split(' ', 1)[0] ?? '');
}
