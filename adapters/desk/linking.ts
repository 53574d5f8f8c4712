import { textsFor } from '../../src/knowledge/texts/index.js';
import { takeStep } from './conversing.js';
import { note } from './dress.js';
import type { Office, Visit } from './office.js';
import { say, sayMessage } from './saying.js';

/** Gives a button to the page that ties accounts together; its address is made anew each time, for a few minutes. */
export async function offerLink(office: Office, visit: Visit): Promise<void> {
  const { linkUrl } = office;
  const { person, standing, surface, language, key } = visit;
  const { chat } = textsFor(language);
  if (standing !== 'may-link' || linkUrl === null) {
    await say(office, visit, notNeeded(visit));
    return;
  }
  const url = await linkUrl(person, (await surface.nameOf(person)) ?? person.id, language);
  const button = { id: 'link', verb: 'link', label: chat.verbs.link, url } as const;
  await sayMessage(office, visit, { ...note(key, chat.linkHint), buttons: [button] });
}

/** Removes the link: from now on public facts only. */
export async function unlink(office: Office, visit: Visit): Promise<void> {
  const { chat } = textsFor(visit.language);
  if (isSignedInByPlatform(visit)) {
    await say(office, visit, chat.knownByPlatform);
    return;
  }
  await office.store.removeLink(visit.key);
  await say(office, visit, chat.unlinked);
}

/** Teams says with every message who somebody is in Entra. */
function isSignedInByPlatform({ person, standing }: Visit): boolean {
  return person.platform === 'teams' && standing === 'known';
}

function notNeeded(visit: Visit): string {
  const { chat } = textsFor(visit.language);
  if (isSignedInByPlatform(visit)) return chat.knownByPlatform;
  if (visit.standing === 'known') return chat.alreadyLinked;
  return visit.standing === 'guest' ? chat.guest : chat.linkUnavailable;
}

/** Somebody has just tied their account: what could not be checked before is checked now. */
export async function linked(office: Office, visit: Visit): Promise<void> {
  const sentence = textsFor(visit.language).chat.linked;
  await takeStep(office, visit, () => ({
    incoming: { kind: 'show', as: visit.key },
    foot: null,
    first: [sentence],
  }));
}
