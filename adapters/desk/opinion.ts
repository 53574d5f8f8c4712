import type { Feedback } from '../../src/store/store.js';
import { amend } from './amend.js';
import type { Said, Shown } from './case-file.js';
import type { Office, Visit } from './office.js';

/** 👍 or 👎 on an outcome; the message then asks for a word. */
export async function opine(office: Office, visit: Visit, said: 'helpful' | 'unhelpful'): Promise<void> {
  await amend(office, visit, (shown) => {
    if (shown.said !== 'nothing') return null;
    return { shown: { ...shown, said }, effect: () => keep(office, shown, said, null) };
  });
}

/** The word, secrets already replaced. */
export async function say(office: Office, visit: Visit, word: string): Promise<void> {
  await amend(office, visit, (shown) => {
    const { said } = shown;
    if (said !== 'helpful' && said !== 'unhelpful') return null;
    return {
      shown: { ...shown, said: 'word' },
      effect: () => (word.trim() === '' ? Promise.resolve() : keep(office, shown, said, word.trim())),
    };
  });
}

function keep(
  { store, now }: Office,
  { ticket, message }: Shown,
  said: Exclude<Said, 'nothing' | 'word'>,
  word: string | null,
): Promise<void> {
  const feedback: Feedback = {
    id: ticket,
    cause: message.outcome?.cause ?? null,
    helped: said === 'helpful',
    word,
    at: now(),
  };
  return store.saveFeedback(feedback);
}
