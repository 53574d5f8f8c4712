import { createLocalJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Assurance, InvalidToken, Redeemed } from '../sign-in.js';
import { proofIn, TOLERANCE } from './assurance.js';
import type { Issuer } from './keys.js';

const guid = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** Claims of an id token of version 2.0 (Entra, "ID token claims reference", "Optional claims reference"). */
const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  tid: guid,
  oid: guid,
  nonce: z.string(),
  nbf: z.number(),
  preferred_username: z.string().max(500).optional(),
  /** Where the account comes from, if not from the tenant: guests. */
  idp: z.string().optional(),
  /** 0 member, 1 guest; there only where the application asks for it. */
  acct: z.union([z.number(), z.string()]).optional(),
});
type Claims = z.infer<typeof claims>;

export interface Expected {
  readonly clientId: string;
  /** Tenants whose people may sign in, GUIDs in lower case. */
  readonly tenants: readonly string[];
  readonly nonce: string;
  readonly now: Date;
  readonly assurance: Assurance | null;
}

/** Id of the key that a token says it is signed with; null for what is none of Entra's tokens. */
export function keyIdOf(token: string): string | null {
  try {
    const { kid, alg } = decodeProtectedHeader(token);
    return alg === 'RS256' && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}

/** Verifies an id token (OpenID Connect Core §3.1.3.7). Pure but for the computation; never throws. */
export async function verifyIdToken(
  token: string,
  { issuer, keys }: Issuer,
  { clientId, tenants, nonce, now, assurance }: Expected,
): Promise<Redeemed> {
  const key = keys.find(({ kid }) => kid === keyIdOf(token));
  if (key === undefined) return invalid('signature');
  const rules = {
    algorithms: ['RS256'],
    audience: clientId,
    clockTolerance: TOLERANCE,
    currentDate: now,
    requiredClaims: ['exp', 'nbf', 'iat'],
  };
  const payload = await jwtVerify(token, createLocalJWKSet({ keys: [key] }), rules).then(
    (verified) => verified.payload,
    reasonOf,
  );
  if (typeof payload === 'string') return invalid(payload);
  const read = claims.safeParse(payload);
  if (!read.success) return invalid('claims');
  const { tid, iss, oid, preferred_username } = read.data;
  const by = (template: string) => template.replace('{tenantid}', tid);
  if (!tenants.includes(tid)) return { kind: 'foreign' };
  if (iss !== by(issuer) || (key.issuer !== undefined && iss !== by(key.issuer))) return invalid('issuer');
  if (read.data.nonce !== nonce) return invalid('nonce');
  if (isGuest(read.data)) return { kind: 'guest' };
  const who = { objectId: oid, tenant: tid, username: preferred_username ?? null };
  if (assurance === null) return { kind: 'signed-in', who: { ...who, age: null } };
  const proof = proofIn(payload, assurance, now);
  if (typeof proof === 'string')
    return proof === 'time' ? invalid('time') : { kind: 'unproven', lacks: proof };
  return { kind: 'signed-in', who: { ...who, age: proof.age } };
}

/** `acct` says it; where the application does not ask for it, an identity provider other than the tenant does. */
function isGuest({ acct, idp, iss, tid }: Claims): boolean {
  if (acct !== undefined && String(acct) !== '0') return true;
  return idp !== undefined && idp !== iss && idp !== `https://sts.windows.net/${tid}/`;
}

function invalid(reason: InvalidToken): Redeemed {
  return { kind: 'invalid', reason };
}

function reasonOf(error: unknown): InvalidToken {
  if (error instanceof errors.JWTExpired) return 'time';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return 'signature';
  if (error.claim === 'aud') return 'audience';
  return error.claim === 'nbf' && error.reason === 'check_failed' ? 'time' : 'claims';
}
