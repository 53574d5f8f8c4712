import type { Decided } from '../../../src/access/requests.js';
import type { ChatEvent } from '../../../src/chat/event.js';
import { redact } from '../../../src/diagnosis/redact/redact.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { say } from '../saying.js';
import { settleCards } from './approvers.js';
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
  const by = partyOf(visit);
  if (by === null) {
    if (visit.standing === 'guest') await say(office, visit, textsFor(visit.language).requests.refused.guest);
    else await offerLink(office, visit);
    return true;
  }
  const request = await requests.find(pressed.request);
  // The hash that was on the card counts, not the one that is stored: else a change in between would pass unseen.
  if (request === null || !isSeen(request.specHash, pressed.seen)) {
    await say(office, visit, sentence({ kind: 'over' }, visit));
    return true;
  }
  const { verdict } = pressed;
  const why = verdict === 'deny' && event.kind === 'form' ? redact(event.values['why'] ?? '').text : null;
  const result = await requests.decide(request.id, request.specHash, by, verdict, why);
  if (result.kind === 'done') {
    office.wake();
    await settleCards(office, request.id, verdict === 'deny' ? by : null);
    return true;
  }
  await say(office, visit, sentence(result, visit));
  // A card that can still be pressed was not brought up to date: whoever decided was cut off.
  if (result.kind === 'over' && request.approvals.length > 0) await settleCards(office, request.id, null);
  return true;
}

function sentence(result: Exclude<Decided, { kind: 'done' }>, { language }: Visit): string {
  const { requests } = textsFor(language);
  switch (result.kind) {
    case 'over':
      return requests.over;
    case 'sign-in-needed':
      return requests.signInNeeded;
    case 'unavailable':
      return requests.unavailable;
    case 'refused':
      return requests.refused[result.reason];
  }
}
