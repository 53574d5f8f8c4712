import { readCommand } from '../../../dialogs/conversation/commands.js';
import type { Language } from '../../knowledge/language.js';

/** Where in the demo a person is; in a situation, the changes that can be made to its world. */
export type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'own' }
  /** Somebody writes a note to a human: it may begin with any word. */
  | { readonly kind: 'note' }
  | { readonly kind: 'situation'; readonly changes: readonly string[] };

/** What is typed to the demo rather than to the bot. */
export type DemoCommand =
  | { readonly kind: 'list' | 'own' | 'paste' | 'answer' | 'help' | 'quit' }
  | { readonly kind: 'enter'; readonly number: number }
  | { readonly kind: 'apply'; readonly change: string }
  | { readonly kind: 'as'; readonly who: string }
  | { readonly kind: 'language'; readonly language: Language };

/** In every language at once, as in a conversation: people mix them. */
const words = {
  list: ['situations', 'situation', 'list', 'situationen', 'liste', '情境', '场景', '列表'],
  fix: ['fix', 'fix it', 'beheben', 'reparieren', '修复'],
  paste: ['paste', 'send', 'einfügen', 'einfuegen', 'senden', '粘贴', '发送'],
  answer: ['answer', 'antwort', 'antworten', '回答'],
  quit: ['quit', 'exit', 'bye', 'ende', 'tschüss', '退出', '再见'],
};
const apply = /^(?:(?:apply|anwenden)\s+|应用\s*)(\S+)$/u;
const as = /^(?:(?:as|als)\s+|(?:作为|以)\s*)(\S+)$/u;

/** Reads a command of the demo; null where the text belongs to the conversation. Pure. */
export function readDemoCommand(text: string, place: Place): DemoCommand | null {
  if (place.kind === 'note') return null;
  const line = text
    .trim()
    .toLowerCase()
    .replace(/^["'`„“”]+|["'`“”.!。！]+$/gu, '');
  const said = readCommand(line);
  if (words.list.includes(line)) return { kind: 'list' };
  if (words.quit.includes(line)) return { kind: 'quit' };
  if (said?.kind === 'help') return { kind: 'help' };
  if (said?.kind === 'verb' && said.verb === 'finish')
    return { kind: place.kind === 'list' ? 'quit' : 'list' };
  if (place.kind === 'situation') return inSituation(line, place.changes);
  if (place.kind === 'own') return null;
  if (said?.kind === 'language') return said;
  // Other words to steer a conversation: there is none to steer yet.
  if (said !== null) return { kind: 'list' };
  const number = /^(\d{1,2})[.)]?$/.exec(line)?.[1];
  if (number === undefined) return null;
  return Number(number) === 0 ? { kind: 'own' } : { kind: 'enter', number: Number(number) };
}

function inSituation(line: string, changes: readonly string[]): DemoCommand | null {
  if (words.fix.includes(line)) return { kind: 'apply', change: 'fix' };
  if (words.paste.includes(line)) return { kind: 'paste' };
  if (words.answer.includes(line)) return { kind: 'answer' };
  const named = apply.exec(line)?.[1];
  const change = changes.find((it) => it.toLowerCase() === (named ?? line)) ?? named;
  if (change !== undefined) return { kind: 'apply', change };
  const who = as.exec(line)?.[1];
  return who === undefined ? null : { kind: 'as', who };
}
