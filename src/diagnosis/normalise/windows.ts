import { cap, cutBefore } from './cap.js';

const WINDOW = 64 * 1024;
const OVERLAP = 8 * 1024;

/** Parts of an attached file, each short enough for one diagnosis; `truncated` when its middle was left out. */
export interface Windows {
  readonly parts: readonly string[];
  readonly truncated: boolean;
}

/**
 * Cuts a file into windows of at most 64 KB that overlap by about 8 KB (security T53), so that an error that
 * stands on a border is whole in one of them. A file of more than 1 MB keeps its first and last parts.
 */
export function windows(raw: string): Windows {
  const { text, truncated } = cap(raw, 'file');
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > WINDOW) {
    const end = cutBefore(text, start + WINDOW);
    parts.push(text.slice(start, end));
    start = cutBefore(text, end - OVERLAP);
  }
  parts.push(text.slice(start));
  return { parts, truncated };
}
