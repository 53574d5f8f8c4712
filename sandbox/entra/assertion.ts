import { decodeJwt } from 'jose';
import type { FederatedCredential } from './principals.js';
import type { Aadsts } from './refusals.js';

/** What Entra reads of a client assertion that another issuer signed. */
export interface Assertion {
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly expires: Date | null;
}

/**
 * Claims of a client assertion; null for anything that is no JWT. The signature is not checked: the world has no keys
 * of foreign issuers, and no cause depends on it.
 */
export function readAssertion(jwt: string): Assertion | null {
  try {
    const { iss, sub, aud, exp } = decodeJwt(jwt);
    return {
      issuer: iss ?? '',
      subject: sub ?? '',
      audiences: aud === undefined ? [] : [aud].flat(),
      expires: exp === undefined ? null : new Date(exp * 1000),
    };
  } catch {
    return null;
  }
}

/**
 * Compares an assertion with the federated credentials of an application: issuer first, then subject (with its case),
 * then audience, as the errors of Entra name them. Null: one of them matches.
 */
export function judgeAssertion(
  assertion: Assertion,
  credentials: readonly FederatedCredential[],
  now: Date,
): Aadsts | null {
  const { issuer, subject, audiences, expires } = assertion;
  if (credentials.length === 0) return 70025;
  if (expires === null || expires <= now) return 700024;
  const ofIssuer = credentials.filter((credential) => credential.issuer === issuer);
  if (ofIssuer.length === 0) return 700211;
  const ofSubject = ofIssuer.filter((credential) => credential.subject === subject);
  if (ofSubject.length === 0) {
    const folded = subject.toLowerCase();
    return ofIssuer.some((credential) => credential.subject.toLowerCase() === folded) ? 7002138 : 700213;
  }
  const matches = ofSubject.some((credential) => credential.audiences.some((aud) => audiences.includes(aud)));
  return matches ? null : 700212;
}
