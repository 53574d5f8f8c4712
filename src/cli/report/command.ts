import { pageOf } from '../../../adapters/terminal/render.js';
import { makeReport } from '../../report/make.js';
import { isoDay, type Step, steps } from '../../report/periods.js';
import { dayMs } from '../../store/tally/counted.js';
import { type Context, languageFrom, renderOptions } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { onStore, type StoreOption } from '../on-store.js';
import { reportJson } from './json.js';
import { reportPage } from './page.js';

export interface ReportOptions extends StoreOption {
  readonly since?: string;
  readonly until?: string;
  readonly by?: string;
  readonly json?: boolean;
  readonly exact?: boolean;
  readonly words?: boolean;
  readonly lang?: string;
}

/** As long as counts are kept. */
const MOST_DAYS = 400;

/** `report`: what people struggle with, from counts without people. */
export async function reportCommand(
  options: ReportOptions,
  context: Context,
  now: () => number = Date.now,
): Promise<ExitCode> {
  const { out, texts } = context;
  const setting = renderOptions(languageFrom(options.lang, context), context);
  const to = options.until === undefined ? Math.floor(now() / dayMs) : dayOf(options.until, context);
  const asked = {
    ...{ from: to - daysOf(options.since ?? '30d', context) + 1, to },
    by: stepOf(options.by ?? 'week', context),
    ...{ exact: options.exact === true, words: options.words === true },
  };
  const [{ readStore }, { tallied }] = await Promise.all([
    import('../../store/as-it-is.js'),
    import('../../store/tally/read.js'),
  ]);
  const rows = await onStore(options, context, (url, token) =>
    readStore(url, token, (db) => tallied(db, asked.from, asked.to)),
  );
  const report = makeReport(rows, asked);
  const { language } = setting;
  const { width, style } = pageOf(setting);
  await out.write(options.json ? reportJson(report) : reportPage(report, { width, style, texts, language }));
  return exitCodes.found;
}

function daysOf(text: string, { texts }: Context): number {
  const [, count, unit] = /^(\d{1,3})([dw])$/.exec(text) ?? [];
  const days = Number(count) * (unit === 'w' ? 7 : 1);
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new Failure(
    exitCodes.usage,
    texts.report.bad.since.replace('{value}', () => text),
  );
}

function dayOf(text: string, { texts }: Context): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) / dayMs : Number.NaN;
  // A day that no month has is taken for one of the next.
  if (day >= MOST_DAYS && isoDay(day) === text) return day;
  throw new Failure(
    exitCodes.usage,
    texts.report.bad.until.replace('{value}', () => text),
  );
}

function stepOf(text: string, { texts }: Context): Step {
  const step = steps.find((it) => it === text);
  if (step !== undefined) return step;
  throw new Failure(
    exitCodes.usage,
    texts.report.bad.by.replace('{value}', () => text),
  );
}
