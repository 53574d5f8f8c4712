const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** The address under which browsers reach the bot cannot be used. */
export class InvalidPublicUrl extends Error {
  readonly code = 'INVALID_PUBLIC_URL';
  constructor() {
    super('publicUrl must be https://, or http:// on loopback, without query and fragment');
    this.name = 'InvalidPublicUrl';
  }
}

/** Where browsers reach the pages. */
export interface PublicAddress {
  readonly origin: string;
  /** Path in front of the pages' own, without a slash at its end: a proxy may take it away. */
  readonly path: string;
  /** Cookies go over TLS only; false on loopback without it. */
  readonly secure: boolean;
}

/** @throws InvalidPublicUrl */
export function publicAddress(publicUrl: string): PublicAddress {
  if (!URL.canParse(publicUrl)) throw new InvalidPublicUrl();
  const { protocol, hostname, origin, pathname, search, hash, username } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const allowed = secure || (protocol === 'http:' && loopback.test(hostname));
  if (!allowed || search !== '' || hash !== '' || username !== '') throw new InvalidPublicUrl();
  return { origin, path: pathname.replace(/\/+$/, ''), secure };
}
