import { textsFor } from '../../src/knowledge/texts/index.js';
import { amend } from './amend.js';
import type { CaseFile } from './case-file.js';
import { forOthers, note } from './dress.js';
import type { Office, Visit } from './office.js';

/** Posts an outcome where its person asked, because they want it. */
export async function share(office: Office, visit: Visit, { origin, conversation }: CaseFile): Promise<void> {
  const { surface, person, key } = visit;
  const { language } = conversation;
  const texts = textsFor(language);
  if (origin === null || origin.shared) {
    await surface.send(person, note(key, texts.chat.shareNowhere), language);
    return;
  }
  await amend(office, visit, (shown) => {
    if (shown.shared) return null;
    return {
      shown: { ...shown, shared: true },
      effect: () => surface.share(origin, forOthers(shown.message, texts), language),
    };
  });
}
