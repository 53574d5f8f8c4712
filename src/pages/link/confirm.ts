import type { SignedIn } from '../../azure/sign-in.js';
import type { Language } from '../../knowledge/language.js';
import type { Errand, SignInStep } from '../../store/store.js';
import { accountOf, shownText } from '../account.js';
import { decisionOn } from '../decision.js';
import { once, type Reply, type Site, type Visit } from '../site.js';
import { lifetimeOf } from './errand.js';
import { confirmPage, endPage } from './link-pages.js';

/** After the sign-in: both accounts, and the choice. */
export async function bothAccounts(
  errand: Extract<Errand, { readonly kind: 'link' }>,
  language: Language,
  { username, objectId }: SignedIn,
  step: SignInStep,
  { steps, address, now, link }: Site,
): Promise<Reply> {
  const account = accountOf(errand);
  if (account === null) return { problem: 'failed', language, errand: 'link', cookie: null };
  const token = await steps.keep(errand, language, step);
  const form = { action: `${address.path}/link/confirm`, hidden: { token } };
  const until = now() + lifetimeOf(link);
  const page = confirmPage(language, account, shownText(username ?? objectId), until, form);
  return { page, cookie: { step: token, link: null } };
}

/** `POST /link/confirm`: ties the accounts, or does not. */
export async function linkConfirm(visit: Visit, site: Site): Promise<Reply> {
  const pressed = await decisionOn('link', visit, site, 'decided');
  if (pressed.kind === 'refused') return pressed;
  const { errand, signIn } = pressed;
  const { language, step } = signIn;
  const { log, now, link } = site;
  if (once(visit.form, 'decision') !== 'yes') {
    log.info('link.declined');
    return { page: endPage(language, 'declined'), cookie: null };
  }
  const linkedAt = now();
  const { objectId, tenant } = step;
  const expiresAt = linkedAt + lifetimeOf(link);
  await link.store.saveLink(errand.person, { objectId, tenant, linkedAt, expiresAt });
  log.info('link.saved');
  tell(errand.person, site);
  return { page: endPage(language, 'done'), cookie: null };
}

/** The link is kept; whether the chat hears of it changes nothing about that. */
function tell(person: string, { link, log }: Site): void {
  Promise.resolve()
    .then(() => link.onLinked(person))
    .catch(() => log.error('link.failed', { path: 'onLinked' }));
}
