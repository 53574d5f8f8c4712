/** A word as both POSIX shells and PowerShell read it. What holds a quote itself is for the person to write. */
export function quoted(word: string): string {
  return /^[\w./:@+-]+$/.test(word) || word.includes("'") ? word : `'${word}'`;
}
