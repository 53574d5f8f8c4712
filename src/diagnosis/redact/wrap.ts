import { isErrorWord } from './benign.js';
import type { Claim } from './rules/rule.js';
import { classesOf, isKnownShape } from './shape.js';
import type { View } from './view.js';

/**
 * Completes claims a terminal broke: the value ends with its line, the line is long, and the next one begins with
 * something that looks like the rest of the value and is no word.
 */
export function extendOverWrap(view: View, claim: Claim): Claim {
  const { text } = view;
  return (start, end, kind) => {
    const code = text.charCodeAt(end);
    if ((code !== 0x0a && code !== 0x0d) || end - start < 6) return claim(start, end, kind);
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    if (end - lineStart < 60) return claim(start, end, kind);
    const from = end + (code === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1);
    const rest = /^[^\s"'`|;<>]{2,4096}/.exec(text.slice(from, from + 4096))?.[0] ?? '';
    const has = classesOf(rest);
    const random = has.turns >= 2 && has.kinds >= 2 && has.digit + has.special > 0;
    const own = classesOf(text.slice(start, Math.min(end, start + 512)));
    const joins =
      random && own.kinds >= 2 && !isKnownShape(rest) && !isErrorWord(rest) && !/^[-[$#>]/.test(rest);
    claim(start, joins ? from + rest.length : end, kind);
  };
}
