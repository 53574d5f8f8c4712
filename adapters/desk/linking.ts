import { textsFor } from '../../src/knowledge/texts/index.js';
import { takeStep } from './conversing.js';
import { note } from './dress.js';
import type { Office, Visit } from './office.js';

/** Gives a button to the page that ties accounts together; its address is made anew each time, for a few minutes. */
export async function offerLink({ linkUrl }: Office, visit: Visit): Promise<void> {
  const { person, standing, surface, language, key } = visit;
  const { chat } = textsFor(language);
  if (standing !== 'may-link' || linkUrl === null) {
    const why = { known: chat.alreadyLinked, guest: chat.guest, unknown: chat.linkUnavailable } as const;
    await surface.send(
      person,
      note(key, standing === 'may-link' ? chat.linkUnavailable : why[standing]),
      language,
    );
    return;
  }
  const url = await linkUrl(person, (await surface.nameOf(person)) ?? person.id, language);
  const message = note(key, chat.linkHint);
  const button = { id: 'link', verb: 'link', label: chat.verbs.link, url } as const;
  await surface.send(person, { ...message, buttons: [button] }, language);
}

/** Removes the link: from now on public facts only. */
export async function unlink({ store }: Office, { key, person, surface, language }: Visit): Promise<void> {
  await store.removeLink(key);
  await surface.send(person, note(key, textsFor(language).chat.unlinked), language);
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
