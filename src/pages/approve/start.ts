import { accountOf } from '../account.js';
import { leave, sending } from '../leave.js';
import { once, type Reply, type Site, type Visit } from '../site.js';
import { startPage } from './approve-pages.js';

/** `GET /approve?state=…`: uses nothing up and shows nothing of the request (security T20). */
export async function approveStart({ query }: Visit, { steps, address }: Site): Promise<Reply> {
  const token = once(query, 'state');
  const begun = await steps.lookAt(token, 'begun');
  const account = begun?.errand.kind === 'approve' ? accountOf(begun.errand) : null;
  if (token === null || begun === null || account === null) return { problem: 'expired' };
  const form = { action: `${address.path}/approve`, hidden: { state: token } };
  return { page: startPage(begun.language, account, form) };
}

/**
 * `POST /approve`: on to the sign-in page. The link stays good for its quarter of an hour: what it leads to is for one
 * object id alone, and nobody else's attempt shall use it up.
 */
export async function approveLeave({ form }: Visit, site: Site): Promise<Reply> {
  const link = once(form, 'state');
  const begun = await site.steps.lookAt(link, 'begun');
  if (begun === null || begun.errand.kind !== 'approve') return { problem: 'expired' };
  const sent = sending();
  site.log.info('approve.begun');
  const step = await site.steps.keep(begun.errand, begun.language, sent);
  return leave({ step, link }, sent, 'approve', site, once(form, 'renew') !== null);
}
