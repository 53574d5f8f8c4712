import type { AccessRequest, Party } from '../../../src/access/request.js';
import type { Message } from '../../../src/chat/message.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { note } from '../dress.js';
import type { Office, Visit } from '../office.js';
import { say, sayMessage } from '../saying.js';
import { nameOf } from './approvers.js';
import { titleOf } from './spec-facts.js';

/**
 * What a click is not enough for (security T47): a link to the page on which they sign in anew and see the request once
 * more. It goes to them alone.
 */
export async function offerSignIn(
  office: Office,
  visit: Visit,
  { id: request, specHash, spec }: AccessRequest,
  { objectId, tenant }: Party,
): Promise<void> {
  const { language, person, surface } = visit;
  if (office.approveUrl === null) {
    await say(office, visit, textsFor(language).requests.noSignIn);
    return;
  }
  const name = (await surface.nameOf(person)) ?? person.id;
  const url = await office.approveUrl(person, name, language, { request, specHash, objectId, tenant });
  const requester = await nameOf(office, spec.requester);
  await sayMessage(
    office,
    visit,
    signInMessage(visit.key, titleOf(spec, requester, language), url, language),
  );
}

/** @param title what it is about: they read it apart from the card. Pure. */
export function signInMessage(to: string, title: string, url: string, language: Language): Message {
  const { requests, chat } = textsFor(language);
  return {
    ...note(to, `${title}.`, requests.signInNeeded),
    buttons: [{ id: 'sign-in', verb: 'sign-in', label: chat.verbs['sign-in'], url }],
  };
}
