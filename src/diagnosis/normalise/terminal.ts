/** Terminal control sequences, as the terminal gets them and as logs print them. */
const terminalPatterns = {
  /** ECMA-48 CSI sequence (colours, cursor). */
  csi: /[\u001b\u009b]\[?[0-9;?]{0,32}[A-Za-z]/g,
  /** Operating system command, e.g. a terminal hyperlink. */
  osc: /\u001b\][^\u0007\u001b]{0,2048}(?:\u0007|\u001b\\)?/g,
  /** The same where a logger wrote the escape character as text; backslashes before it are counted by hand. */
  spelled: /(?:u001[bB]|x1[bB]|033|e|␛)\[[0-9;?]{0,32}[A-Za-z]/g,
  /** A colour whose escape character was lost on the way through a chat. */
  orphan: /\[(?:0|1|0?[1349][0-7]?)(?:;[0-9]{1,3}){0,3}m(?!\])/g,
  /** Other control characters, line ends and tabs apart. */
  control: /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g,
} as const;

/** No logger escapes more often than four times, which makes 15 backslashes. */
const MOST_BACKSLASHES = 16;

/** Takes spelled sequences out, with the backslashes that the logger kept; only `u001b` may have lost them. */
function stripSpelled(text: string): string {
  const { spelled } = terminalPatterns;
  const pieces: string[] = [];
  let copied = 0;
  spelled.lastIndex = 0;
  for (let found = spelled.exec(text); found; found = spelled.exec(text)) {
    const [sequence] = found;
    let start = found.index;
    if (!sequence.startsWith('␛')) {
      while (start > copied && found.index - start < MOST_BACKSLASHES && text[start - 1] === '\\') start -= 1;
    }
    if (start === found.index && /^[x0e]/.test(sequence)) {
      spelled.lastIndex = start + 1;
      continue;
    }
    pieces.push(text.slice(copied, start));
    copied = spelled.lastIndex;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(copied);
}

/** Takes out what was meant for a terminal. */
export function stripTerminal(text: string): string {
  let clean = text;
  if (clean.includes('\u001b]')) clean = clean.replace(terminalPatterns.osc, '');
  if (clean.includes('\u001b') || clean.includes('\u009b')) clean = clean.replace(terminalPatterns.csi, '');
  if (clean.includes('[')) {
    clean = stripSpelled(clean).replace(terminalPatterns.orphan, '');
  }
  return clean.replace(terminalPatterns.control, '');
}
