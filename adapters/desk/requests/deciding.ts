import type { Decided, Verdict } from '../../../src/access/requests.js';
import type { ChatEvent } from '../../../src/chat/event.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { withoutSecrets } from '../redacting.js';
import { say } from '../saying.js';
import { settleCards } from './approvers.js';
import { offerSignIn } from './fresh-sign-in.js';
import { isSeen, readCardId } from './ids.js';
import { partyOf } from './party.js';

type Chosen = Extract<ChatEvent, { readonly kind: 'answer' | 'press' | 'form' }>;

/**
 * Somebody pressed on an approver's card. Whoever can see a channel can press there: who they are decides (T38, T45).
 *
 * @returns false where the press is not on such a card
 */
export async function decided(office: Office, visit: Visit, event: Chosen): Promise<boolean> {
  const id = event.kind === 'press' ? event.button : event.kind === 'form' ? event.id : '';
  const pressed = readCardId(id);
  const { requests } = office;
  if (pressed === null || requests === null) return false;
  const texts = textsFor(visit.language).requests;
  const by = partyOf(visit);
  if (by === null) {
    if (visit.standing === 'guest') await say(office, visit, texts.refused.guest);
    else await offerLink(office, visit);
    return true;
  }
  const request = await requests.find(pressed.request);
  // The hash that was on the card counts, not the one that is stored: else a change in between would pass unseen.
  if (request === null || !isSeen(request.specHash, pressed.seen)) {
    await say(office, visit, texts.over);
    return true;
  }
  const values = event.kind === 'form' ? event.values : {};
  const given = verdictOf(pressed.press, values, withoutSecrets(office, values['why']).trim());
  if (given === null) {
    await say(office, visit, texts.wordsMissing);
    return true;
  }
  const result = await requests.decide(request.id, request.specHash, by, given);
  if (result.kind === 'done') {
    office.wake();
    await settleCards(office, request.id);
    if (given.verdict === 'ask-back') await say(office, visit, texts.asked);
    return true;
  }
  if (result.kind === 'sign-in-needed') {
    await offerSignIn(office, visit, request, by);
    return true;
  }
  const isUnderWay = result.kind === 'over' && (await requests.find(request.id))?.state === 'pending';
  // A question is open already: what is wrong is not that it is over.
  const isSecondQuestion = isUnderWay && given.verdict === 'ask-back';
  await say(office, visit, isSecondQuestion ? texts.wordsMissing : sentence(result, visit.language));
  // A card that can still be pressed was not brought up to date: whoever decided was cut off.
  if (result.kind === 'over' && request.approvals.length > 0) await settleCards(office, request.id);
  return true;
}

/**
 * Null: the form does not say what is meant, or asks nothing. Pure.
 *
 * @param words that stand in it, secrets replaced
 */
function verdictOf(
  press: 'approve' | 'otherwise',
  values: Readonly<Record<string, string>>,
  words: string,
): Verdict | null {
  if (press === 'approve') return { verdict: 'approve', words: null, strength: 'click' };
  if (values['answer'] === 'deny') {
    return { verdict: 'deny', words: words === '' ? null : words, strength: 'click' };
  }
  const isQuestion = values['answer'] === 'ask-back' && words !== '';
  return isQuestion ? { verdict: 'ask-back', words, strength: 'click' } : null;
}

/** What became of an approver's press that changed nothing. Pure. */
function sentence(result: Exclude<Decided, { kind: 'done' | 'sign-in-needed' }>, language: Language): string {
  const { requests } = textsFor(language);
  switch (result.kind) {
    case 'over':
      return requests.over;
    case 'unavailable':
      return requests.unavailable;
    case 'refused':
      return requests.refused[result.reason];
  }
}
