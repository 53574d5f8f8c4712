import type { Decided } from '../../../src/access/requests.js';
import type { ChatEvent } from '../../../src/chat/event.js';
import { redact } from '../../../src/diagnosis/redact/redact.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { say } from '../saying.js';
import { isSeen, readCardId } from './ids.js';
import { partyOf } from './role-request.js';
import { settleCards } from './telling.js';

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
    await offerLink(office, visit);
    return true;
  }
  const request = await requests.find(pressed.request);
  // The hash that was on the card counts, not the one that is stored: else a change in between would pass unseen.
  const seen = request !== null && isSeen(request.specHash, pressed.seen);
  const why = event.kind === 'form' ? redact(event.values['why'] ?? '').text : null;
  const result: Decided = seen
    ? await requests.decide(pressed.request, request.specHash, by, pressed.verdict, why)
    : { kind: 'over' };
  if (result.kind === 'done') await settleCards(office, visit, pressed.request, pressed.verdict);
  else await say(office, visit, sentence(result, visit));
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
