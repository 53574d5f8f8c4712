import type { SignIn } from '../store/store.js';
import { accountOf } from './account.js';
import { startPage } from './pages.js';
import { once, type Reply, type Site, type Visit } from './respond.js';
import { sha256 } from './tokens.js';

/**
 * `GET /link?state=…`: says whose chat account it is and what will happen. Uses nothing up, so that previews and
 * scanners of mail and chat may come first (security T20).
 */
export async function startRoute(visit: Visit, site: Site): Promise<Reply> {
  const token = once(visit.query, 'state');
  const signIn = (await site.steps.look(token)) ?? (await begunHere(token, visit, site));
  const account = signIn === null ? null : accountOf(signIn);
  if (token === null || signIn === null || account === null || signIn.signedIn !== null) {
    return { problem: 'expired' };
  }
  return { page: startPage(signIn.language, account, { action: `${site.address.path}/link`, token }) };
}

/** `POST /link`: on to the sign-in page, with a state that this browser alone has. */
export async function leaveRoute(visit: Visit, site: Site): Promise<Reply> {
  const { steps, log } = site;
  const token = once(visit.form, 'state');
  const signIn = await steps.take(token);
  if (signIn === null || token === null) {
    const begun = await begunHere(token, visit, site);
    return begun === null || visit.cookie === null
      ? { problem: 'expired' }
      : leave(visit.cookie, begun, site);
  }
  if (signIn.signedIn !== null) return { problem: 'expired' };
  const next = { ...signIn, nonce: nonceFor(token) };
  log.info('link.begun');
  return leave(await steps.next(next, null), next, site);
}

/** Somebody who turned back at the sign-in page, and comes again in the same browser; null for all others. */
async function begunHere(token: string | null, { cookie }: Visit, { steps }: Site): Promise<SignIn | null> {
  const begun = await steps.look(cookie);
  return token !== null && begun?.signedIn === null && begun.nonce === nonceFor(token) ? begun : null;
}

/** Made from the token of the link, which nobody can tell from it: it shows which link a sign-in began with. */
function nonceFor(token: string): string {
  return sha256(`nonce ${token}`);
}

function leave(state: string, { nonce, verifier }: SignIn, { signIn, address }: Site): Reply {
  const challenge = sha256(verifier);
  const to = signIn.authorizeUrl({ state, nonce, challenge, redirectUri: redirectUri(address) });
  return { to, cookie: state };
}

/** As it is registered for the application. */
export function redirectUri({ origin, path }: Site['address']): string {
  return `${origin}${path}/link/callback`;
}
