import { UnsecuredJWT } from 'jose';

/** A token with these claims that nobody signed. */
export function unsignedJwt(claims: Record<string, unknown>): string {
  return new UnsecuredJWT(claims).encode();
}
