/** Everything here is made up. */
export const TENANT = '11111111-1111-4111-8111-111111111111';
export const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
export const APP_ID = '22222222-2222-4222-8222-222222222222';
export const BOT = { id: `28:${APP_ID}`, name: 'acr-help' } as const;

/** Somebody on Teams. */
export interface TeamsUser {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly tenant: string;
  readonly locale: string;
  /** As the roster says: `user` or `guest`. */
  readonly role: string;
  /** Whether the bot may write to them. */
  readonly installed: boolean;
}

/** Makes somebody up, the same for the same name. */
export function user(name: string, more: Partial<TeamsUser> = {}): TeamsUser {
  const hex = Buffer.from(name.padEnd(6, '_')).toString('hex').slice(0, 12);
  return {
    id: `29:${name}`,
    name,
    aadObjectId: `33333333-3333-4333-8333-${hex}`,
    tenant: TENANT,
    locale: 'en-US',
    role: 'user',
    installed: true,
    ...more,
  };
}

/** Id of somebody's 1:1 chat with the bot. */
export function directOf({ id }: TeamsUser): string {
  return `a:1${Buffer.from(id).toString('base64url')}`;
}
