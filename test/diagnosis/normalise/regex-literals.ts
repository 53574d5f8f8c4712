import { readdirSync, readFileSync } from 'node:fs';

/** A regular expression that stands in a source file. */
export interface Literal {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** A slash begins a regular expression only after one of these; elsewhere it divides or belongs to a comment. */
const opening = /(?:^|[=(,:[?!&|]|\breturn) *$/;

function literalsOf(line: string): { source: string; flags: string }[] {
  const found: { source: string; flags: string }[] = [];
  let at = 0;
  while (at < line.length) {
    const start = line.indexOf('/', at);
    if (start < 0) break;
    at = start + 1;
    if (!opening.test(line.slice(0, start)) || /^\/[/*]/.test(line.slice(start))) continue;
    let inClass = false;
    let end = at;
    while (end < line.length && (inClass || line[end] !== '/')) {
      if (line[end] === '\\') end += 1;
      else if (line[end] === '[') inClass = true;
      else if (line[end] === ']') inClass = false;
      end += 1;
    }
    const flags = /^[dgimsuvy]*/.exec(line.slice(end + 1))?.[0] ?? '';
    found.push({ source: line.slice(at, end), flags });
    at = end + 1 + flags.length;
  }
  return found;
}

/** All regular expression literals of a folder's files; the formatter keeps each on one line. */
export function regexLiterals(folder: URL): readonly Literal[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          if (/^\s*(?:\*|\/\/|\/\*)/.test(line)) return [];
          return literalsOf(line.trimStart()).map((one) => ({ where: `${name}:${index + 1}`, ...one }));
        }),
    );
}
