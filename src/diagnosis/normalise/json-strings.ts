import { type Rewriting, rewriteAt } from './rewrite.js';

/** Four levels of JSON string escaping put at most 15 backslashes before a quote. */
const LONGEST_RUN = 16;

const BACKSLASH = 0x5c;
const fourHex = /^[0-9a-fA-F]{4}$/;
const letter = /[A-Za-z]/;
const alphanumeric = /[A-Za-z0-9]/;
const endOfPath = /[\s"'<>|]/g;

/** True for the backslash of `C:\`, which begins a path of Windows: its `\n` and `\t` are no escapes. */
function beginsPath(text: string, at: number): boolean {
  return (
    text.charAt(at - 1) === ':' && letter.test(text.charAt(at - 2)) && !alphanumeric.test(text.charAt(at - 3))
  );
}

function endOf(text: string, path: number): number {
  endOfPath.lastIndex = path;
  return endOfPath.test(text) ? endOfPath.lastIndex - 1 : text.length;
}

function endOfRun(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === BACKSLASH) end += 1;
  return end;
}

/** What an escape stands for, and where the text goes on; null for a backslash that is none. */
function decode(text: string, run: number, end: number): Rewriting | null {
  if (end - run > LONGEST_RUN) return null;
  switch (text.charAt(end)) {
    case 'n':
      return { plain: '\n', next: end + 1 };
    case 'r':
      return { plain: '', next: end + 1 };
    case 't':
      return { plain: '\t', next: end + 1 };
    case '"':
    case "'":
    case '/':
      return { plain: text.charAt(end), next: end + 1 };
    case 'u': {
      const hex = text.slice(end + 1, end + 5);
      if (!fourHex.test(hex)) return null;
      return { plain: String.fromCharCode(Number.parseInt(hex, 16)), next: end + 5 };
    }
    default:
      return null;
  }
}

/**
 * Undoes up to four levels of JSON string escaping (RFC 8259 §7), whatever the level of each escape: logs cut
 * such texts anywhere. Line ends within strings become real ones. A hand-written scan, because a paste may be
 * nothing but backslashes.
 */
export function unescapeJson(text: string): string {
  return rewriteAt(text, '\\', (at) => {
    if (beginsPath(text, at)) return { plain: null, next: endOf(text, at) };
    const end = endOfRun(text, at);
    return decode(text, at, end) ?? { plain: null, next: end };
  });
}
