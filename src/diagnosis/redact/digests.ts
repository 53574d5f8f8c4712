import type { View } from './view.js';

/** Fingerprints of packages at their exact lengths: `sha512-…==` (npm, SRI), `h1:…=` (go.sum). */
const DIGEST =
  /(?<![A-Za-z0-9+/])(?:sha512-[A-Za-z0-9+/]{86}==|sha384-[A-Za-z0-9+/]{64}|sha256-[A-Za-z0-9+/]{43}=|sha1-[A-Za-z0-9+/]{27}=|h1:[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/g;

/** Says of a part of a view whether it lies in the fingerprint of a package, which is no secret. */
export function digestsOf(view: View): (start: number, end: number) => boolean {
  if (!view.holds('sha') && !view.holds('h1:')) return () => false;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const found of view.text.matchAll(DIGEST)) {
    starts.push(found.index);
    ends.push(found.index + found[0].length);
  }
  return (start, end) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && end <= (ends[low - 1] ?? 0);
  };
}
