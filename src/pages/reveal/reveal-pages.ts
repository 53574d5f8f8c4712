import type { Secret } from '../../access/secret.js';
import type { Language } from '../../knowledge/language.js';
import { textsFor } from '../../knowledge/texts/index.js';
import { type Form, form, row } from '../parts.js';
import type { Page } from '../web/document.js';
import { html, sentence } from '../web/html.js';
import { copyField, sendOnce } from '../web/scripts.js';

/** Says in general words whom the link is for; nothing of the secret. */
export function startPage(language: Language, at: Form): Page {
  const { reveal, signIn, steps } = textsFor(language).pages;
  const { title, text, last, warning } = reveal.start;
  return {
    status: 200,
    language,
    title,
    body: html`<p>${sentence(text)}</p>
<ol>${[...steps, last].map((step) => html`<li>${sentence(step)}</li>`)}</ol>
<p class="note">${sentence(warning)}</p>
${form(at, html`<button>${signIn}</button>`)}`,
  };
}

/** Before the secret is shown: whoever goes on must be ready to keep it. */
export function showPage(language: Language, username: string, at: Form): Page {
  const { reveal, signedInAs } = textsFor(language).pages;
  return {
    status: 200,
    language,
    title: reveal.show.title,
    body: html`<dl>${row(signedInAs, username)}</dl>
<p>${sentence(reveal.show.text)}</p>
${form(at, html`<button>${reveal.show.button}</button>`)}`,
    // The answer to a second press would be that it was shown, in the place of the secret.
    script: sendOnce,
  };
}

/** The secret, in the one page that is ever made with it. */
export function shownPage(language: Language, secret: Secret): Page {
  const { title, text, label, copy, copied, after } = textsFor(language).pages.reveal.shown;
  return {
    status: 200,
    language,
    title,
    body: html`<p class="note">${sentence(text)}</p>
<p><label for="secret">${label}</label>
<textarea id="secret" readonly rows="3" autocomplete="off" autocapitalize="off" spellcheck="false" translate="no">${secret.reveal()}</textarea></p>
<p class="copy"><button type="button" hidden data-copied="${copied}">${copy}</button><output></output></p>
<p>${sentence(after)}</p>`,
    script: copyField,
  };
}
