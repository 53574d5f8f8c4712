import type { SignedIn } from '../azure/sign-in.js';
import type { SignInStep } from '../store/store.js';
import { approvalAsked } from './approve/confirm.js';
import { assuranceFor, redirectUri } from './leave.js';
import { bothAccounts } from './link/confirm.js';
import { numberIn, problemOfError, problemOfRedeemed } from './problems.js';
import { secretOffered } from './reveal/show.js';
import { once, type Reply, type Site, type Visit } from './site.js';
import type { SignInAt } from './steps.js';
import { sameToken } from './web/tokens.js';

/** Printable, and no longer than an address may be. */
const codeGrammar = /^[\x21-\x7e]{1,8000}$/;
/** Milliseconds for all that is asked of Entra; each request has a deadline of its own. */
const ALL = 25_000;

/** `GET /signed-in`: the answer of the sign-in page. The browser must be the one that was sent there. */
export async function signedInRoute({ query, cookie }: Visit, site: Site): Promise<Reply> {
  const { steps, log } = site;
  const state = once(query, 'state');
  if (cookie === null || !sameToken(state, cookie.step)) {
    // Who loads the page again has gone on since; who has another's address has a state that still waits.
    const waiting = await steps.look(state);
    const problem = waiting === null ? 'expired' : 'other-browser';
    log.warn('sign-in.refused', { reason: problem });
    return { problem, ...(waiting !== null && { errand: waiting.errand.kind }) };
  }
  const signIn = await steps.take(state, 'sent');
  if (signIn === null) return { problem: 'expired', cookie: null };
  const { language, errand } = signIn;
  const wrong = { language, errand: errand.kind, retry: cookie.link, cookie: null };
  const error = query.get('error');
  if (error !== null) {
    const description = query.get('error_description') ?? '';
    const problem = problemOfError(error, description);
    log.info(`${errand.kind}.refused`, { reason: problem, code: numberIn(description) });
    return { problem, ...wrong };
  }
  const code = once(query, 'code');
  if (code === null || !codeGrammar.test(code)) return { problem: 'refused', ...wrong };
  return redeemed(code, signIn, cookie.link, site);
}

async function redeemed(
  code: string,
  signIn: SignInAt<'sent'>,
  link: string | null,
  site: Site,
): Promise<Reply> {
  const { errand, language, step } = signIn;
  const { verifier, nonce } = step;
  const result = await site.signIn.redeem(
    {
      ...{ code, verifier, nonce, redirectUri: redirectUri(site.address) },
      assurance: assuranceFor(errand.kind, site),
    },
    AbortSignal.timeout(ALL),
  );
  if (result.kind === 'signed-in') return admitted(signIn, result.who, link, site);
  const problem = problemOfRedeemed(result);
  const why = {
    code: result.kind === 'refused' ? result.code : null,
    why: 'reason' in result ? result.reason : 'lacks' in result ? result.lacks : null,
  };
  // A token that is not as it must be, or an application that Entra does not take, is for the operator to look at.
  const odd = result.kind === 'invalid' || problem === 'misconfigured';
  site.log[odd ? 'error' : 'warn'](`${errand.kind}.refused`, { reason: problem, ...why });
  return { problem, language, errand: errand.kind, retry: link, cookie: null };
}

/** Each errand goes on in its own way. The sign-in's clock may be another than ours: what counts is how old it is. */
function admitted(
  { errand, language }: SignInAt<'sent'>,
  who: SignedIn,
  link: string | null,
  site: Site,
): Promise<Reply> {
  const { objectId, tenant, age } = who;
  const at = age === null ? null : site.now() - age;
  const step: SignInStep = { kind: 'signed-in', objectId, tenant, at };
  switch (errand.kind) {
    case 'link':
      return bothAccounts(errand, language, who, step, site);
    case 'approve':
      return approvalAsked(errand, language, who, step, link, site);
    case 'reveal':
      return secretOffered(errand, language, who, step, link, site);
  }
}
