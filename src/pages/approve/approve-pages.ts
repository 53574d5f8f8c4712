import type { Language } from '../../knowledge/language.js';
import { textsFor } from '../../knowledge/texts/index.js';
import type { RequestTexts } from '../../knowledge/texts/requests.js';
import { type ChatAccount, shownText } from '../account.js';
import { chatRows, choice, type Form, form, row } from '../parts.js';
import type { Page } from '../web/document.js';
import { html, sentence } from '../web/html.js';
import { sendOnce } from '../web/scripts.js';
import type { RequestFacts } from './errand.js';

/** Characters of a value that are shown; a reason has at most 500. */
const LONGEST = 600;

/** Says whom the link is for, and nothing of what is asked for: whoever comes here may be anybody. */
export function startPage(language: Language, account: ChatAccount, at: Form): Page {
  const { approve, signIn, steps } = textsFor(language).pages;
  const { title, text, last, warning } = approve.start;
  return {
    status: 200,
    language,
    title,
    body: html`<p>${sentence(text)}</p>
<dl>${chatRows(language, account)}</dl>
<ol>${[...steps, last].map((step) => html`<li>${sentence(step)}</li>`)}</ol>
<p class="note">${sentence(warning)}</p>
${form(at, html`<button>${signIn}</button>`)}`,
  };
}

/** The request, who approves it, and the choice. */
export function confirmPage(
  language: Language,
  { title, facts }: RequestFacts,
  username: string,
  at: Form,
): Page {
  const { approve, signedInAs } = textsFor(language).pages;
  const rows = facts.map(({ label, value }) => row(label, shownText(value, LONGEST)));
  return {
    status: 200,
    language,
    title: approve.confirm.title,
    body: html`<p class="lead"><bdi>${shownText(title, LONGEST)}</bdi></p>
<dl>${rows}${row(signedInAs, username)}</dl>
<p>${sentence(approve.confirm.text)}</p>
${choice(at, approve.confirm.yes, approve.confirm.no)}`,
    script: sendOnce,
  };
}

export function endPage(language: Language, end: 'done' | 'declined'): Page {
  const { title, text } = textsFor(language).pages.approve[end];
  return { status: 200, language, title, body: html`<p>${sentence(text)}</p>` };
}

/** The rules do not let them approve. */
export function refusedPage(language: Language, reason: keyof RequestTexts['refused']): Page {
  const { pages, requests } = textsFor(language);
  const { title, text } = pages.approve.refused;
  return {
    status: 403,
    language,
    title,
    body: html`<p>${sentence(requests.refused[reason])}</p><p>${sentence(text)}</p>`,
  };
}
