/** Size caps on pasted text. Lengths are UTF-16 code units; 1 KB = 1024 of them (security T53). */
const KB = 1024;

/** How much of a text is kept: `head` from its beginning and `tail` from its end. */
interface Cap {
  readonly head: number;
  readonly tail: number;
}

/** Where a text comes from: a chat message (64 KB kept) or an attached file (1 MB kept). */
export type Limit = 'message' | 'file';

const caps: Readonly<Record<Limit, Cap>> = {
  message: { head: 48 * KB, tail: 16 * KB },
  file: { head: 768 * KB, tail: 256 * KB },
};

/** A line end this near to the cut is preferred to the cut itself. */
const NEAR = 512;

/** A capped text; `truncated` tells that its middle was left out. */
export interface Capped {
  readonly text: string;
  readonly truncated: boolean;
}

/**
 * Position at or before `at` where a text may be cut: after a line end if one is near, and never inside a
 * surrogate pair.
 */
export function cutBefore(text: string, at: number): number {
  const lineEnd = text.lastIndexOf('\n', at - 1);
  if (lineEnd >= 0 && at - lineEnd <= NEAR) return lineEnd + 1;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** As `cutBefore`, but at or after `at`: the beginning of the next line if it is near. */
function cutAfter(text: string, at: number): number {
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd >= 0 && lineEnd - at < NEAR) return lineEnd + 1;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** Keeps the beginning and the end of a text that is longer than its cap, joined by a line end. */
export function cap(raw: string, limit: Limit): Capped {
  const { head, tail } = caps[limit];
  if (raw.length <= head + tail) return { text: raw, truncated: false };
  const first = raw.slice(0, cutBefore(raw, head));
  const last = raw.slice(cutAfter(raw, raw.length - tail));
  return { text: first.endsWith('\n') ? first + last : `${first}\n${last}`, truncated: true };
}
