import { textsFor } from '../../src/knowledge/texts/index.js';
import { type Amended, amend } from './amend.js';
import type { Said, Shown } from './case-file.js';
import type { Office, Visit } from './office.js';
import { say as sayTo } from './saying.js';

/** 👍 or 👎 on an outcome; the message then asks for a word. */
export async function opine(office: Office, visit: Visit, said: 'helpful' | 'unhelpful'): Promise<void> {
  const amended = await amend(office, visit, (shown) =>
    shown.said === 'nothing'
      ? { shown: { ...shown, said }, effect: () => keep(office, shown, said, null) }
      : null,
  );
  await answer(office, visit, amended);
}

/** The word, secrets already replaced. */
export async function say(office: Office, visit: Visit, word: string): Promise<void> {
  const amended = await amend(office, visit, (shown) => {
    const { said } = shown;
    if (said !== 'helpful' && said !== 'unhelpful') return null;
    return {
      shown: { ...shown, said: 'word' },
      effect: () => keep(office, shown, said, word.trim() || null),
    };
  });
  await answer(office, visit, amended);
}

/** Who presses twice hears that it has counted. */
async function answer(office: Office, visit: Visit, amended: Amended): Promise<void> {
  if (amended === 'unchanged') await sayTo(office, visit, textsFor(visit.language).chat.feedbackThanks);
}

/** Saved under the ticket: the same vote, saved again, is the same. */
async function keep(
  { store, now }: Office,
  { ticket, message }: Shown,
  said: Exclude<Said, 'nothing' | 'word'>,
  word: string | null,
): Promise<boolean> {
  const cause = message.outcome?.cause ?? null;
  await store.saveFeedback({ id: ticket, cause, helped: said === 'helpful', word, at: now() });
  return true;
}
