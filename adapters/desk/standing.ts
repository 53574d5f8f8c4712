import type { Person } from '../../src/chat/person.js';
import type { Office, Visit } from './office.js';

/**
 * Who somebody is to Azure: by the platform's signed word, or by a link that they made themselves; never by name or
 * e-mail (security T37). Guests stay strangers (T44, T45).
 */
export async function standingOf(
  { store, linkUrl, now }: Pick<Office, 'store' | 'linkUrl' | 'now'>,
  person: Person,
  key: string,
): Promise<Pick<Visit, 'person' | 'standing' | 'tenant'>> {
  if (person.guest) return { person: { ...person, objectId: null }, standing: 'guest', tenant: null };
  if (person.objectId !== null) return { person, standing: 'known', tenant: person.tenant };
  const link = await store.link(key, now());
  if (link !== null)
    return { person: { ...person, objectId: link.objectId }, standing: 'known', tenant: link.tenant };
  return { person, standing: linkUrl === null ? 'unknown' : 'may-link', tenant: null };
}
