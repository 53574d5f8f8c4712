import type { RequestState } from '../../src/access/request.js';
import type { AskedFor } from '../../src/chat/home.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Office, Visit } from './office.js';
import { secretName } from './requests/words.js';

/** Cases that the page lists. */
const MOST_CASES = 10;

/** Shows the bot's own page, where the platform has one. */
export async function showHome({ store, requests }: Office, visit: Visit): Promise<void> {
  const { surface, person, key, standing, language } = visit;
  if (surface.home === undefined) return;
  const { verbs } = textsFor(language).chat;
  const start = { id: 'home:start', verb: 'start', label: verbs.start } as const;
  const link = { id: 'home:link', verb: 'link', label: verbs.link } as const;
  await surface.home(
    person,
    {
      cases: await store.cases(key, MOST_CASES),
      requests: await asked(requests, visit),
      standing,
      buttons: standing === 'may-link' ? [start, link] : [start],
    },
    language,
  );
}

async function asked(
  requests: Office['requests'],
  { person, standing, language }: Visit,
): Promise<readonly AskedFor[]> {
  if (requests === null || standing !== 'known' || person.objectId === null) return [];
  const mine = await requests.mine(person.objectId, MOST_CASES);
  return mine.map(({ spec, state, until, made }) => ({
    what: spec.kind === 'role' ? spec.role : secretName(spec.secret, textsFor(language)),
    registry: spec.registry.loginServer,
    state: stateOf(state),
    until: until ?? made?.endsAt ?? null,
  }));
}

function stateOf(state: RequestState): AskedFor['state'] {
  switch (state) {
    case 'pending':
    case 'approved':
    case 'granting':
    case 'rotating':
      return 'waiting';
    case 'granted':
    case 'removing':
    case 'rotated':
    case 'retiring':
    case 'retired':
      return 'granted';
    case 'denied':
      return 'denied';
    default:
      return 'ended';
  }
}
