import type { Language } from '../knowledge/language.js';
import { textsFor } from '../knowledge/texts/index.js';
import type { ChatAccount } from './account.js';
import { type Html, html } from './web/html.js';

/** Parts of pages. Pure. */

/** Where a form is sent, and what is sent with it. */
export interface Form {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
}

export function form({ action, hidden }: Form, buttons: Html): Html {
  const fields = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${action}">${fields}${buttons}</form>`;
}

/** A row of a list of facts. */
export function row(label: string, value: string, beneath?: string): Html {
  const more = beneath === undefined ? [] : [html`<small>${beneath}</small>`];
  return html`<div><dt>${label}</dt><dd><bdi>${value}</bdi>${more}</dd></div>`;
}

export function chatRows(
  language: Language,
  { platform, name, id, workspace }: ChatAccount,
): readonly Html[] {
  const texts = textsFor(language).link;
  return [row(texts.accounts[platform], name, id), row(texts.workspace, workspace)];
}

/** The choice that somebody has who has signed in. */
export function choice(at: Form, yes: string, no: string): Html {
  return form(
    at,
    html`<button name="decision" value="yes">${yes}</button><button class="second" name="decision" value="no">${no}</button>`,
  );
}
