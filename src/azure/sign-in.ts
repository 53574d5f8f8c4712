import type { Unavailable } from './answer.js';

/** Signs a person in with Microsoft Entra ID in their browser: authorization code with PKCE (RFC 6749 §4.1, RFC 7636). */
export interface SignInService {
  /** Origin that the browser is sent to. */
  readonly authority: string;
  /** Address of the page on which the person signs in. With `renew` they must, whatever session there is. */
  authorizeUrl(request: AuthorizeRequest): string;
  /** Exchanges the code for an id token and verifies that. Never throws. */
  redeem(code: CodeToRedeem, signal: AbortSignal): Promise<Redeemed>;
}

export interface AuthorizeRequest {
  readonly state: string;
  readonly nonce: string;
  /** SHA-256 of the code verifier, base64url. */
  readonly challenge: string;
  readonly redirectUri: string;
  /** Null: a session of the browser is good enough, however old. */
  readonly assurance: (Assurance & { readonly renew: boolean }) | null;
}

/** What a sign-in must prove where more hangs on it than who it is (security T47). */
export interface Assurance {
  /** Seconds since the person has last shown who they are, at most. */
  readonly maxAge: number;
  /** Authentication context of Conditional Access, c1 to c99; null: none. */
  readonly context: string | null;
}

export interface CodeToRedeem {
  readonly code: string;
  readonly verifier: string;
  readonly nonce: string;
  /** The same as in the request; the browser could have changed what was asked for, so that the token is judged by it. */
  readonly redirectUri: string;
  readonly assurance: Assurance | null;
}

/** Who signed in. */
export interface SignedIn {
  /** Entra object id and tenant, GUIDs in lower case: these alone say who it is. */
  readonly objectId: string;
  readonly tenant: string;
  /** Sign-in name, to be shown to the person and for nothing else: it can change and be given to another. */
  readonly username: string | null;
  /** Milliseconds since they last showed who they are; null where nobody wanted to know. */
  readonly age: number | null;
}

/** "They said no" (`refused`), "we do not take that" and "we could not ask" (`unavailable`) are kept apart. */
export type Redeemed =
  | { readonly kind: 'signed-in'; readonly who: SignedIn }
  /** Entra refuses the code or the application. `code` is the AADSTS number; null where none was given. */
  | { readonly kind: 'refused'; readonly code: number | null }
  /** A guest in the tenant. */
  | { readonly kind: 'guest' }
  /** Somebody of a tenant that is not allowed. */
  | { readonly kind: 'foreign' }
  /** Somebody who may be signed in, without what the assurance wants: the application is not given `auth_time`, too. */
  | { readonly kind: 'unproven'; readonly lacks: 'auth_time' | 'freshness' | 'context' }
  /** A token that is not as it must be; nobody is signed in. */
  | { readonly kind: 'invalid'; readonly reason: InvalidToken }
  | { readonly kind: 'unavailable'; readonly reason: Unavailable | 'throttled' };

export type InvalidToken = 'signature' | 'audience' | 'issuer' | 'time' | 'nonce' | 'claims';
