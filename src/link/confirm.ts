import { endPage } from './pages.js';
import { once, type Reply, type Site, type Visit } from './respond.js';
import { sameToken } from './tokens.js';

/** `POST /link/confirm`: ties the accounts, or does not. Of several at once, one finds the token. */
export async function confirmRoute({ form, cookie }: Visit, site: Site): Promise<Reply> {
  const { steps, store, log, now, linkLifetime } = site;
  const token = once(form, 'token');
  const decision = once(form, 'decision');
  if (!sameToken(token, cookie)) {
    const problem = (await steps.look(token)) === null ? 'decided' : 'other-browser';
    log.warn('link.refused', { reason: problem });
    return { problem };
  }
  const signIn = await steps.take(token);
  if (signIn === null || signIn.signedIn === null) return { problem: 'decided' };
  const { person, language, signedIn } = signIn;
  if (decision !== 'yes') {
    log.info('link.declined');
    return { page: endPage(language, 'declined'), cookie: null };
  }
  const linkedAt = now();
  await store.saveLink(person, { ...signedIn, linkedAt, expiresAt: linkedAt + linkLifetime });
  log.info('link.saved');
  tell(person, site);
  return { page: endPage(language, 'done'), cookie: null };
}

/** The link is kept; whether the chat hears of it changes nothing about that. */
function tell(person: string, { onLinked, log }: Site): void {
  Promise.resolve()
    .then(() => onLinked(person))
    .catch(() => log.error('link.failed', { path: 'onLinked' }));
}
