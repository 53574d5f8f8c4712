import type { IncomingMessage } from 'node:http';
import { isToken } from './tokens.js';

/** What ties the steps of a sign-in to the browser that began it. */
export interface StepTokens {
  /** Of the step that the browser is at. */
  readonly step: string;
  /** Of the link that it came by, where that is good for more than one attempt; it goes nowhere else meanwhile. */
  readonly link: string | null;
}

export interface StepCookie {
  /** Value of `Set-Cookie`; null takes the cookie away. */
  set(tokens: StepTokens | null): string;
  /** Null where there is none, or more than one. */
  read(request: IncomingMessage): StepTokens | null;
}

/**
 * @param secure without TLS browsers take neither `Secure` nor the `__Host-` prefix (RFC 6265bis §4.1.3)
 * @param seconds how long a step may take
 */
export function stepCookie(secure: boolean, seconds: number): StepCookie {
  const name = secure ? '__Host-acr-help-sign-in' : 'acr-help-sign-in';
  return {
    set(tokens) {
      const value =
        tokens === null ? '' : [tokens.step, ...(tokens.link === null ? [] : [tokens.link])].join('.');
      // Lax: the answer of the sign-in service is a navigation from another site.
      const rules = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
      return `${name}=${value}; ${rules}; Max-Age=${tokens === null ? 0 : seconds}`;
    },
    read({ headers }) {
      const values = (headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      const [value = '', ...more] = values;
      const [step, link = null, ...rest] = value.split('.');
      if (more.length > 0 || rest.length > 0 || !isToken(step)) return null;
      return link === null || isToken(link) ? { step, link } : null;
    },
  };
}
