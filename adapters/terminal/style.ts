/** What a word is, for emphasis. */
export type Tone = 'plain' | 'heading' | 'strong' | 'code' | 'good' | 'bad' | 'quiet';

/** Puts emphasis on a word. Meaning never hangs on it: without colour it changes nothing. */
export type Style = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Exclude<Tone, 'plain'>, readonly [number, number]>> = {
  heading: [1, 22],
  strong: [1, 22],
  code: [36, 39],
  good: [32, 39],
  bad: [31, 39],
  quiet: [2, 22],
};

/** Plain text: for pipes, NO_COLOR, dumb terminals and tests. */
export const plainStyle: Style = (_tone, text) => text;

/** Bold and the basic colours, which every theme defines readably. */
export const colourStyle: Style = (tone, text) => {
  if (tone === 'plain' || text === '') return text;
  const [on, off] = codes[tone];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Colour only for a person at a terminal who has not asked for none (https://no-color.org). */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const noColour = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  return isTerminal && !noColour && env['TERM'] !== 'dumb';
}
