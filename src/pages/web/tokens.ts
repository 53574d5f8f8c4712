import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, base64url: 43 characters. */
const grammar = /^[A-Za-z0-9_-]{43}$/;

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function isToken(text: string | null | undefined): text is string {
  return typeof text === 'string' && grammar.test(text);
}

/** SHA-256, base64url: what is stored of a token, and the PKCE challenge of a verifier (RFC 7636 §4.2). */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export function sameToken(one: string | null, other: string | null): boolean {
  return isToken(one) && isToken(other) && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
