import type { Tell, Told } from '../../../src/access/executor/tell.js';
import type { RoleRequest } from '../../../src/access/request.js';
import { personOf } from '../../../src/chat/person.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { frozen, note } from '../dress.js';
import type { Office, Visit } from '../office.js';
import { approverCard } from './card.js';
import { scopeOf, timeInWords } from './words.js';

/** Cards of several platforms are read by many: in the language of the one who asks, they would be as good as any. */
const CARD_LANGUAGE: Language = 'en';

const onPlatforms = ['teams', 'slack'] as const;

/** Tells people what becomes of requests: approvers in their channels, the requester in private. */
export function tellOn(office: Office): Tell {
  return {
    tellApprovers: (request) => tellApprovers(office, request),
    remind: (request) => tellApprovers(office, request),
    tellOutcome: (request) => tellRequester(office, request, outcomeOf(request)),
    tellEnding: (request) => tellRequester(office, request, 'ending'),
  };
}

async function tellApprovers(office: Office, request: RoleRequest): Promise<Told> {
  const { requests } = office;
  const decision = await requests?.allowed(request);
  if (requests === null || decision == null) return 'not-now';
  const standing = new Set((await requests.cards(request.id)).map(({ person }) => person));
  const language = CARD_LANGUAGE;
  const card = approverCard(request, {
    requester: await nameOf(office, request),
    holds: await requests.holds(request),
    language,
  });
  let told: Told = 'nobody';
  for (const platform of onPlatforms) {
    const channel = decision.channels[platform];
    const surface = channel === null ? null : office.surfaceIf(platform);
    if (channel === null || surface === null) continue;
    // Told twice, a card would ask twice; one that stands is enough.
    if (standing.has(platform)) {
      told = 'told';
      continue;
    }
    const sent = await surface.post(channel, card, language);
    if (!sent.ok) {
      if (told === 'nobody') told = 'not-now';
      continue;
    }
    await requests.saveCard(request.id, platform, sent.ref);
    told = 'told';
  }
  return told;
}

/** Every card about a request says what became of it, and has nothing left to press. */
export async function settleCards(
  office: Office,
  { person, surface }: Visit,
  id: string,
  verdict: 'approve' | 'deny',
): Promise<void> {
  office.wake();
  const { requests } = office;
  const request = (await requests?.find(id)) ?? null;
  if (request === null || requests === null) return;
  const language = CARD_LANGUAGE;
  const texts = textsFor(language).requests;
  const name = (await surface.nameOf(person)) ?? person.id;
  const sentence = (verdict === 'approve' ? texts.approvedBy : texts.deniedBy).replace(
    '{person}',
    () => name,
  );
  const context = {
    requester: await nameOf(office, request),
    holds: await requests.holds(request),
    language,
  };
  const card = approverCard(request, context);
  const settled =
    request.state === 'pending'
      ? { ...card, blocks: [...card.blocks, text(sentence)] }
      : frozen(card, sentence);
  for (const { person: platform, ref } of await requests.cards(id)) {
    const on = onPlatforms.find((it) => it === platform);
    await (on === undefined ? null : office.surfaceIf(on))?.update(person, ref, settled, language);
  }
}

function text(sentence: string) {
  return { type: 'text', text: sentence } as const;
}

type Said = 'granted' | 'denied' | 'expired' | 'failed' | 'ending' | 'removed';

function outcomeOf({ state }: RoleRequest): Said | null {
  switch (state) {
    case 'granted':
    case 'denied':
    case 'expired':
    case 'failed':
    case 'removed':
      return state;
    case 'void':
      return 'failed';
    default:
      return null;
  }
}

async function tellRequester(office: Office, request: RoleRequest, said: Said | null): Promise<Told> {
  const { requester } = request.spec;
  const person = personOf(requester.person);
  const surface = person === null ? null : office.surfaceIf(person.platform);
  // What there is nothing to say about needs nobody to hear it.
  if (person === null || surface === null || said === null) return 'nobody';
  const sent = await surface.send(
    person,
    note(requester.person, sentence(request, said)),
    requester.language,
  );
  if (sent.ok) return 'told';
  return sent.reason === 'failed' ? 'not-now' : 'nobody';
}

function sentence({ spec, why, until }: RoleRequest, said: Said): string {
  const { language } = spec.requester;
  const texts = textsFor(language);
  const template = said === 'denied' && why !== null ? texts.requests.deniedWhy : texts.requests[said];
  return template
    .replace('{role}', () => `\`${spec.role}\``)
    .replace('{scope}', () => scopeOf(spec, texts))
    .replace('{until}', () => (until === null ? '' : timeInWords(until, language)))
    .replace('{why}', () => why ?? '');
}

async function nameOf(office: Office, { spec }: RoleRequest): Promise<string> {
  const person = personOf(spec.requester.person);
  const surface = person === null ? null : office.surfaceIf(person.platform);
  return (person === null ? null : await surface?.nameOf(person)) ?? spec.requester.objectId;
}
