/** More lines than a program prints to look at something. */
const MOST_LINES = 2000;
/** A longer line is none of the forms that are read. */
const LONGEST_LINE = 600;

/** What loggers put in front of a line: a time, and a level. */
const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?Z? /;

/** The lines of a normalised text without what loggers put around them; long ones are left empty. Linear. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n', MOST_LINES)
    .map((line) => (line.length > LONGEST_LINE ? '' : line.trim().replace(stamp, '').trim()));
}

/** The first match of a form, line by line. */
export function firstMatch(lines: readonly string[], form: RegExp): RegExpExecArray | null {
  for (const line of lines) {
    const match = form.exec(line);
    if (match !== null) return match;
  }
  return null;
}

/** All matches of a form, line by line. */
export function allMatches(lines: readonly string[], form: RegExp): readonly RegExpExecArray[] {
  return lines.flatMap((line) => {
    const match = form.exec(line);
    return match === null ? [] : [match];
  });
}
