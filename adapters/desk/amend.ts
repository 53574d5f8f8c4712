import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Shown } from './case-file.js';
import { dressed } from './dress.js';
import { openFile } from './files.js';
import type { Office, Visit } from './office.js';
import { withTicket } from './tickets.js';

/** A change of the message that somebody has before them, and what it stands for. */
export interface Amendment {
  readonly shown: Shown;
  readonly effect: () => Promise<unknown>;
}

/**
 * Changes the newest message without a step of the conversation. Nothing happens where the case has moved on, or the
 * change is made already: pressing twice counts once.
 */
export async function amend(
  office: Office,
  visit: Visit,
  change: (shown: Shown) => Amendment | null,
): Promise<void> {
  const { store, now } = office;
  const { key, surface, person, standing } = visit;
  const { version, file } = await openFile(store, key, visit.language);
  const amendment = file.shown === null ? null : change(file.shown);
  if (amendment === null) return;
  const { shown, effect } = amendment;
  if ((await store.saveConversation(key, version, { ...file, shown }, now())) === null) return;
  await effect();
  const { language } = file.conversation;
  const message = dressed(shown.message, {
    texts: textsFor(language),
    said: shown.said,
    shared: shown.shared,
    origin: file.origin,
    standing,
    tellStanding: false,
  });
  await surface.update(person, shown.ref, withTicket(message, shown.ticket), language);
}
