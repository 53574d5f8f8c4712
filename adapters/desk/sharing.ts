import { textsFor } from '../../src/knowledge/texts/index.js';
import { amend } from './amend.js';
import type { CaseFile } from './case-file.js';
import { forOthers } from './dress.js';
import type { Office, Visit } from './office.js';
import { say } from './saying.js';

/** Posts an outcome where its person asked, because they want it. */
export async function share(office: Office, visit: Visit, { origin, conversation }: CaseFile): Promise<void> {
  const { language } = conversation;
  const texts = textsFor(language);
  if (origin === null || origin.shared) {
    await say(office, visit, texts.chat.shareNowhere);
    return;
  }
  const amended = await amend(office, visit, (shown) =>
    shown.shared
      ? null
      : {
          shown: { ...shown, shared: true },
          effect: async () =>
            (await visit.surface.share(origin, forOthers(shown.message, texts), language)).ok,
        },
  );
  if (amended === 'unchanged') await say(office, visit, texts.chat.shared);
  if (amended === 'failed') await say(office, visit, texts.chat.shareFailed);
}
