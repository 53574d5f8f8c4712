/** Platforms on which people talk to the bot. */
export const platforms = ['teams', 'slack', 'terminal'] as const;
export type Platform = (typeof platforms)[number];

/**
 * Somebody, by ids that never change and cannot be chosen: never by name or e-mail (security T37).
 */
export interface Person {
  readonly platform: Platform;
  /** Entra tenant (Teams) or workspace (Slack). */
  readonly tenant: string;
  /** Id of the account in it: Teams user id, Slack user id. */
  readonly id: string;
  /** Entra object id: from the platform's signed event (Teams), or from a link (Slack); null for who is not linked. */
  readonly objectId: string | null;
  /** A guest, or of another organisation: may ask, and sees what anybody may see (security T44, T45). */
  readonly guest: boolean;
}

/** The key under which somebody's things are stored. Injective: the parts cannot contain a line feed. */
export function personKey({ platform, tenant, id }: Person): string {
  return [platform, tenant, id].map((part) => part.replaceAll(/[\n\r]/g, '')).join('\n');
}

/** The person behind a key; null for anything that is none. Who they are in Entra is not in it. */
export function personOf(key: string): Person | null {
  const [platform, tenant, id, ...more] = key.split('\n');
  const known = platforms.find((name) => name === platform);
  if (known === undefined || tenant === undefined || id === undefined || more.length > 0) return null;
  return { platform: known, tenant, id, objectId: null, guest: false };
}
