/** Terminal control sequences, as the terminal gets them and as logs print them. */
const terminalPatterns = {
  /** ECMA-48 CSI sequence (colours, cursor). */
  csi: /[\u001b\u009b]\[?[0-9;?]{0,32}[A-Za-z]/g,
  /** Operating system command, e.g. a terminal hyperlink. */
  osc: /\u001b\][^\u0007\u001b]{0,2048}(?:\u0007|\u001b\\)?/g,
  /** The same where a logger wrote the escape character as text and lost or kept its backslashes. */
  spelled: /(?:\\{0,16}u001[bB]|\\{1,16}x1[bB]|\\{1,16}033|\\{1,16}e|␛)\[[0-9;?]{0,32}[A-Za-z]/g,
  /** A colour whose escape character was lost on the way through a chat. */
  orphan: /\[(?:0|1|0?[1349][0-7]?)(?:;[0-9]{1,3}){0,3}m(?!\])/g,
  /** Other control characters, line ends and tabs apart. */
  control: /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g,
} as const;

/** Takes out what was meant for a terminal. */
export function stripTerminal(text: string): string {
  let clean = text;
  if (clean.includes('\u001b]')) clean = clean.replace(terminalPatterns.osc, '');
  if (clean.includes('\u001b') || clean.includes('\u009b')) clean = clean.replace(terminalPatterns.csi, '');
  if (clean.includes('[')) {
    clean = clean.replace(terminalPatterns.spelled, '').replace(terminalPatterns.orphan, '');
  }
  return clean.replace(terminalPatterns.control, '');
}
