import { type Language, locales } from '../../knowledge/language.js';
import { textsFor } from '../../knowledge/texts/index.js';
import type { ChatAccount } from '../account.js';
import { chatRows, choice, type Form, form, row } from '../parts.js';
import type { Page } from '../web/document.js';
import { html, sentence } from '../web/html.js';

/** Names the chat account and says what will happen. */
export function startPage(language: Language, account: ChatAccount, at: Form): Page {
  const { start, warning } = textsFor(language).link;
  return {
    status: 200,
    language,
    title: start.title,
    body: html`<p>${sentence(start.text)}</p>
<dl>${chatRows(language, account)}</dl>
<ol>${start.steps.map((step) => html`<li>${sentence(step)}</li>`)}</ol>
<p class="note">${sentence(warning)}</p>
${form(at, html`<button>${textsFor(language).pages.signIn}</button>`)}`,
  };
}

/**
 * Both accounts side by side, and the choice.
 *
 * @param until when the link ends, milliseconds since 1970
 */
export function confirmPage(
  language: Language,
  account: ChatAccount,
  username: string,
  until: number,
  at: Form,
): Page {
  const { confirm, warning, ...texts } = textsFor(language).link;
  const day = new Intl.DateTimeFormat(locales[language].intl, { dateStyle: 'long', timeZone: 'UTC' });
  const entra = row(textsFor(language).pages.entraAccount, username);
  return {
    status: 200,
    language,
    title: confirm.title,
    body: html`<dl>${chatRows(language, account)}${entra}${row(texts.until, day.format(until))}</dl>
<p>${sentence(confirm.text)}</p>
<p class="note">${sentence(warning)}</p>
${choice(at, confirm.yes, confirm.no)}`,
  };
}

export function endPage(language: Language, end: 'done' | 'declined'): Page {
  const { title, text } = textsFor(language).link[end];
  return { status: 200, language, title, body: html`<p>${sentence(text)}</p>` };
}
