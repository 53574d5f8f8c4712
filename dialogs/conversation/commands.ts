import { type Language, languages } from '../../src/knowledge/language.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';

/** What can be typed instead of pressed, in every language at once: people mix them. */
const words: Readonly<
  Record<Exclude<Verb, 'send-handover'> | 'help' | 'language' | 'thanks', readonly string[]>
> = {
  back: ['back', 'zurück', 'zurueck', '返回', '后退'],
  correct: ['correct', 'change', 'ändern', 'aendern', 'korrigieren', '更改', '更正'],
  restart: ['start over', 'restart', 'reset', 'von vorn', 'neu', 'neustart', '重新开始'],
  'check-again': [
    'check again',
    'recheck',
    'again',
    'erneut prüfen',
    'erneut pruefen',
    'nochmal',
    '再次检查',
  ],
  'next-cause': ['next', 'next cause', 'nächste ursache', 'naechste ursache', '下一个', '下一个原因'],
  handover: ['human', 'hand over', 'handover', 'mensch', 'übergeben', 'uebergeben', '人工', '转人工'],
  'dont-know': [
    "don't know",
    'dont know',
    "i don't know",
    '?',
    'weiß nicht',
    'weiss nicht',
    'das weiß ich nicht',
    '不知道',
  ],
  'look-there': [
    'look',
    'look there',
    'probe',
    'look from where it fails',
    'dort prüfen',
    'dort pruefen',
    '查看',
    '探测',
  ],
  'other-place': ['elsewhere', 'other place', 'anderswo', 'anderer ort', '其他位置'],
  'login-events': [
    'log',
    'registry log',
    'login events',
    'protokoll',
    'registrierungsprotokoll',
    '日志',
    '注册表日志',
  ],
  finish: ['done', 'exit', 'quit', 'bye', 'fertig', 'ende', 'tschüss', '完成', '退出', '再见'],
  thanks: [
    'thanks',
    'thank you',
    'thanks a lot',
    'many thanks',
    'danke',
    'vielen dank',
    'danke schön',
    'dankeschön',
    '谢谢',
    '多谢',
    '谢谢你',
  ],
  help: ['help', 'commands', 'hilfe', 'befehle', '帮助', '命令'],
  language: ['language', 'sprache', '语言'],
};

export type Command =
  | { readonly kind: 'verb'; readonly verb: Verb }
  | { readonly kind: 'help' }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'language'; readonly language: Language };

const languageNames: Readonly<Record<Language, readonly string[]>> = {
  en: ['en', 'english', 'englisch', '英语', '英文'],
  de: ['de', 'german', 'deutsch', '德语'],
  'zh-Hans': ['zh', 'zh-hans', 'zh-cn', 'chinese', 'chinesisch', '中文', '简体中文', '汉语'],
};

/** Reads a typed command; null when the text is something else. Only whole short lines count. Pure. */
export function readCommand(text: string): Command | null {
  const line = text
    .trim()
    .toLowerCase()
    .replace(/[.!。！]{1,3}$/u, '');
  if (line === '' || line.length > 40 || line.includes('\n')) return null;
  const named = languageOfCommand(line);
  if (named !== null) return { kind: 'language', language: named };
  for (const [name, list] of Object.entries(words)) {
    if (!list.includes(line) && !(name === 'thanks' && isThanksForSuccess(line, list))) continue;
    if (name === 'help' || name === 'language') return { kind: 'help' };
    if (name === 'thanks') return { kind: 'thanks' };
    // The keys of the table are verbs, but for the three that have just been taken out.
    return { kind: 'verb', verb: name as Verb };
  }
  return null;
}

/** What people add to their thanks once it works. Any other addition may be news: "thanks, but it still fails". */
const successes =
  /^(?:(?:it |that )?(?:works|worked|helped)(?: now)?|(?:es |das )?(?:läuft|geht|funktioniert|hat geholfen)(?: jetzt| wieder)?|(?:已经|现在)?(?:好了|可以了|解决了|正常了))$/u;

function isThanksForSuccess(line: string, thanks: readonly string[]): boolean {
  const at = line.search(/[,;:!.，！。]/u);
  return at > 0 && thanks.includes(line.slice(0, at).trim()) && successes.test(line.slice(at + 1).trim());
}

function languageOfCommand(line: string): Language | null {
  const prefix = words.language.find((word) => line.startsWith(`${word} `));
  const name = prefix === undefined ? line : line.slice(prefix.length + 1).trim();
  const found = languages.find((language) => languageNames[language].includes(name));
  // A bare "de" or "en" could be an answer; the long names could not.
  return found !== undefined && (prefix !== undefined || name.length > 3 || /\P{ASCII}/u.test(name))
    ? found
    : null;
}
