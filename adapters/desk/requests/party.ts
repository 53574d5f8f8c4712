import type { Party } from '../../../src/access/request.js';
import type { Visit } from '../office.js';

/** Who somebody is, for requests; null for who is not known in Entra. Never by name or e-mail (security T37). */
export function partyOf({ person, key, language, standing, tenant }: Visit): Party | null {
  if (standing !== 'known' || person.objectId === null || tenant === null) return null;
  return { objectId: person.objectId, tenant, platform: person.platform, person: key, language };
}
