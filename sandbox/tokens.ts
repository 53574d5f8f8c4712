import { decodeJwt, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/**
 * Tokens of the simulated Azure, signed with keys that live as long as the process: nobody outside can make one, and
 * none is good anywhere else.
 */
const ALGORITHM = 'ES256';
const keys = generateKeyPair(ALGORITHM);

/** Claims of an Entra access token that the services look at. */
export interface EntraClaims {
  /** Object id of the user, service principal or managed identity. */
  readonly oid: string;
  /** Application (client) id; users sign in through the Azure CLI's. */
  readonly appid: string;
  readonly tid: string;
  readonly aud: string;
  readonly upn?: string;
  /** Application permissions; without any there is no such claim. */
  readonly roles?: readonly string[];
}

const registryClaims = z.object({
  /** Name of the identity: an object id, a token's name, the admin user, or `anonymous`. */
  sub: z.string(),
  /** Login server that issued it. */
  aud: z.string(),
  grantType: z.enum(['refresh_token', 'access_token']),
  /** Role assignment mode of the registry when it was issued: tokens of the other mode are refused. */
  mode: z.enum(['legacy', 'abac']),
  /** How the identity signed in. */
  kind: z.enum(['entra', 'admin', 'token', 'anonymous']),
  access: z
    .array(
      z.object({ type: z.string(), name: z.string(), actions: z.array(z.string()).readonly() }).readonly(),
    )
    .readonly()
    .exactOptional(),
});

/** Claims of a registry's own tokens (registry-protocol.md §5). */
export type RegistryClaims = Readonly<z.infer<typeof registryClaims>>;

/** Issuer of the tokens of a tenant. */
function issuerOf(tenant: string): string {
  return `https://sts.windows.net/${tenant}/`;
}

const REGISTRY_ISSUER = 'Azure Container Registry';
const HOUR = 3600;

/** An Entra access token, valid for an hour of the world's time. */
export async function issueEntraToken(claims: EntraClaims, now: Date): Promise<string> {
  return sign({ ...claims, ver: '1.0' }, issuerOf(claims.tid), now, HOUR);
}

/** The claims of a token of this sandbox's Entra, or null for anything else or an expired one. */
export async function verifyEntraToken(jwt: string, now: Date): Promise<EntraClaims | null> {
  const payload = await verified(jwt, now);
  const { oid, appid, tid, aud, iss } = payload ?? {};
  if (typeof oid !== 'string' || typeof appid !== 'string' || typeof tid !== 'string') return null;
  if (typeof aud !== 'string' || iss !== issuerOf(tid)) return null;
  return { oid, appid, tid, aud };
}

/** A registry's refresh token (3 hours) or access token (75 minutes). */
export async function issueRegistryToken(claims: RegistryClaims, now: Date): Promise<string> {
  const { grantType, ...rest } = claims;
  const lifetime = grantType === 'refresh_token' ? 3 * HOUR : 75 * 60;
  return sign({ ...rest, grant_type: grantType, version: 2 }, REGISTRY_ISSUER, now, lifetime);
}

/** The claims of a registry token for this login server, or null. */
export async function verifyRegistryToken(
  jwt: string,
  loginServer: string,
  now: Date,
): Promise<RegistryClaims | null> {
  const payload = await verified(jwt, now);
  if (payload?.iss !== REGISTRY_ISSUER || payload.aud !== loginServer) return null;
  return registryClaims.parse({ ...payload, grantType: payload['grant_type'] });
}

async function sign(
  claims: Readonly<Record<string, unknown>> | object,
  issuer: string,
  now: Date,
  lifetime: number,
): Promise<string> {
  const issued = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM, kid: 'sandbox', typ: 'JWT' })
    .setIssuer(issuer)
    .setIssuedAt(issued)
    .setNotBefore(issued)
    .setExpirationTime(issued + lifetime)
    .sign((await keys).privateKey);
}

async function verified(jwt: string, now: Date) {
  const { publicKey: key } = await keys;
  return jwtVerify(jwt, key, { currentDate: now }).then(
    ({ payload }) => payload,
    () => null,
  );
}

/** Seconds since 1970 in a time claim of a token, which is not verified here; NaN for what is no token or has none. */
export function timeClaim(token: string, claim: 'iat' | 'exp'): number {
  try {
    return decodeJwt(token)[claim] ?? Number.NaN;
  } catch {
    return Number.NaN;
  }
}
