import type { AccessRequest, Party } from '../../../src/access/request.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { note } from '../dress.js';
import type { Office, Visit } from '../office.js';
import { say, sayMessage } from '../saying.js';

/**
 * What a click is not enough for (security T47): a link to the page on which they sign in anew and see the request once
 * more. It goes to them alone.
 */
export async function offerSignIn(
  office: Office,
  visit: Visit,
  { id: request, specHash }: AccessRequest,
  { objectId, tenant }: Party,
): Promise<void> {
  const { language, person, surface } = visit;
  const { requests, chat } = textsFor(language);
  if (office.approveUrl === null) {
    await say(office, visit, requests.noSignIn);
    return;
  }
  const name = (await surface.nameOf(person)) ?? person.id;
  const url = await office.approveUrl(person, name, language, { request, specHash, objectId, tenant });
  await sayMessage(office, visit, {
    ...note(visit.key, requests.signInNeeded),
    buttons: [{ id: 'sign-in', verb: 'sign-in', label: chat.verbs['sign-in'], url }],
  });
}
