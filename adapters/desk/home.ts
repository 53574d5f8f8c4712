import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Office, Visit } from './office.js';

/** Cases that the page lists. */
const MOST_CASES = 10;

/** Shows the bot's own page, where the platform has one. */
export async function showHome({ store }: Office, visit: Visit): Promise<void> {
  const { surface, person, key, standing, language } = visit;
  if (surface.home === undefined) return;
  const { verbs } = textsFor(language).chat;
  const start = { id: 'home:start', verb: 'start', label: verbs.start } as const;
  const link = { id: 'home:link', verb: 'link', label: verbs.link } as const;
  await surface.home(
    person,
    {
      cases: await store.cases(key, MOST_CASES),
      standing,
      buttons: standing === 'may-link' ? [start, link] : [start],
    },
    language,
  );
}
