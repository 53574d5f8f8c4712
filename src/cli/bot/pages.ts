import type { KeyObject } from 'node:crypto';
import type { Office } from '../../../adapters/desk/office.js';
import { deriveToken } from '../../access/delivery/seal.js';
import type { Settings } from '../../config/settings.js';
import type { Log } from '../../observe/log.js';
import { createPages, type Pages, type PagesOptions } from '../../pages/pages.js';
import type { PersonKey, Store } from '../../store/store.js';
import { type AzureGround, signInOn } from './azure.js';

const DAY = 24 * 60 * 60_000;

/** What the pages do besides signing people in. */
interface Errands extends Pick<PagesOptions, 'approve' | 'reveal'> {
  readonly onLinked: (person: PersonKey) => Promise<void>;
}

/** Address of the page that shows a new secret once; null where the secret is elsewhere, or there is no such page. */
export function secretAt(pages: Pages | null, key: KeyObject | null): Office['secretUrl'] {
  const url = pages?.secretUrl ?? null;
  if (url === null || key === null) return null;
  return ({ id, made, spec }) =>
    made?.kept.kind === 'one-time-page'
      ? url(deriveToken(key, id, made.kept.attempt), spec.requester.language)
      : null;
}

/**
 * The bot's pages; null where people cannot sign in.
 *
 * @throws InvalidPublicUrl
 */
export function pagesOn(
  { link, server, approvalContext }: Settings,
  store: Store,
  ground: AzureGround,
  log: Log,
  now: () => number,
  { onLinked, approve, reveal }: Errands,
): Pages | null {
  if (link === null || server.publicUrl === null) return null;
  return createPages({
    ...{ store, log, now, approve, reveal },
    signIn: signInOn(ground, link),
    publicUrl: server.publicUrl,
    context: approvalContext,
    link: { store, onLinked, lifetime: link.days * DAY },
  });
}
