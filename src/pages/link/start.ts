import { accountOf } from '../account.js';
import { leave, sending } from '../leave.js';
import { once, type Reply, type Site, type Visit } from '../site.js';
import type { SignInAt } from '../steps.js';
import { sha256 } from '../web/tokens.js';
import { startPage } from './link-pages.js';

/**
 * `GET /link?state=…`: says whose chat account it is and what will happen. Uses nothing up, so that previews and
 * scanners of mail and chat may come first (security T20).
 */
export async function linkStart(visit: Visit, site: Site): Promise<Reply> {
  const token = once(visit.query, 'state');
  const signIn = (await site.steps.lookAt(token, 'begun')) ?? (await begunHere(token, visit, site));
  const account = signIn?.errand.kind === 'link' ? accountOf(signIn.errand) : null;
  if (token === null || signIn === null || account === null) return { problem: 'expired' };
  const form = { action: `${site.address.path}/link`, hidden: { state: token } };
  return { page: startPage(signIn.language, account, form) };
}

/** `POST /link`: on to the sign-in page. The link is used up: whoever comes first alone can tie that chat account. */
export async function linkLeave(visit: Visit, site: Site): Promise<Reply> {
  const { steps, log } = site;
  const token = once(visit.form, 'state');
  const begun = await steps.lookAt(token, 'begun');
  if (begun !== null && begun.errand.kind !== 'link') return { problem: 'expired' };
  const signIn = await steps.take(token, 'begun');
  if (signIn === null || token === null) {
    const here = await begunHere(token, visit, site);
    return here === null || visit.cookie === null
      ? { problem: 'expired' }
      : leave(visit.cookie, here.step, 'link', site);
  }
  const sent = sending(nonceFor(token));
  log.info('link.begun');
  const step = await steps.keep(signIn.errand, signIn.language, sent);
  return leave({ step, link: null }, sent, 'link', site);
}

/** Somebody who turned back at the sign-in page, and comes again in the same browser; null for all others. */
async function begunHere(
  token: string | null,
  { cookie }: Visit,
  { steps }: Site,
): Promise<SignInAt<'sent'> | null> {
  const sent = await steps.lookAt(cookie?.step ?? null, 'sent');
  return token !== null && sent?.step.nonce === nonceFor(token) ? sent : null;
}

/** Made from the token of the link, which nobody can tell from it: it shows which link a sign-in began with. */
function nonceFor(token: string): string {
  return sha256(`nonce ${token}`);
}
