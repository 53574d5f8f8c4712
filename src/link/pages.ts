import { type Language, locales } from '../knowledge/language.js';
import { textsFor } from '../knowledge/texts/index.js';
import type { LinkProblem, LinkTexts } from '../knowledge/texts/link.js';
import type { ChatAccount } from './account.js';
import { type Html, html, sentence } from './html.js';
import type { Page } from './page.js';
import { statusOf, worthAnother } from './problems.js';

/** The pages, from their parts. Pure. `action` is where the form is sent, `token` what is sent with it. */
interface Form {
  readonly action: string;
  readonly token: string;
}

/** Names the chat account and says what will happen. */
export function startPage(language: Language, account: ChatAccount, form: Form): Page {
  const { start, warning, ...texts } = textsFor(language).link;
  return {
    status: 200,
    language,
    title: start.title,
    body: html`<p>${sentence(start.text)}</p>
<dl>${chatRows(account, texts)}</dl>
<ol>${start.steps.map((step) => html`<li>${sentence(step)}</li>`)}</ol>
<p class="note">${sentence(warning)}</p>
<form method="post" action="${form.action}"><input type="hidden" name="state" value="${form.token}"><button>${start.button}</button></form>`,
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
  form: Form,
): Page {
  const { confirm, warning, ...texts } = textsFor(language).link;
  const day = new Intl.DateTimeFormat(locales[language].intl, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    status: 200,
    language,
    title: confirm.title,
    body: html`<dl>${chatRows(account, texts)}${row(texts.entraAccount, username)}${row(texts.until, day.format(until))}</dl>
<p>${sentence(confirm.text)}</p>
<p class="note">${sentence(warning)}</p>
<form method="post" action="${form.action}"><input type="hidden" name="token" value="${form.token}"><button name="decision" value="yes">${confirm.yes}</button><button class="second" name="decision" value="no">${confirm.no}</button></form>`,
  };
}

export function endPage(language: Language, end: 'done' | 'declined'): Page {
  const { title, text } = textsFor(language).link[end];
  return { status: 200, language, title, body: html`<p>${sentence(text)}</p>` };
}

export function problemPage(language: Language, problem: LinkProblem): Page {
  const { problems, again } = textsFor(language).link;
  const { title, text } = problems[problem];
  const next = worthAnother(problem) ? [html`<p>${sentence(again)}</p>`] : [];
  return { status: statusOf(problem), language, title, body: html`<p>${sentence(text)}</p>${next}` };
}

type Labels = Pick<LinkTexts, 'accounts' | 'workspace'>;

function chatRows({ platform, name, id, workspace }: ChatAccount, texts: Labels): readonly Html[] {
  return [row(texts.accounts[platform], name, id), row(texts.workspace, workspace)];
}

function row(label: string, value: string, beneath?: string): Html {
  const more = beneath === undefined ? [] : [html`<small>${beneath}</small>`];
  return html`<div><dt>${label}</dt><dd><bdi>${value}</bdi>${more}</dd></div>`;
}
