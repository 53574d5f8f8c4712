import { readCommand } from '../../dialogs/conversation/commands.js';
import { type Language, languages } from '../../src/knowledge/language.js';

/** What can be written to the bot on chat platforms beside the conversation itself. */
export type Order =
  | { readonly kind: 'help' | 'status' | 'link' | 'unlink' | 'forget' }
  | { readonly kind: 'language'; readonly language: Language };

/** In every language at once: people mix them. */
const words: Readonly<Record<Exclude<Order['kind'], 'language' | 'help'>, readonly string[]>> = {
  status: ['status', 'stand', '状态'],
  link: ['link', 'link my account', 'verknüpfen', 'verknuepfen', '关联', '绑定'],
  unlink: ['link off', 'unlink', 'verknüpfung lösen', 'verknuepfung loesen', '取消关联', '解除绑定'],
  forget: ['forget', 'forget me', 'vergessen', 'vergiss mich', '忘记', '忘记我'],
};

/** Reads a word for the desk; null for everything that belongs to the conversation. Only whole short lines count. Pure. */
export function readOrder(text: string): Order | null {
  const line = text.trim().toLowerCase();
  if (line === '' || line.length > 40 || line.includes('\n')) return null;
  for (const [kind, list] of Object.entries(words)) {
    // The keys of the table are the kinds.
    if (list.includes(line)) return { kind: kind as keyof typeof words };
  }
  const command = readCommand(line);
  if (command?.kind === 'language') return { kind: 'language', language: command.language };
  return command?.kind === 'help' ? { kind: 'help' } : null;
}

/** The language of a locale tag; null for a platform that names none, or one that is not spoken here. Pure. */
export function languageOfLocale(tag: string | null): Language | null {
  const primary = (tag ?? '').toLowerCase().split(/[-_.@]/, 1)[0];
  return primary === 'zh' ? 'zh-Hans' : (languages.find((language) => language === primary) ?? null);
}
