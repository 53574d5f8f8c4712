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

/** The language of somebody's first text. A pasted error says nothing about the person; prose does. Pure. */
export function languageOfFirst(text: string): Language | null {
  const guessed = guessLanguage(text);
  return guessed === null || intake(text).kind === 'error' ? null : guessed;
}
