import type { ChatEvent } from '../../../src/chat/event.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { withoutSecrets } from '../redacting.js';
import { say } from '../saying.js';
import { readOwnId } from './ids.js';
import { partyOf } from './party.js';
import { saidOf } from './said.js';

type Chosen = Extract<ChatEvent, { readonly kind: 'answer' | 'press' | 'form' }>;

/**
 * Somebody pressed on a message about a request of their own. Whose it is is judged where it is changed: the message may
 * have been forwarded.
 *
 * @returns false where the press is not on such a message
 */
export async function onOwnRequest(office: Office, visit: Visit, event: Chosen): Promise<boolean> {
  const pressed = readOwnId(event.kind === 'press' ? event.button : event.kind === 'form' ? event.id : '');
  const { requests } = office;
  if (pressed === null || requests === null) return false;
  const by = partyOf(visit);
  if (by === null) {
    await offerLink(office, visit);
    return true;
  }
  const texts = textsFor(visit.language);
  const { request, press } = pressed;
  switch (press) {
    case 'works':
    case 'distrust': {
      const done = await requests.report(request, by, press === 'works');
      const { confirmed, cannotConfirm } = texts.rotations;
      // What is not trusted is told when it is worthless.
      if (!done) await say(office, visit, cannotConfirm);
      else if (press === 'works') await say(office, visit, confirmed);
      if (done) office.wake();
      return true;
    }
    case 'answer': {
      const words = event.kind === 'form' ? withoutSecrets(office, event.values['words']) : '';
      if (words.trim() === '') {
        await say(office, visit, texts.requests.answerMissing);
        return true;
      }
      const done = await requests.answer(request, by, words);
      await say(office, visit, done ? texts.requests.answered : texts.requests.notPending);
      if (done) office.wake();
      return true;
    }
    case 'again': {
      const sent = await requests.again(request, by);
      await say(office, visit, sent === null ? texts.requests.notPending : saidOf(sent, texts.requests));
      if (sent?.kind === 'submitted') office.wake();
      return true;
    }
  }
}
