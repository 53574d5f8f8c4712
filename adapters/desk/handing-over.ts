import type { Block, Message } from '../../src/chat/message.js';
import type { Texts } from '../../src/knowledge/texts/index.js';
import { note } from './dress.js';
import type { Office, Visit } from './office.js';

/** Whoever hands over, and through what the team is told. */
interface Handing extends Pick<Visit, 'language'> {
  readonly person: Visit['person'];
  readonly surface: Pick<Visit['surface'], 'nameOf' | 'post'>;
}

/**
 * Posts a case that its person hands over to the team's channel, and tells the person what became of it. Every other
 * message comes back as it is.
 */
export async function handedOver(
  { handoverTo, log }: Pick<Office, 'handoverTo' | 'log'>,
  { surface, person, language }: Handing,
  { chat }: Texts,
  message: Message,
): Promise<Message> {
  const { handover } = message;
  if (handover === null) return message;
  const ticket: readonly Block[] = [
    { type: 'heading', text: chat.ticketJson },
    { type: 'code', language: 'json', text: JSON.stringify(handover.data, null, 2) },
  ];
  const channel = handoverTo[person.platform];
  if (channel === undefined) return { ...message, blocks: [...message.blocks, ...ticket] };
  const name = (await surface.nameOf(person)) ?? person.id;
  const head = note(
    person.id,
    chat.handoverTitle.replace('{person}', () => name),
  );
  const posted = await surface.post(
    channel,
    {
      ...head,
      audience: 'channel',
      blocks: [...head.blocks, { type: 'code', language: 'text', text: handover.text }, ...ticket],
    },
    language,
  );
  if (!posted.ok) log.warn('desk.handover-failed', { platform: person.platform, reason: posted.reason });
  const result: Block = { type: 'text', text: posted.ok ? chat.handedOver : chat.handoverFailed };
  return { ...message, blocks: [result, ...message.blocks, ...ticket] };
}
