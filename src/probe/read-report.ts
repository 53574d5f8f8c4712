import { type Checksum, checksumOf } from './checksum.js';
import { cleanLines } from './clean-text.js';
import type { ProbeReport } from './report.js';
import { type LinesRead, lineKeys, readLines } from './report-lines.js';

/**
 * What a text holds of a report. `truncated`: lines are missing, or the end is. `edited`: all lines are there, but not
 * as they were printed. Of both, `report` is what can be read all the same; null where the registry cannot.
 */
export type ReadReport =
  | { readonly kind: 'whole'; readonly report: ProbeReport }
  | { readonly kind: 'truncated' | 'edited'; readonly report: ProbeReport | null };

/** Characters that are looked at; what lies beyond is taken for cut off. */
const LONGEST_TEXT = 64 * 1024;
/** Reports of one text that are read. */
const MOST_REPORTS = 4;
/** Lines of a block; a probe prints fewer than 30, a snippet perhaps 50. */
const MOST_LINES = 80;
/** Breaks within lines that are closed in both ways, with a space and without. */
const MOST_BREAKS = 8;

const DASHES = '[-\\u2010-\\u2015\\u2212]{1,4} ?';
const head = new RegExp(`^${DASHES}acr-help probe 1(?: (.+))?$`);
const end = new RegExp(`^${DASHES}(\\d{1,3}) (?:(cksum) (\\d{1,10})(?: \\d{1,6})?|(sha256) ([0-9a-f]{12}))$`);
const startsLine = new RegExp(`^(?:${lineKeys.join('|')}) `);
/** Where a chat made one line of all. */
const newLine = new RegExp(` (?=(?:${lineKeys.join('|')}) |${DASHES}\\d{1,3} (?:cksum|sha256) )`, 'g');

/**
 * Finds the reports in what somebody pasted, in order; none gives an empty list. What comes out is of the grammars in
 * `values.ts`, and still only what somebody says: see `report.ts`. The checksum tells a slip of the hand from a whole
 * copy. Anybody can compute it.
 */
export function readReports(text: string): readonly ReadReport[] {
  const found: ReadReport[] = [];
  const raw = text.slice(0, LONGEST_TEXT);
  let block: string[] | null = null;
  // The end of a block whose head was cut off counts, too; a head begins the next, whether the last had an end or not.
  const close = (last: Ending | null, headless: boolean) => {
    if (block !== null && (last !== null || !headless)) found.push(judge(block, last, headless, raw));
    block = null;
  };
  let headless = true;
  for (const line of cleanLines(raw).flatMap(unfold)) {
    const begins = head.test(line);
    const last = endingOf(line);
    if (begins) {
      close(null, headless);
      headless = false;
      block = [];
    } else if (last !== null) {
      close(last, headless);
      headless = true;
    } else if (block !== null || isStart(line)) {
      block ??= [];
      block.push(line);
    }
    if (found.length === MOST_REPORTS) return found;
  }
  close(null, headless);
  return found;
}

type Ending = Checksum & { readonly lines: number };

function endingOf(line: string): Ending | null {
  const match = end.exec(line);
  if (match === null) return null;
  const [, count, cksum, crc, , hash] = match;
  const lines = Number(count);
  return cksum === undefined
    ? { lines, kind: 'sha256', value: hash ?? '' }
    : { lines, kind: 'cksum', value: String(Number(crc)) };
}

/** Head and lines that stand in one line, one by one. */
function unfold(line: string): readonly string[] {
  const rest = head.exec(line)?.[1];
  if (rest === undefined) return [line];
  return [
    line.slice(0, -rest.length - 1),
    ...` ${rest}`
      .split(newLine)
      .map((it) => it.trim())
      .filter((it) => it !== ''),
  ];
}

function judge(block: readonly string[], last: Ending | null, headless: boolean, raw: string): ReadReport {
  const pieces = block.slice(0, MOST_LINES);
  const whole =
    last !== null && !headless ? variants(pieces).find((lines) => matches(lines, last)) : undefined;
  const { report: said, bad } =
    whole === undefined ? best(last === null ? uncut(pieces) : pieces) : readLines(whole);
  // A registry is what stands in the text as it was sent: cleaning must not make the name of another.
  const report = said !== null && raw.includes(said.registry) ? said : null;
  if (whole !== undefined && report !== null && bad === 0) return { kind: 'whole', report };
  const missing = last === null || headless || pieces.filter(isStart).length < last.lines;
  return { kind: missing ? 'truncated' : 'edited', report };
}

/**
 * Without the line in which a block ends that has no end: half an address can look like a whole one, a login server
 * cannot. Where words follow, the line is whole.
 */
function uncut(pieces: readonly string[]): readonly string[] {
  const last = pieces.at(-1) ?? '';
  return isStart(last) && !last.startsWith('registry ') ? pieces.slice(0, -1) : pieces;
}

/** Of a block that was damaged: as it can be read with the fewest lines lost, words of others after it included. */
function best(pieces: readonly string[]): LinesRead {
  const ways = [joined(pieces, () => ' '), joined(pieces, () => ''), pieces.filter(isStart)];
  const [first, ...others] = ways.map(readLines);
  return others.reduce((least, it) => (it.bad < least.bad ? it : least), first ?? readLines([]));
}

function isStart(line: string): boolean {
  return startsLine.test(line);
}

function matches(lines: readonly string[], { lines: count, kind, value }: Ending): boolean {
  return lines.length === count && checksumOf(lines, kind) === value;
}

/** A line that begins with no word of the form goes on with the one before: each way to put them together. */
function variants(pieces: readonly string[]): readonly (readonly string[])[] {
  const breaks = pieces.filter((piece) => !isStart(piece)).length;
  return Array.from({ length: 2 ** Math.min(breaks, MOST_BREAKS) }, (_, way) =>
    joined(pieces, (index) => ((way >> index) & 1 ? '' : ' ')),
  );
}

function joined(pieces: readonly string[], glue: (index: number) => string): readonly string[] {
  const lines: string[] = [];
  let breaks = 0;
  for (const piece of pieces) {
    const before = lines.at(-1);
    if (before === undefined || isStart(piece)) lines.push(piece);
    else lines[lines.length - 1] = `${before}${glue(breaks++)}${piece}`;
  }
  return lines;
}
