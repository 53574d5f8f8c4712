import type { SignedIn } from '../../azure/sign-in.js';
import type { Language } from '../../knowledge/language.js';
import type { Errand, SignInStep } from '../../store/store.js';
import { shownText } from '../account.js';
import { type Decision, decisionOn, freshAt } from '../decision.js';
import { once, type Reply, type Site, type Visit } from '../site.js';
import { confirmPage, endPage, refusedPage } from './approve-pages.js';
import type { ApproveErrand } from './errand.js';

type Approve = Extract<Errand, { readonly kind: 'approve' }>;

/** After the sign-in: the request, for whom the link was made and for nobody else. */
export async function approvalAsked(
  errand: Approve,
  language: Language,
  { objectId, tenant, username }: SignedIn,
  step: SignInStep,
  link: string | null,
  { steps, address, log, approve }: Site,
): Promise<Reply> {
  const wrong = { language, errand: 'approve', retry: link, cookie: null } as const;
  if (objectId !== errand.objectId.toLowerCase() || tenant !== errand.tenant.toLowerCase()) {
    log.warn('approve.refused', { reason: 'other-account' });
    return { problem: 'other-account', ...wrong };
  }
  const facts = (await approve?.describe(errand.request, errand.specHash, language)) ?? null;
  if (facts === null) return { problem: 'over', ...wrong };
  const token = await steps.keep(errand, language, step);
  const form = { action: `${address.path}/approve/confirm`, hidden: { token } };
  const page = confirmPage(language, facts, shownText(username ?? objectId), form);
  return { page, cookie: { step: token, link } };
}

/** `POST /approve/confirm`: the request is approved, or is not. */
export async function approveConfirm(visit: Visit, site: Site): Promise<Reply> {
  const pressed = await decisionOn('approve', visit, site, 'decided');
  if (pressed.kind === 'refused') return pressed;
  const { language } = pressed.signIn;
  if (once(visit.form, 'decision') !== 'yes') {
    site.log.info('approve.declined');
    return { page: endPage(language, 'declined'), cookie: null };
  }
  if (site.approve === null) return { problem: 'failed', language, cookie: null };
  return approved(pressed, site.approve, site);
}

async function approved(
  { errand, link, signIn }: Decision<'approve'>,
  { approve }: ApproveErrand,
  { log, now }: Site,
): Promise<Reply> {
  const { language, step } = signIn;
  const wrong = { language, retry: link, cookie: null };
  const signedInAt = freshAt(signIn, now());
  if (signedInAt === null) {
    log.warn('approve.refused', { reason: 'stale' });
    return { problem: 'stale', ...wrong };
  }
  const { request, specHash, person } = errand;
  const { objectId, tenant } = step;
  const decided = await approve({ request, specHash, person, objectId, tenant, language, signedInAt });
  log.info('approve.decided', { outcome: decided.kind });
  switch (decided.kind) {
    case 'done':
      return { page: endPage(language, 'done'), cookie: null };
    case 'refused':
      return { page: refusedPage(language, decided.reason), cookie: null };
    case 'over':
      return { problem: 'over', ...wrong };
    case 'unavailable':
      return { problem: 'not-now', ...wrong };
    case 'sign-in-needed':
      return { problem: 'stale', ...wrong };
  }
}
