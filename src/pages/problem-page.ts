import type { Language } from '../knowledge/language.js';
import { textsFor } from '../knowledge/texts/index.js';
import { type Form, form } from './parts.js';
import { statusOf, worthAnother } from './problems.js';
import type { ErrandKind, ProblemReply } from './site.js';
import type { Page } from './web/document.js';
import { html, sentence } from './web/html.js';
import type { PublicAddress } from './web/public-url.js';

interface Problem extends Omit<ProblemReply, 'errand'> {
  readonly language: Language;
  /** Null: nobody knows what for. */
  readonly errand: ErrandKind | null;
}

/** Where a link that is good for several attempts leads, and the name of its token. */
const links = {
  link: null,
  approve: { path: '/approve', field: 'state' },
  reveal: { path: '/secret', field: 'token' },
} as const satisfies Readonly<Record<ErrandKind, unknown>>;

/** What went wrong and what can be done about it: another attempt at once, where the link still is good. */
export function problemPage(
  { problem, language, errand, retry = null }: Problem,
  address: Pick<PublicAddress, 'path'>,
): Page {
  const { problems, again, signInAgain } = textsFor(language).pages;
  const { title, text } = problems[problem];
  const further = worthAnother(problem);
  const link = errand === null ? null : links[errand];
  const next = further && errand !== null ? [html`<p>${sentence(again[errand])}</p>`] : [];
  const attempt =
    further && link !== null && retry !== null
      ? [form(retrying(problem, link, retry, language, address), html`<button>${signInAgain}</button>`)]
      : next;
  return { status: statusOf(problem), language, title, body: html`<p>${sentence(text)}</p>${attempt}` };
}

function retrying(
  problem: ProblemReply['problem'],
  { path, field }: { readonly path: string; readonly field: string },
  token: string,
  language: Language,
  address: Pick<PublicAddress, 'path'>,
): Form {
  const renew: Record<string, string> = problem === 'stale' || problem === 'no-context' ? { renew: '1' } : {};
  return { action: `${address.path}${path}`, hidden: { [field]: token, language, ...renew } };
}
