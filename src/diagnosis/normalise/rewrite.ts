/** What a marker begins: text that stands in place of everything up to `next`, or null where that stays as it is. */
export interface Rewriting {
  readonly plain: string | null;
  /** Where the search goes on; beyond the marker. */
  readonly next: number;
}

/** Rewrites what the places of a marker begin, in one pass and without touching the text between. */
export function rewriteAt(text: string, marker: string, rewriting: (at: number) => Rewriting): string {
  let at = text.indexOf(marker);
  if (at < 0) return text;
  const parts: string[] = [];
  let copied = 0;
  while (at >= 0) {
    const { plain, next } = rewriting(at);
    if (plain !== null) {
      if (at > copied) parts.push(text.slice(copied, at));
      parts.push(plain);
      copied = next;
    }
    at = text.indexOf(marker, next);
  }
  parts.push(text.slice(copied));
  return parts.join('');
}
