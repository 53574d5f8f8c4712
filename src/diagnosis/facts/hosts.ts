import { isAlphanumeric } from '../ascii.js';
import { lowerInPlace } from '../grams.js';
import { LONGEST_HOST } from './login-server.js';

/** A run of host characters that ends in a registry suffix; what stands around it is for the caller to judge. */
export interface HostSpan {
  readonly start: number;
  readonly end: number;
}

const suffix = /\.azurecr\.(?:io|cn|us)/y;
const SUFFIX_START = '.azurecr.';

/** ASCII letters, digits, `-` and `.`. */
function isHostCode(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2d || code === 0x2e;
}

/** Spans of registry hosts. Searches the suffix and looks back over one host's length at most: linear. */
export function hostSpans(text: string): readonly HostSpan[] {
  const lower = lowerInPlace(text);
  const spans: HostSpan[] = [];
  for (let at = lower.indexOf(SUFFIX_START); at >= 0; at = lower.indexOf(SUFFIX_START, at + 1)) {
    suffix.lastIndex = at;
    if (!suffix.test(lower)) continue;
    const end = suffix.lastIndex;
    const before = spans.at(-1);
    // Where this host goes on to the left of the one before, that one's letters need not be read again.
    let start = at;
    while (
      start > (before?.end ?? 0) &&
      end - start <= LONGEST_HOST &&
      isHostCode(text.charCodeAt(start - 1))
    )
      start -= 1;
    if (before && start === before.end)
      start = Math.min(start, Math.max(before.start, end - LONGEST_HOST - 1));
    while (start > 0 && end - start <= LONGEST_HOST && isHostCode(text.charCodeAt(start - 1))) start -= 1;
    spans.push({ start, end });
  }
  return spans;
}
