import { accountOf } from './account.js';
import { startPage } from './pages.js';
import { once, type Reply, type Site, type Visit } from './respond.js';
import { sha256 } from './tokens.js';

/**
 * `GET /link?state=…`: says whose chat account it is and what will happen. Uses nothing up, so that previews and
 * scanners of mail and chat may come first (security T20).
 */
export async function startRoute({ query }: Visit, { steps, address }: Site): Promise<Reply> {
  const token = once(query, 'state');
  const signIn = await steps.look(token);
  const account = signIn === null ? null : accountOf(signIn);
  if (token === null || signIn === null || account === null || signIn.signedIn !== null) {
    return { problem: 'expired' };
  }
  return { page: startPage(signIn.language, account, { action: `${address.path}/link`, token }) };
}

/** `POST /link`: on to the sign-in page, with a state that this browser alone has. */
export async function leaveRoute({ form }: Visit, site: Site): Promise<Reply> {
  const { steps, signIn: service, address, log } = site;
  const signIn = await steps.take(once(form, 'state'));
  if (signIn === null || signIn.signedIn !== null) return { problem: 'expired' };
  const state = await steps.next(signIn, null);
  log.info('link.begun');
  return {
    to: service.authorizeUrl({
      state,
      nonce: signIn.nonce,
      challenge: sha256(signIn.verifier),
      redirectUri: redirectUri(address),
    }),
    cookie: state,
  };
}

/** As it is registered for the application. */
export function redirectUri({ origin, path }: Site['address']): string {
  return `${origin}${path}/link/callback`;
}
