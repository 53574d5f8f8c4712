import { isErrorWord, isPlaceholder } from '../benign.js';
import { classesOf, isGuid, isKnownShape } from '../shape.js';
import type { View } from '../view.js';
import type { Claim, ScanRule } from './rule.js';
import { linesOf, linesWith } from './shell-words.js';

const SECRET_COLUMN =
  /^(?:passwords?[12]?|clientsecret|secret|secrettext|accesstoken|refreshtoken|primarykey|secondarykey|value)$/i;

/** In the header of every table that matters. */
const HEADER = /password|secret|token|key|value/i;
const HEADERS = new RegExp(HEADER.source, 'g');

interface Cell {
  readonly start: number;
  readonly end: number;
}

/** Cells of a row: by `|` or `│` where the row has them, else by white space. Offsets into the text. */
function cellsOf(text: string, from: number, to: number): readonly Cell[] {
  const line = text.slice(from, to);
  const cells: Cell[] = [];
  const bars = /[|│┃║]/.test(line);
  const shape = bars ? /[^|│┃║]{1,400}/g : /\S{1,4096}/g;
  for (const found of line.matchAll(shape)) {
    const trimmed = found[0].trim();
    if (trimmed === '' || cells.length > 20) continue;
    const start = from + found.index + found[0].indexOf(trimmed);
    cells.push({ start, end: start + trimmed.length });
  }
  return cells;
}

const isRuler = (line: string): boolean =>
  line.length > 3 && line.length < 1000 && /^[\s|│┃║:+─━═=-]+$/.test(line) && /[-─━═]{3}/.test(line);

interface Columns {
  readonly headers: number;
  readonly secret: readonly number[];
  readonly ruled: boolean;
  /** Where the columns begin (only in a table with a ruler). */
  readonly offsets: readonly number[];
}

function columnsOf(text: string, from: number, to: number): Columns | undefined {
  const line = text.slice(from, to);
  if (to - from > 600 || to - from < 6 || /["'=:{}$\\/]/.test(line) || !HEADER.test(line)) return undefined;
  const cells = cellsOf(text, from, to);
  const names = cells.map((cell) => text.slice(cell.start, cell.end).replace(/[\s_-]/g, ''));
  const dated = (i: number) =>
    /^ (?:expiry|expires|expiration|created|creation|age|date|id|type)\b/i.test(
      text.slice(cells[i]?.end, to),
    );
  const secret = names.flatMap((name, i) =>
    SECRET_COLUMN.test(name) && !/^value$/i.test(name) && !dated(i) ? [i] : [],
  );
  const valued = names.flatMap((name, i) => (/^value$/i.test(name) ? [i] : []));
  const all =
    secret.length > 0 || !names.some((name) => /^(?:name|expiry|creationtime)$/i.test(name))
      ? secret
      : valued;
  if (all.length === 0 || names.some((name) => !/^[\p{L}\d]{1,24}$/u.test(name))) return undefined;
  return {
    headers: cells.length,
    secret: all,
    ruled: false,
    offsets: cells.map((cell) => cell.start - from),
  };
}

function claimRow(text: string, from: number, to: number, columns: Columns, claim: Claim): void {
  const cells = cellsOf(text, from, to);
  for (const column of columns.secret) {
    let cell = cells.length === columns.headers ? cells[column] : undefined;
    if (!cell && columns.ruled) {
      const offset = from + (columns.offsets[column] ?? 0);
      cell =
        cells.find((one) => one.start <= offset && one.end > offset) ??
        cells.find((one) => one.start >= offset);
    }
    if (!cell) continue;
    const value = text.slice(cell.start, cell.end);
    if (value.length < 4 || isPlaceholder(value) || isErrorWord(value)) continue;
    const sure = columns.ruled || (classesOf(value).kinds >= 2 && !isKnownShape(value)) || isGuid(value);
    if (sure) claim(cell.start, cell.end, 'password');
  }
}

/** `az … -o table` and Markdown tables with a column of secrets. */
function scan(view: View, claim: Claim): void {
  let done = 0;
  for (const [from, to] of linesWith(HEADERS, view)) {
    if (from >= done && columnsOf(view.text, from, to)) done = scanTable(view, from, claim);
  }
}

/** Reads from the line at `start` on, to the end of the table if one begins there; returns where it stopped. */
function scanTable(view: View, start: number, claim: Claim): number {
  let columns: Columns | undefined;
  let rows = 0;
  for (const [from, to] of linesOf(view.text, start)) {
    const line = view.text.slice(from, Math.min(to, from + 1000));
    if (columns && isRuler(line)) {
      if (rows === 0)
        columns = { ...columns, ruled: true, headers: Math.max(cellsOf(view.text, from, to).length, 1) };
      continue;
    }
    const header = columns?.ruled === true && line.trim() !== '' ? undefined : columnsOf(view.text, from, to);
    if (header) {
      columns = header;
      rows = 0;
    } else if (columns) {
      rows += 1;
      if (line.trim() === '' || rows > 50) columns = undefined;
      else if (rows === 1 || columns.ruled) claimRow(view.text, from, to, columns, claim);
    }
    if (!columns) return to;
  }
  return view.text.length;
}

/** `az … --query passwords[0].value -o tsv` prints the bare value on the next line. */
const PRINTS =
  /\baz(?:\.cmd)? [^\n]{0,300}(?:--query[ =]["']?[^\s]{0,60}(?:password|value|accessToken|secret|key)|--expose-token)/i;

const QUERIES = /--query|--expose-token/g;

function scanPrinted(view: View, claim: Claim): void {
  for (const [from, to] of linesWith(QUERIES, view)) {
    const line = view.text.slice(from, Math.min(to, from + 2000)).trim();
    if (PRINTS.test(line) && !/(?:=|\|)\s*\$?\(?az\b|\$\(az/.test(line)) claimPrinted(view, to, claim);
  }
}

/** The next line that is not empty. */
function claimPrinted(view: View, end: number, claim: Claim): void {
  for (const [from, to] of linesOf(view.text, view.text.indexOf('\n', end) + 1 || view.text.length)) {
    const line = view.text.slice(from, Math.min(to, from + 2000)).trim();
    if (line === '') continue;
    if (!/^["']?[^\s"']{8,2000}["']?$/.test(line)) return;
    const value = line.replace(/^["']|["']$/g, '');
    if (
      !isPlaceholder(value) &&
      !isErrorWord(value) &&
      classesOf(value).kinds >= 2 &&
      !(isKnownShape(value) && !isGuid(value))
    ) {
      const start = view.text.indexOf(value, from);
      claim(start, start + value.length, 'password');
    }
    return;
  }
}

export const TABLE_RULES: readonly ScanRule[] = [
  {
    id: 'table',
    needles: ['password', 'secret', 'token', 'key'],
    scan,
    source: 'az acr credential show -o table',
  },
  { id: 'printed', needles: ['--query', '--expose-token'], scan: scanPrinted, source: 'az … -o tsv' },
];
