import type { TeamsActivity } from './activity.js';
import { textOfHtml } from './html-text.js';

/**
 * What somebody wrote, the bot's name taken off. Teams delivers a message as `text` and, when it was formatted or
 * pasted, as HTML beside it, which keeps line breaks that `text` may have lost: whichever has more lines is read. Pure.
 */
export function textOf(activity: TeamsActivity): string {
  const bot = botNames(activity);
  const plain = textOfPlain(activity, bot);
  const html = htmlOf(activity);
  if (html === null) return plain;
  const rich = textOfHtml(html, bot);
  return plain === '' || lines(rich) > lines(plain) ? rich : plain;
}

/** Whether anything but text came along. Pure. */
export function hasFile({ attachments = [] }: TeamsActivity): boolean {
  return attachments.some(({ contentType = '' }) => contentType !== 'text/html');
}

function textOfPlain({ text = '', textFormat }: TeamsActivity, bot: readonly string[]): string {
  if (textFormat === 'xml') return textOfHtml(text, bot);
  // Only mentions are marked up here; anything else that looks like a tag was typed or pasted.
  const unmentioned = text.replace(/<at(?: [^<>]{0,200})?>([^<>]{0,200})<\/at>/g, (_, name: string) =>
    bot.includes(decode(name).trim()) ? '' : name,
  );
  return decode(unmentioned).trim();
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
  '&nbsp;': ' ',
};

/** Undoes, once, the escaping of `text`. */
function decode(text: string): string {
  return text
    .replace(/&(?:lt|gt|quot|#39|amp|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll('\u00a0', ' ');
}

function htmlOf({ attachments = [] }: TeamsActivity): string | null {
  const content = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  return typeof content === 'string' ? content : null;
}

/** The names under which this message may mention the bot. */
function botNames({ entities = [], recipient }: TeamsActivity): readonly string[] {
  const mentions = entities.filter(
    ({ type, mentioned }) =>
      type === 'mention' && mentioned?.id !== undefined && mentioned.id === recipient?.id,
  );
  const shown = mentions.map(({ text = '' }) =>
    decode(text.replace(/<\/?at(?: [^<>]{0,200})?>/g, '')).trim(),
  );
  return [...shown, ...mentions.map(({ mentioned }) => mentioned?.name?.trim() ?? '')].filter(
    (name) => name !== '',
  );
}

function lines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
