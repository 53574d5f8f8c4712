import type { ChatEvent } from '../../src/chat/event.js';
import { entered } from '../../src/chat/form.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { CaseFile, Shown } from './case-file.js';
import { type Step, takeStep } from './conversing.js';
import { WORD_FORM } from './dress.js';
import { openFile } from './files.js';
import { offerLink } from './linking.js';
import type { Office, Visit } from './office.js';
import { opine, say as opineInWords } from './opinion.js';
import { withoutSecrets } from './redacting.js';
import { ROLE_FORM, SECRET_FORM } from './requests/asking.js';
import { askForRole, sendRole } from './requests/role-request.js';
import { askForSecret, sendSecret } from './requests/secret-request.js';
import { withdraw } from './requests/withdrawing.js';
import { say } from './saying.js';
import { share } from './sharing.js';
import { redeem } from './tickets.js';

type Chosen = Extract<ChatEvent, { readonly kind: 'answer' | 'press' | 'form' }>;

/** Longest word beside 👍 or 👎. */
const LONGEST_WORD = 200;

/** Somebody pressed, answered or filled in. What belongs to an older message, or to nobody's, changes nothing. */
export async function chosen(office: Office, visit: Visit, event: Chosen): Promise<void> {
  const { file } = await openFile(office.store, visit.key, visit.language);
  const aside = asideOf(office, visit, event, redeem(file.shown, idOf(event)), file);
  if (aside !== null) return aside();
  const delivered = await takeStep(office, visit, ({ shown }) => {
    const id = redeem(shown, idOf(event));
    return id === null || shown === null ? null : stepFor(event, id, visit, shown);
  });
  if (delivered !== null) return;
  office.log.info('desk.late', { platform: visit.person.platform });
  const texts = textsFor(visit.language);
  if ((await openFile(office.store, visit.key, visit.language)).file.shown !== null) {
    await say(office, visit, texts.chat.tooLate);
    return;
  }
  // Nothing newer has arrived that could go on: it is shown again.
  const first = [texts.ui.oldButton];
  await takeStep(office, visit, () => ({ incoming: { kind: 'show', as: visit.key }, foot: null, first }));
}

function idOf(event: Chosen): string {
  switch (event.kind) {
    case 'answer':
      return event.node;
    case 'press':
      return event.button;
    case 'form':
      return event.id;
  }
}

/** What the desk does itself, beside the conversation; null where it is the conversation's, or nobody's. */
function asideOf(
  office: Office,
  visit: Visit,
  event: Chosen,
  id: string | null,
  file: CaseFile,
): (() => Promise<void>) | null {
  if (event.kind === 'form' && id === WORD_FORM) {
    // Whole first: what is cut off could leave half a secret.
    const word = withoutSecrets(office, event.values['word']).slice(0, LONGEST_WORD);
    return () => opineInWords(office, visit, word);
  }
  if (event.kind === 'form' && id === ROLE_FORM) return () => sendRole(office, visit, file, event.values);
  if (event.kind === 'form' && id === SECRET_FORM) return () => sendSecret(office, visit, file, event.values);
  if (event.kind !== 'press') return null;
  if (id === 'request-role') return () => askForRole(office, visit, file);
  if (id === 'rotate-secret') return () => askForSecret(office, visit, file);
  if (id === 'withdraw') return () => withdraw(office, visit, file);
  if (id === 'helpful' || id === 'unhelpful') return () => opine(office, visit, id);
  if (id === 'share') return () => share(office, visit, file);
  return id === 'link' ? () => offerLink(office, visit) : null;
}

function stepFor(event: Chosen, id: string, { key, language }: Visit, { message }: Shown): Step {
  const { answered, pressed } = textsFor(language).chat;
  switch (event.kind) {
    case 'answer': {
      const label = message.ask?.options.find((option) => option.id === event.option)?.label;
      const foot = label === undefined ? null : answered.replace('{answer}', () => label);
      return { incoming: { kind: 'answer', as: key, node: id, option: event.option }, foot };
    }
    case 'press': {
      const label = message.buttons.find((button) => button.id === id)?.label;
      const foot = label === undefined ? null : pressed.replace('{button}', () => label);
      return { incoming: { kind: 'press', as: key, button: id }, foot };
    }
    case 'form': {
      const values = entered(message.form ?? { fields: [] }, event.values);
      return { incoming: { kind: 'form', as: key, id, values }, foot: null };
    }
  }
}
