const START = '\u001b[200~';
const END = '\u001b[201~';
/** Ask the terminal to mark what is pasted, and to stop marking it. */
export const MARK_PASTES = '\u001b[?2004h';
export const UNMARK_PASTES = '\u001b[?2004l';
/** A short paste of one line is what somebody might go on editing: it is treated as typed. */
const SHORT = 300;

/** What a chunk from the keyboard holds, in order. */
export interface Chunk {
  readonly kind: 'typed' | 'pasted';
  readonly text: string;
}

/**
 * Takes marked pastes ("bracketed paste") out of what comes from the keyboard, across chunks. A long paste is
 * not echoed then: it may hold secrets, and nobody wants it read out again.
 */
export class PasteFilter {
  #rest = '';
  #pasting = false;

  /** Feeds a chunk; gives what is complete. */
  feed(text: string): readonly Chunk[] {
    const out: Chunk[] = [];
    let data = this.#rest + text;
    this.#rest = '';
    while (data !== '') {
      const mark = this.#pasting ? END : START;
      const at = data.indexOf(mark);
      if (at < 0) {
        const kept = this.#pasting ? data.length : partialLength(data, mark);
        this.#rest = data.slice(data.length - kept);
        if (!this.#pasting) push(out, 'typed', data.slice(0, data.length - kept));
        return out;
      }
      const before = data.slice(0, at);
      const short = before.length <= SHORT && !/[\r\n]/.test(before);
      push(out, this.#pasting && !short ? 'pasted' : 'typed', before);
      this.#pasting = !this.#pasting;
      data = data.slice(at + mark.length);
    }
    return out;
  }
}

function push(out: Chunk[], kind: Chunk['kind'], text: string): void {
  if (text !== '') out.push({ kind, text });
}

/** How much of the end could be the beginning of a mark. A lone escape is a key of its own. */
function partialLength(data: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, data.length); length > 1; length--) {
    if (data.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}
