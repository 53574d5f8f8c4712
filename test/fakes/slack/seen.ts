import { buttonsIn, choicesIn, fieldsIn, visible } from './visible.js';
import type { FakeMessage } from './workspace.js';

/** A message as a person sees it now. */
export interface Seen extends FakeMessage {
  /** All words, one line for each on the screen. */
  readonly shown: string;
  readonly buttons: readonly string[];
  readonly choices: readonly string[];
  readonly fields: readonly string[];
}

/** A message of the workspace as a person sees it. */
export function seen(message: FakeMessage): Seen {
  const { blocks } = message;
  return {
    ...message,
    shown: visible(blocks),
    buttons: buttonsIn(blocks),
    choices: choicesIn(blocks),
    fields: fieldsIn(blocks),
  };
}

/** Whether what is shown stands for a label of the bot's texts, which have marks for code and bold. */
export function isLabel(shown: string, label: string): boolean {
  const wanted = label.replaceAll(/`|\*\*/g, '');
  const candidates = [shown, shown.replace(/^\d+\. /, '')];
  return candidates.some((it) => it === wanted || (it.endsWith('…') && wanted.startsWith(it.slice(0, -1))));
}
