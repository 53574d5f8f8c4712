import type { Told } from '../../../src/access/executor/tell.js';
import type { AccessRequest, Party } from '../../../src/access/request.js';
import type { Message } from '../../../src/chat/message.js';
import { personOf } from '../../../src/chat/person.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { note } from '../dress.js';
import type { Office } from '../office.js';
import { type Asked, approverCard, settledCard } from './card.js';
import { alertToApprovers, outcomeOnCard } from './outcome.js';
import { quoted } from './words.js';

const onPlatforms = ['teams', 'slack'] as const;

/** Posts a card where the policy says; a platform that has one is left alone. */
export function tellApprovers(office: Office, request: AccessRequest): Promise<Told> {
  return post(office, request, 'once');
}

/** Asks anew at the bottom of the channel; the card above it is closed, so that one is left to press. */
export async function remindApprovers(office: Office, request: AccessRequest): Promise<Told> {
  const told = await post(office, request, 'again');
  // Somebody may have decided while it was being posted: what is decided must not stand there to be pressed.
  if ((await office.requests?.find(request.id))?.state !== 'pending') await settleCards(office, request.id);
  return told;
}

async function post(office: Office, request: AccessRequest, how: 'once' | 'again'): Promise<Told> {
  const { requests } = office;
  const decision = (await requests?.allowed(request)) ?? null;
  if (requests === null || decision === null) return 'not-now';
  const language = requests.cardLanguage(request);
  const { reminder, onCard } = textsFor(language).requests;
  const reader = { requester: await nameOf(office, request.spec.requester), language };
  const first = how === 'again' ? [reminder] : [];
  const card = approverCard(request, { ...reader, ...(await seenBeside(office, request)), first });
  const standing = new Map((await requests.cards(request.id)).map(({ person, ref }) => [person, ref]));
  const told: Told[] = [];
  let away = false;
  for (const platform of onPlatforms) {
    const channel = decision.channels[platform];
    const surface = channel === null ? null : office.surfaceIf(platform);
    if (channel === null || surface === null) continue;
    const before = standing.get(platform);
    if (before !== undefined && how === 'once') {
      told.push('told');
      continue;
    }
    const sent = await surface.post(channel, card, language);
    told.push(sent.ok ? 'told' : 'not-now');
    if (!sent.ok && sent.reason === 'failed') away = true;
    if (!sent.ok) continue;
    await requests.saveCard(request.id, platform, sent.ref);
    if (before !== undefined)
      await replace(office, platform, before, settledCard(request, reader, [onCard.askedAgain]), language);
  }
  // Asking anew would ask those once more who have it.
  if (told.includes('told')) return away && how === 'once' ? 'partly' : 'told';
  return told[0] ?? 'nobody';
}

/** What stands on a card beside the request. */
async function seenBeside(
  office: Office,
  request: AccessRequest,
): Promise<{ readonly holds: readonly string[] | null; readonly questions: readonly Asked[] }> {
  const { requests } = office;
  const asked = (await requests?.questions(request.id)) ?? [];
  const questions = await Promise.all(
    asked.map(async ({ by, words, answer }) => ({ by: await nameOf(office, by), words, answer })),
  );
  return { holds: (await requests?.holds(request)) ?? null, questions };
}

/**
 * A secret that was shown twice, or not at all, is for those to know who let it be made. What a platform has heard it does
 * not hear again, while somebody else is tried once more.
 */
export async function tellAlertToApprovers(office: Office, request: AccessRequest): Promise<void> {
  const { requests } = office;
  if (requests === null) return;
  const language = requests.cardLanguage(request);
  const requester = await nameOf(office, request.spec.requester);
  const sentence = alertToApprovers(request, requester, language);
  const decision = sentence === null ? null : await requests.allowed(request);
  if (sentence === null || decision === null) return;
  const heard = (await requests.cards(request.id)).map(({ person }) => person);
  for (const platform of onPlatforms) {
    const channel = decision.channels[platform];
    const surface = channel === null ? null : office.surfaceIf(platform);
    const mark = `alert-${platform}`;
    if (channel === null || surface === null || heard.includes(mark)) continue;
    const alert = { ...note('approvers', sentence), audience: 'channel' } as const;
    const sent = await surface.post(channel, alert, language);
    if (sent.ok) await requests.saveCard(request.id, mark, sent.ref);
  }
}

/**
 * Brings every card about a request to what is so now. While approvals are missing it stays to be pressed; after that it
 * has nothing left to press.
 */
export async function settleCards(office: Office, id: string): Promise<void> {
  const { requests } = office;
  const request = (await requests?.find(id)) ?? null;
  if (request === null || requests === null) return;
  const cards = await requests.cards(id);
  if (cards.length === 0) return;
  const language = requests.cardLanguage(request);
  const { approvedBy, deniedBy } = textsFor(language).requests;
  const named = async (sentence: string, by: Party): Promise<string> => {
    const name = quoted(await nameOf(office, by));
    return sentence.replace('{person}', () => name);
  };
  const approved = await Promise.all(request.approvals.map(({ by }) => named(approvedBy, by)));
  const reader = { requester: await nameOf(office, request.spec.requester), language };
  if (request.state === 'pending') {
    const card = approverCard(request, {
      ...reader,
      ...(await seenBeside(office, request)),
      first: approved,
    });
    for (const { person, ref } of cards) await replace(office, person, ref, card, language);
    return;
  }
  const denied = request.deniedBy === null ? [] : [await named(deniedBy, request.deniedBy)];
  const became = outcomeOnCard(request, language);
  const lines = [...approved, ...denied, ...(became === null ? [] : [became])];
  for (const { person, ref } of cards)
    await replace(office, person, ref, settledCard(request, reader, lines), language);
}

async function replace(
  { surfaceIf }: Office,
  on: string,
  ref: string,
  card: Message,
  language: Language,
): Promise<void> {
  const platform = onPlatforms.find((it) => it === on);
  const surface = platform === undefined ? null : surfaceIf(platform);
  if (platform === undefined || surface === null) return;
  await surface.update(nobody(platform), ref, card, language);
}

/** A card in a channel belongs to no one: platforms find it by its reference alone. */
function nobody(platform: (typeof onPlatforms)[number]) {
  return { platform, tenant: '', id: '', objectId: null, guest: false };
}

/** What others call somebody; the object id where their platform does not say. */
export async function nameOf(office: Office, { person: key, objectId }: Party): Promise<string> {
  const person = personOf(key);
  const surface = person === null ? null : office.surfaceIf(person.platform);
  return (person === null ? null : await surface?.nameOf(person)) ?? objectId;
}
