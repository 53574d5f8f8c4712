import type { Assurance } from '../azure/sign-in.js';
import type { SignInStep } from '../store/store.js';
import type { ErrandKind, Reply, Site } from './site.js';
import type { StepTokens } from './web/cookie.js';
import type { PublicAddress } from './web/public-url.js';
import { newToken, sha256 } from './web/tokens.js';

/** Milliseconds since somebody has shown who they are, at most, where they approve or fetch a secret (security T47). */
export const FRESH = 5 * 60_000;

/** What a sign-in must prove for an errand. */
export function assuranceFor(errand: ErrandKind, { context }: Pick<Site, 'context'>): Assurance | null {
  return errand === 'link' ? null : { maxAge: FRESH / 1000, context };
}

type Sent = Extract<SignInStep, { readonly kind: 'sent' }>;

/** With what a browser is sent to the sign-in page. Another for each attempt, unless it takes up one that it began. */
export function sending(nonce = newToken()): Sent {
  return { kind: 'sent', verifier: newToken(), nonce };
}

/**
 * On to the sign-in page, with a state that this browser alone has.
 *
 * @param renew whatever session there is, they show anew who they are
 */
export function leave(
  cookie: StepTokens,
  { nonce, verifier }: Sent,
  errand: ErrandKind,
  site: Site,
  renew = false,
): Reply {
  const assurance = assuranceFor(errand, site);
  const to = site.signIn.authorizeUrl({
    ...{ state: cookie.step, nonce, challenge: sha256(verifier) },
    redirectUri: redirectUri(site.address),
    assurance: assurance && { ...assurance, renew },
  });
  return { to, cookie };
}

/** As it is registered for the application. */
export function redirectUri({ origin, path }: PublicAddress): string {
  return `${origin}${path}/signed-in`;
}
