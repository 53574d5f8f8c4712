import { randomBytes } from 'node:crypto';

/** What a person agreed to in the browser, waiting for the application to fetch it. */
export interface Grant {
  /** Object id of who signed in. */
  readonly oid: string;
  readonly clientId: string;
  readonly tenant: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly challenge: string;
  readonly nonce: string | null;
  readonly issued: Date;
  /** When the person last showed who they are. */
  readonly authenticated: Date;
  /** Authentication contexts that were asked for and are satisfied. */
  readonly contexts: readonly string[];
}

/** Minutes that a code is good for (Entra, "OAuth 2.0 authorization code flow": about ten). */
export const CODE_MINUTES = 10;

/** More than any test or demonstration has at a time; older ones are forgotten. */
const MOST = 1000;

const grants = new Map<string, { readonly grant: Grant; redeemed: boolean }>();

/** A code for a grant. Codes outlive a change of the world, and nobody can guess one. */
export function issueCode(grant: Grant): string {
  const code = `1.${randomBytes(48).toString('base64url')}`;
  grants.set(code, { grant, redeemed: false });
  for (const old of grants.keys()) {
    if (grants.size <= MOST) break;
    grants.delete(old);
  }
  return code;
}

/**
 * Takes a code: the second time it is `redeemed`. Not verified: that an attempt with a wrong verifier uses the code up.
 */
export function takeCode(code: string): { readonly grant: Grant; readonly redeemed: boolean } | null {
  const found = grants.get(code);
  if (found === undefined) return null;
  const before = { ...found };
  found.redeemed = true;
  return before;
}
