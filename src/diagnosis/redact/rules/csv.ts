import { isErrorWord, isPlaceholder } from '../benign.js';
import { isQuote } from '../values.js';
import { MARK, type View } from '../view.js';
import type { Claim, ScanRule } from './rule.js';
import { linesOf, linesWith } from './shell-words.js';

const HEADERS = /passw|pwd|kennwort|secret|token/g;
const SECRET_COLUMN =
  /^(?:[a-z]{0,20}(?:password|passwort|kennwort|passwd|pwd)|(?:client|app)?secret|(?:access|refresh)?token)$/i;
/** More columns than this have no export of credentials. */
const MOST = 30;

interface Field {
  readonly start: number;
  readonly end: number;
}

/** Fields of a line; one in quotes may hold the separator, and a quote written twice. */
function fieldsOf(text: string, from: number, to: number, separator: string): readonly Field[] {
  const fields: Field[] = [];
  let i = from;
  while (i <= to && fields.length < MOST) {
    const quoted = text.charCodeAt(i) === 0x22;
    let end = quoted ? i + 1 : i;
    if (quoted) {
      while (end < to && (text.charAt(end) !== '"' || text.charAt(end + 1) === '"'))
        end += text.charAt(end) === '"' ? 2 : 1;
      fields.push({ start: i + 1, end: Math.min(end, to) });
      end += 1;
      if (end < to && text.charAt(end) !== separator) return [];
    } else {
      while (end < to && text.charAt(end) !== separator) end += 1;
      fields.push({ start: i, end });
    }
    i = end + 1;
  }
  return fields;
}

/** What parts the fields under a header that names a column of secrets; undefined = no such header. */
function separatorOf(line: string): string | undefined {
  if (line.length > 600 || !/^["\p{L}\d][^(){}[\]=:$<>|']{4,600}$/u.test(line) || /[,;] /.test(line))
    return undefined;
  return [',', ';', '\t'].find((sign) => line.includes(sign));
}

function scan(view: View, claim: Claim): void {
  const { text } = view;
  let done = 0;
  for (const [from, to] of linesWith(HEADERS, view)) {
    const separator = from >= done ? separatorOf(text.slice(from, Math.min(to, from + 601))) : undefined;
    if (separator === undefined) continue;
    const names = fieldsOf(text, from, to, separator).map(({ start, end }) => text.slice(start, end));
    const secret = names.flatMap((name, i) => (SECRET_COLUMN.test(name.replace(/[\s_.-]/g, '')) ? [i] : []));
    if (secret.length > 0 && names.every((name) => /^[\p{L}\d][\p{L}\d _.-]{0,40}$/u.test(name)))
      done = claimRows(text, text.indexOf('\n', to) + 1, separator, { count: names.length, secret }, claim);
  }
}

/** Reads the rows from `at` on, to the first that has not as many fields; returns where it stopped. */
function claimRows(
  text: string,
  at: number,
  separator: string,
  columns: { readonly count: number; readonly secret: readonly number[] },
  claim: Claim,
): number {
  if (at === 0) return text.length;
  for (const [from, to] of linesOf(text, at)) {
    const fields = to - from < 20000 ? fieldsOf(text, from, to, separator) : [];
    if (fields.length !== columns.count) return from;
    for (const { start, end } of columns.secret.flatMap((i) => fields[i] ?? [])) {
      const value = text.slice(start, end);
      const quoted = isQuote(text.charCodeAt(start - 1));
      if (value.length < 4 || value.includes(MARK) || isPlaceholder(value) || isErrorWord(value)) continue;
      if (quoted || !/\s/.test(value)) claim(start, end, 'password');
    }
  }
  return text.length;
}

/** Exports of password managers, users and portals: a header that names a column of secrets, rows below. */
export const CSV_RULE: ScanRule = {
  id: 'csv',
  needles: ['passw', 'pwd', 'kennwort', 'secret', 'token'],
  scan,
  source: 'datatracker.ietf.org/doc/html/rfc4180',
};
