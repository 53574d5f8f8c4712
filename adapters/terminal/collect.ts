import type { Keyboard } from './keyboard.js';

/** Lines that follow each other faster than anybody types belong to one paste. */
const SILENCE_MS = 150;

export interface Collecting {
  /** A number or a word to press is complete by itself. */
  readonly isComplete: (line: string) => boolean;
  /** Somebody writes a note: it may take its time. */
  readonly untilBlank: boolean;
}

/** Collects what was entered together. */
export async function nextText(
  keyboard: Keyboard,
  { isComplete, untilBlank }: Collecting,
): Promise<{ readonly text: string } | 'end' | 'interrupt'> {
  const lines: string[] = [];
  for (;;) {
    const patient = lines.length === 0 || keyboard.isTyping || untilBlank;
    const entry = await keyboard.next(patient ? undefined : SILENCE_MS);
    if (entry.kind === 'interrupt') return 'interrupt';
    if (entry.kind === 'line') {
      if (lines.length === 0 && isComplete(entry.text)) return { text: entry.text.trim() };
      // In a pipe an empty line ends a paste; on a terminal it may be part of the burst.
      if (entry.text === '' && lines.length > 0 && (untilBlank || !keyboard.isTerminal)) break;
      lines.push(entry.text);
      if (entry.whole) break;
    } else if (entry.kind === 'end') {
      if (lines.length === 0) return 'end';
      break;
    } else if (!keyboard.isTyping) {
      break;
    }
  }
  return { text: lines.join('\n').trim() };
}
