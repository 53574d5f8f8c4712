import type { Command } from 'commander';
import { plainStyle } from '../../adapters/terminal/style.js';
import { widthOf } from '../../adapters/terminal/words.js';
import { wrap } from '../../adapters/terminal/wrap.js';
import { type ExitName, exitCodes } from './exit-codes.js';
import type { CliTexts } from './texts/types.js';

/** From here on a term gets a line of its own. */
const WIDEST_TERM = 26;
const RUN = 'npm run -s acr-help --';

type Row = readonly [term: string, description: string];

/** Help for the program or one of its commands, set in `width` columns. */
export function helpText(command: Command, width: number, texts: CliTexts): string {
  const { titles, usage } = texts;
  const isRoot = command.parent === null;
  const helper = command.createHelp();
  const line = [
    pathOf(command),
    ...(command.commands.length > 0 ? [usage.command] : []),
    usage.options,
    ...command.registeredArguments.map((it) => (it.required ? `<${it.name()}>` : '[file|-]')),
  ].join(' ');
  const sections: readonly (readonly string[])[] = [
    wrap(isRoot ? texts.about : command.description(), { width, style: plainStyle }),
    [`${titles.usage} ${line}`],
    rows(
      titles.arguments,
      helper.visibleArguments(command).map((it): Row => [it.name(), it.description]),
      width,
    ),
    rows(
      titles.commands,
      helper.visibleCommands(command).map((it): Row => [it.name(), it.description()]),
      width,
    ),
    rows(
      titles.options,
      helper.visibleOptions(command).map((it): Row => [it.flags, it.description]),
      width,
    ),
    isRoot ? [titles.examples, ...examples(texts)] : [],
    isRoot ? rows(titles.exitCodes, codes(texts), width) : [],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What is typed to get to a command. */
function pathOf(command: Command): string {
  return command.parent === null ? 'acr-help' : `${pathOf(command.parent)} ${command.name()}`;
}

function rows(title: string, all: readonly Row[], width: number): readonly string[] {
  if (all.length === 0) return [];
  const column = Math.min(WIDEST_TERM, Math.max(...all.map(([term]) => widthOf(term)))) + 4;
  const narrow = width < 60;
  const lines = all.flatMap(([term, description]) => {
    const stacked = narrow || widthOf(term) + 4 > column;
    const rest = ' '.repeat(stacked ? 6 : column);
    const first = stacked ? rest : `  ${term}${' '.repeat(column - 2 - widthOf(term))}`;
    return [
      ...(stacked ? [`  ${term}`] : []),
      ...wrap(description, { width, first, rest, style: plainStyle }),
    ];
  });
  return [title, ...lines];
}

function examples({ examples: what }: CliTexts): readonly string[] {
  return [
    `  ${what.pipe}`,
    `    docker pull contoso.azurecr.io/app:1 2>&1 | ${RUN} diagnose`,
    `  ${what.file}`,
    `    ${RUN} diagnose --lang de build.log`,
    `  ${what.chat}`,
    `    ${RUN} chat --registry contoso`,
    `  ${what.program}`,
    `    ${RUN} diagnose --jsonl errors.jsonl`,
  ];
}

function codes({ exitCodes: meanings }: CliTexts): readonly Row[] {
  // Object.entries widens the keys to string; they are exactly ExitName.
  return (Object.entries(exitCodes) as [ExitName, number][]).map(([name, code]) => [
    String(code).padStart(3),
    meanings[name],
  ]);
}
