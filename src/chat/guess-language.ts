import { intake } from '../diagnosis/intake.js';
import type { Language } from '../knowledge/language.js';

/** Longer texts are logs; prose that asks for help is short. */
const LONGEST = 2000;
/** Words that a German sentence can hardly do without, and that no program prints. */
const german =
  /(?<![\p{L}-])(?:ich|und|nicht|ist|der|die|das|den|dem|ein|eine|einen|mein|meine|meiner|wie|wenn|auf|mit|für|bei|beim|kann|können|geht|habe|hilfe|bitte|warum|mich|mir|wir|anmelden|anmeldung|keine|kein|zugriff)(?![\p{L}-])/giu;
const word = /\p{L}+/gu;
const han = /\p{Script=Han}/gu;

/**
 * The language of a text that is plainly German or Chinese prose; null for everything else. English is never
 * guessed: error messages are English whatever the person speaks. Pure.
 */
export function guessLanguage(text: string): Language | null {
  const sample = text.slice(0, LONGEST);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const chinese = sample.match(han)?.length ?? 0;
  if (chinese >= 4 && chinese * 4 >= letters) return 'zh-Hans';
  const words = sample.match(word)?.length ?? 0;
  const found = new Set((sample.match(german) ?? []).map((it) => it.toLowerCase()));
  return found.size >= 2 && (sample.match(german)?.length ?? 0) * 6 >= words ? 'de' : null;
}

/** Words in which somebody speaks of themselves, or to somebody: programs do not. */
const personal =
  /(?<![\p{L}-])(?:ich|mir|mich|wir|uns|mein|meine|meiner|meinem|unser|unsere|bitte|hallo|danke)(?![\p{L}-])|[我咱]|请问|怎么|为什么|帮忙|谢谢|您好|你好/iu;

/**
 * The language of somebody's first text. Beside a pasted error only a line counts in which a person speaks: a program may
 * have been installed in any language. Pure.
 */
export function languageOfFirst(text: string): Language | null {
  if (intake(text).kind !== 'error') return guessLanguage(text);
  const spoken = text
    .slice(0, LONGEST)
    .split('\n')
    .filter((line) => personal.test(line));
  return spoken.map(guessLanguage).find((it) => it !== null) ?? null;
}
