import { unseal } from '../../access/delivery/seal.js';
import type { SignedIn } from '../../azure/sign-in.js';
import type { Language } from '../../knowledge/language.js';
import type { Errand, SignInStep } from '../../store/store.js';
import { shownText } from '../account.js';
import { type Decision, decisionOn, freshAt } from '../decision.js';
import type { Reply, Site, Visit } from '../site.js';
import { sha256 } from '../web/tokens.js';
import type { RevealErrand } from './errand.js';
import { shownPage, showPage } from './reveal-pages.js';

type Reveal = Extract<Errand, { readonly kind: 'reveal' }>;

/** After the sign-in: the button, for whom the secret is and for nobody else (security T22). */
export async function secretOffered(
  errand: Reveal,
  language: Language,
  { objectId, tenant, username }: SignedIn,
  step: SignInStep,
  link: string | null,
  { steps, address, log, now, reveal }: Site,
): Promise<Reply> {
  const wrong = { language, errand: 'reveal', retry: link, cookie: null } as const;
  const delivery = (await reveal?.deliveries.look(errand.tokenHash, now())) ?? null;
  if (delivery === null) return { problem: 'expired', language, errand: 'reveal', cookie: null };
  const { recipient } = delivery;
  if (objectId !== recipient.objectId.toLowerCase() || tenant !== recipient.tenant.toLowerCase()) {
    log.warn('reveal.refused', { reason: 'other-account' });
    return { problem: 'other-account', ...wrong };
  }
  const token = await steps.keep(errand, language, step);
  const form = { action: `${address.path}/secret/show`, hidden: { token } };
  const page = showPage(language, shownText(username ?? objectId), form);
  return { page, cookie: { step: token, link } };
}

/** `POST /secret/show`: shows the secret, once. */
export async function revealShow(visit: Visit, site: Site): Promise<Reply> {
  const pressed = await decisionOn('reveal', visit, site, 'used');
  if (pressed.kind === 'refused') return pressed;
  const { errand, link, signIn } = pressed;
  const { language } = signIn;
  if (site.reveal === null) return { problem: 'failed', language, cookie: null };
  if (link === null || sha256(link) !== errand.tokenHash) {
    site.log.warn('reveal.refused', { reason: 'other-browser' });
    return { problem: 'other-browser', language, cookie: null };
  }
  if (freshAt(signIn, site.now()) === null) {
    site.log.warn('reveal.refused', { reason: 'stale' });
    return { problem: 'stale', language, retry: link, cookie: null };
  }
  return claimed({ ...pressed, link }, site.reveal, site);
}

async function claimed(
  { errand, link, signIn }: Decision<'reveal'> & { readonly link: string },
  { deliveries, key }: RevealErrand,
  { log, now }: Site,
): Promise<Reply> {
  const { language, step } = signIn;
  const claim = await deliveries.claim(errand.tokenHash, step.objectId, now());
  switch (claim.kind) {
    case 'claimed': {
      const { ciphertext, request } = claim;
      const secret = unseal(ciphertext, { key, token: link, request, recipient: step.objectId });
      log[secret === null ? 'error' : 'info'](secret === null ? 'reveal.failed' : 'reveal.shown');
      return secret === null
        ? { problem: 'lost', language, cookie: null }
        : { page: shownPage(language, secret), cookie: null };
    }
    case 'claimed-before':
      log.warn('reveal.refused', { reason: 'shown-before' });
      return { problem: 'shown-before', language, cookie: null };
    case 'not-yours':
      log.warn('reveal.refused', { reason: 'other-account' });
      return { problem: 'other-account', language, retry: link, cookie: null };
    case 'over':
      return { problem: 'expired', language, cookie: null };
  }
}
