import type { IncomingMessage } from 'node:http';
import { isToken } from './tokens.js';

/** The cookie that ties the steps of a sign-in to the browser that began it. */
export interface StepCookie {
  /** Value of `Set-Cookie`; null takes the cookie away. */
  set(token: string | null): string;
  /** Null where there is none, or more than one. */
  read(request: IncomingMessage): string | null;
}

/**
 * @param secure without TLS browsers take neither `Secure` nor the `__Host-` prefix (RFC 6265bis §4.1.3)
 * @param seconds how long a step may take
 */
export function stepCookie(secure: boolean, seconds: number): StepCookie {
  const name = secure ? '__Host-acr-help-link' : 'acr-help-link';
  return {
    set(token) {
      // Lax: the answer of the sign-in service is a navigation from another site.
      const rules = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
      return `${name}=${token ?? ''}; ${rules}; Max-Age=${token === null ? 0 : seconds}`;
    },
    read({ headers }) {
      const values = (headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      const [value, ...more] = values;
      return more.length === 0 && isToken(value) ? value : null;
    },
  };
}
