import type { Style, Tone } from '../../../adapters/terminal/style.js';
import { widthOf } from '../../../adapters/terminal/words.js';
import { wrap } from '../../../adapters/terminal/wrap.js';
import { type Identity, identities } from '../../access/identities/flaw.js';
import { kindOf, type State, states } from '../../doctor/catalogue.js';
import type { Command, Finding } from '../../doctor/finding.js';
import { counted, ordered, type Report } from '../../doctor/report.js';
import type { CliTexts } from '../texts/types.js';
import { sentencesOf } from './sentences.js';

/** How a state looks: a mark beside its word. Meaning hangs on neither mark nor colour alone. */
const looks: Readonly<Record<State, readonly [mark: string, tone: Tone]>> = {
  failed: ['✗', 'bad'],
  unknown: ['?', 'strong'],
  warning: ['!', 'strong'],
  ok: ['✓', 'good'],
  skipped: ['–', 'quiet'],
};

export interface PageSetting {
  readonly width: number;
  readonly style: Style;
  readonly texts: CliTexts;
}

/** What a person reads: by subject, worst first; a summary; the hosts to let out. Commands may be wider than the page. */
export function doctorPage({ findings, hosts }: Report, setting: PageSetting): string {
  const { texts, style } = setting;
  const shown = new Set<string>();
  const parts = ordered(findings).map(([section, own]) =>
    [
      style('heading', texts.doctor.sections[section]),
      ...(section === 'permissions'
        ? identities.flatMap((identity) => identityLines(identity, own, setting, shown))
        : allLines(own, setting, shown)),
    ].join('\n'),
  );
  return `${[...parts, summary(findings, setting), ...hostLines(hosts, setting)].join('\n\n')}\n`;
}

/** Rights of one identity below its name. */
function identityLines(
  identity: Identity,
  all: readonly Finding[],
  setting: PageSetting,
  shown: Set<string>,
): readonly string[] {
  const own = all.filter(({ facts }) => facts['identity'] === identity);
  if (own.length === 0) return [];
  return [`  ${setting.texts.doctor.identities[identity]}`, ...allLines(own, setting, shown)];
}

/** What is to be done about several findings in a row is said once, after the last of them. */
function allLines(findings: readonly Finding[], setting: PageSetting, shown: Set<string>): readonly string[] {
  const key = (finding: Finding | undefined) =>
    finding === undefined
      ? null
      : JSON.stringify([sentencesOf(finding, setting.texts).todo, finding.command]);
  return findings.flatMap((finding, i) =>
    findingLines(finding, setting, shown, key(finding) !== key(findings[i + 1])),
  );
}

function findingLines(
  finding: Finding,
  { width, style, texts }: PageSetting,
  shown: Set<string>,
  withTodo: boolean,
): readonly string[] {
  const { state } = kindOf(finding.id);
  const [mark, tone] = looks[state];
  const word = texts.doctor.states[state];
  const column = Math.max(...states.map((it) => widthOf(texts.doctor.states[it])));
  const blank = ' '.repeat(column - widthOf(word));
  // On a narrow page the word stands alone, so that sentences get the room.
  const narrow = width < 60;
  const head = `  ${style(tone, `${mark} ${word}`)}`;
  const indent = ' '.repeat(narrow ? 4 : column + 6);
  const { what, todo } = sentencesOf(finding, texts);
  const lines = wrap(what, { width, first: indent, rest: indent, style });
  const first = narrow
    ? [head, ...lines]
    : [`${head}${blank}  ${lines[0]?.trimStart() ?? ''}`, ...lines.slice(1)];
  if (!withTodo) return first;
  const arrow = '→ ';
  const todos =
    todo === null
      ? []
      : wrap(todo, {
          width,
          first: `${indent}${arrow}`,
          rest: `${indent}${' '.repeat(widthOf(arrow))}`,
          style,
        });
  return [...first, ...todos, ...commandLines(finding.command, indent, { style, texts }, shown)];
}

function commandLines(
  command: Command | null,
  indent: string,
  { style, texts: { doctor } }: Pick<PageSetting, 'style' | 'texts'>,
  shown: Set<string>,
): readonly string[] {
  if (command === null) return [];
  const { bash, powershell } = command;
  const key = bash.join('\n');
  if (shown.has(key)) return [`${indent}  ${doctor.sameCommand}`];
  shown.add(key);
  const code = (lines: readonly string[]) => lines.map((line) => `${indent}  ${style('code', line)}`);
  if (key === powershell.join('\n')) return code(bash);
  const { shells } = doctor;
  return [`${indent}${shells.bash}`, ...code(bash), `${indent}${shells.powershell}`, ...code(powershell)];
}

function summary(findings: readonly Finding[], { width, style, texts }: PageSetting): string {
  const counts = counted(findings);
  const text = texts.doctor.summary.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const state = states.find((it) => it === name);
    return state === undefined ? whole : String(counts[state]);
  });
  return wrap(text, { width, style }).join('\n');
}

function hostLines(
  hosts: Report['hosts'],
  { width, style, texts: { doctor } }: PageSetting,
): readonly string[] {
  if (hosts.length === 0) return [];
  const longest = Math.max(...hosts.map(({ host }) => host.length));
  const rows = hosts.map(
    ({ host, for: purposes }) =>
      `  ${host.padEnd(longest)}  ${purposes.map((it) => doctor.purposes[it]).join(doctor.comma)}`,
  );
  return [[...wrap(doctor.hosts, { width, style }), ...rows].join('\n')];
}
