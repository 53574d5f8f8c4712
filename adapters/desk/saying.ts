import type { Message } from '../../src/chat/message.js';
import type { Place } from '../../src/chat/place.js';
import type { Sent } from '../../src/chat/surface.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Rate } from '../../src/store/inbox.js';
import { note } from './dress.js';
import type { Office, Visit } from './office.js';

/** Sentences to somebody in private; where there is no private place, the one where they spoke says how to get one. */
export function say(office: Office, visit: Visit, ...sentences: readonly string[]): Promise<Sent> {
  return sayMessage(office, visit, note(visit.key, ...sentences));
}

/** The same with more than sentences. */
export async function sayMessage(office: Office, visit: Visit, message: Message): Promise<Sent> {
  const sent = await visit.surface.send(visit.person, message, visit.language);
  await inPublic(office, visit, sent.ok ? null : sent.reason);
  return sent;
}

/**
 * The one constant line in a place that others read: where the answer is, or how to get it. Nothing is written beneath a
 * message that somebody else wrote and a shortcut was used on, unless its user would hear nothing at all.
 *
 * @param failed why the private answer did not arrive; null where it did
 */
export async function inPublic(
  office: Office,
  { event, surface, language, person }: Pick<Visit, 'event' | 'surface' | 'language' | 'person'>,
  failed: Exclude<Sent, { ok: true }>['reason'] | null,
): Promise<void> {
  const { kind, place } = event;
  if (place.kind === 'direct') return;
  const { chat } = textsFor(language);
  if (failed === 'no-direct') {
    office.log.info('desk.no-direct', { platform: person.platform });
    await line(office, place, chat.noDirect, (text) => surface.line(place, text));
  } else if (failed === null && kind !== 'shortcut') {
    await line(office, place, chat.channelLine, (text) => surface.line(place, text));
  }
}

/** A line in a thread is not written again for ten minutes: whoever asks six times reads it once. */
const LINES: Rate = { burst: 1, perMinute: 0.1 };

async function line(
  { store, now }: Office,
  { id, thread }: Place,
  text: string,
  write: (text: string) => Promise<unknown>,
): Promise<void> {
  // A store that cannot be asked must not keep anybody from knowing where the answer is.
  const isNew = await store
    .take({ of: `line ${JSON.stringify([id, thread, text])}`, rate: LINES }, now())
    .catch(() => true);
  if (isNew) await write(text);
}
