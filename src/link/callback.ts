import type { SignIn } from '../store/store.js';
import { accountOf, shownName } from './account.js';
import { confirmPage } from './pages.js';
import { numberIn, problemOfError, problemOfRedeemed } from './problems.js';
import { once, type Reply, type Site, type Visit } from './respond.js';
import { redirectUri } from './start.js';
import { sameToken } from './tokens.js';

/** Printable, and no longer than an address may be. */
const codeGrammar = /^[\x21-\x7e]{1,8000}$/;
/** Milliseconds for all that is asked of Entra; each request has a deadline of its own. */
const ALL = 25_000;

/** `GET /link/callback`: the answer of the sign-in page. The browser must be the one that was sent there. */
export async function callbackRoute({ query, cookie }: Visit, site: Site): Promise<Reply> {
  const { steps, log } = site;
  const state = once(query, 'state');
  if (!sameToken(state, cookie)) {
    // Who loads the page again has gone on since; who has another's address has a state that still waits.
    const problem = (await steps.look(state)) === null ? 'expired' : 'other-browser';
    log.warn('link.refused', { reason: problem });
    return { problem };
  }
  const signIn = await steps.take(state);
  if (signIn === null || signIn.signedIn !== null) return { problem: 'expired', cookie: null };
  const { language } = signIn;
  const error = query.get('error');
  if (error !== null) {
    const description = query.get('error_description') ?? '';
    const problem = problemOfError(error, description);
    log.info('link.refused', { reason: problem, code: numberIn(description) });
    return { problem, language, cookie: null };
  }
  const code = once(query, 'code');
  if (code === null || !codeGrammar.test(code)) return { problem: 'refused', language, cookie: null };
  return redeemed(code, signIn, site);
}

async function redeemed(code: string, signIn: SignIn, site: Site): Promise<Reply> {
  const { signIn: service, steps, address, log, now, linkLifetime } = site;
  const { language, verifier, nonce } = signIn;
  const result = await service.redeem(
    { code, verifier, nonce, redirectUri: redirectUri(address) },
    AbortSignal.timeout(ALL),
  );
  if (result.kind !== 'signed-in') {
    const problem = problemOfRedeemed(result);
    const why = {
      code: result.kind === 'refused' ? result.code : null,
      why: 'reason' in result ? result.reason : null,
    };
    // A token that is not as it must be, or an application that Entra does not take, is for the operator to look at.
    const odd = result.kind === 'invalid' || problem === 'misconfigured';
    log[odd ? 'error' : 'warn']('link.refused', { reason: problem, ...why });
    return { problem, language, cookie: null };
  }
  const { objectId, tenant, username } = result.who;
  const account = accountOf(signIn);
  if (account === null) return { problem: 'failed', language, cookie: null };
  const token = await steps.next(signIn, { objectId, tenant });
  const form = { action: `${address.path}/link/confirm`, token };
  const name = shownName(username ?? objectId);
  return { page: confirmPage(language, account, name, now() + linkLifetime, form), cookie: token };
}
