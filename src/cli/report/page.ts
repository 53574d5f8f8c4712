import type { Style } from '../../../adapters/terminal/style.js';
import { wrap } from '../../../adapters/terminal/wrap.js';
import { isCauseId } from '../../knowledge/causes.js';
import type { Language } from '../../knowledge/language.js';
import { textsFor } from '../../knowledge/texts/index.js';
import { type CauseReport, endings, type Report } from '../../report/report.js';
import { type Count, FEWEST } from '../../report/told.js';
import type { CliTexts } from '../texts/types.js';
import { chart, countText } from './chart.js';

export interface PageSetting {
  readonly width: number;
  readonly style: Style;
  readonly texts: CliTexts;
  readonly language: Language;
}

/** Causes on a page. */
const MOST_CAUSES = 15;

/** What a person reads. Each count stands as a number beside its bar. */
export function reportPage(report: Report, setting: PageSetting): string {
  const { width, style, texts } = setting;
  const { headings, ...said } = texts.report;
  const head = said.title.replace('{from}', report.from).replace('{to}', report.to);
  const paragraph = (text: string) => wrap(text, { width, style });
  const headed = (text: string) => paragraph(text).map((line) => style('heading', line));
  if (report.cases === 0 && report.feedback.causes.length === 0) {
    return page([headed(head), paragraph(said.empty)]);
  }
  const bars = (rows: Parameters<typeof chart>[0]) => chart(rows, width);
  const named = (counts: Readonly<Record<string, Count>>, names: Partial<Record<string, string>> = {}) =>
    bars(Object.entries(counts).map(([name, count]) => [names[name] ?? name, count]));
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [...headed(title), ...lines];
  const { selfSolved, feedback } = report;
  const sections = [
    section(headings.cases[report.by], [
      ...bars([...report.periods.map(({ from, cases }): readonly [string, Count] => [from, cases])]),
      `  ${said.total} ${countText(report.cases)}`,
    ]),
    section(headings.endings, [
      ...bars(
        endings.flatMap((it) => (report.endings[it] === 0 ? [] : [[said.endings[it], report.endings[it]]])),
      ),
      ...(selfSolved === null
        ? []
        : paragraph(said.selfSolved.replace('{percent}', String(Math.round(selfSolved * 100))))),
    ]),
    section(headings.took, named(withoutZeros(report.took), said.took)),
    section(headings.causes, causeLines(report, setting)),
    section(headings.platforms, named(report.platforms, { teams: 'Teams', slack: 'Slack' })),
    section(headings.languages, named(report.languages)),
    section(headings.feedback, feedbackLines(report, setting)),
    section(headings.words, wordLines(feedback.words, setting)),
    report.exact ? [] : paragraph(said.few.replace('{fewest}', String(FEWEST))),
  ];
  return page([headed(head), ...sections]);
}

function page(sections: readonly (readonly string[])[]): string {
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function withoutZeros(counts: Readonly<Record<string, Count>>): Readonly<Record<string, Count>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

function causeLines({ causes, by }: Report, setting: PageSetting): readonly string[] {
  const { width, style, texts } = setting;
  const { ofCause, over, more } = texts.report;
  const shown = causes.slice(0, MOST_CAUSES);
  const beside = (text: string) => wrap(text, { width, first: '    ', rest: '    ', style });
  const lines = shown.flatMap((it: CauseReport) => {
    const [bar = ''] = chart([['', it.cases]], width, largest(shown));
    const parts = ofCause
      .replace('{alone}', countText(it.alone))
      .replace('{helped}', countText(it.helped))
      .replace('{open}', countText(it.open));
    const counts = it.periods.map(countText).join(' ');
    return [
      ...wrap(titleOf(it.cause, setting), { width, first: '  ', rest: '  ', style }),
      bar,
      ...beside(parts),
      ...(it.periods.length < 2 ? [] : beside(over[by].replace('{counts}', counts))),
    ];
  });
  const rest = causes.length - shown.length;
  return rest === 0 ? lines : [...lines, ...wrap(more.replace('{count}', String(rest)), { width, style })];
}

function largest(causes: readonly CauseReport[]): number {
  return Math.max(...causes.map(({ cases }) => cases ?? 0));
}

function titleOf(cause: string | null, { language, texts }: PageSetting): string {
  if (cause === null) return texts.report.noCause;
  return isCauseId(cause) ? `${textsFor(language).causes[cause].title} (${cause})` : cause;
}

function feedbackLines({ feedback }: Report, setting: PageSetting): readonly string[] {
  const { width, style, texts } = setting;
  const { votes } = texts.report;
  if (feedback.causes.length === 0) return [];
  const both = ({ helped, unhelpful }: { readonly helped: Count; readonly unhelpful: Count }) =>
    `👍 ${countText(helped)} 👎 ${countText(unhelpful)}`;
  return [
    ...chart(
      [
        [votes.helped, feedback.helped],
        [votes.unhelpful, feedback.unhelpful],
      ],
      width,
    ),
    ...feedback.causes
      .slice(0, MOST_CAUSES)
      .flatMap((it) =>
        wrap(`${both(it)} · ${titleOf(it.cause, setting)}`, { width, first: '  ', rest: '    ', style }),
      ),
  ];
}

function wordLines(words: Report['feedback']['words'], setting: PageSetting): readonly string[] {
  const { width, style, texts } = setting;
  if (words === null) return [];
  if (words.length === 0) return wrap(texts.report.noWords, { width, style });
  return [
    ...wrap(texts.report.caution, { width, style }),
    ...words.flatMap(({ period, cause, word }) => [
      ...wrap(`${period}: ${titleOf(cause, setting)}`, { width, first: '  ', rest: '    ', style }),
      ...wrap(`“${word}”`, { width, first: '    ', rest: '    ', style }),
    ]),
  ];
}
