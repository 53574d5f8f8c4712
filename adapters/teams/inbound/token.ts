import { createHash } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { BoundedMap } from '../outbound/bounded-map.js';

/** What a token of the channel must say. */
export interface TokenPolicy {
  readonly appId: string;
  readonly issuer: string;
  readonly allowedTenants: readonly string[];
}

/** Deviation of clocks that Microsoft asks to allow, in seconds. */
const SKEW = 300;
const FETCH_MS = 5000;
/** The channel sends the same token with many activities. */
const REMEMBERED = 1_000;
/** Milliseconds after which the keys are asked again: one may have been withdrawn. */
const GENUINE_MS = 5 * 60_000;

/**
 * The token of a header, when it claims to be one of the channel for this bot. Nothing is verified: this keeps all
 * others away from what costs anything. The SDK appends the tenant of any token that it sees to a list that the whole
 * process shares, signed or not (security T55), so that a tenant which is not ours does not pass. Pure.
 */
export function claimedToken(authorization: string | undefined, policy: TokenPolicy): string | null {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  try {
    return speaksFor(decodeJwt(token), policy) ? token : null;
  } catch {
    return null;
  }
}

/** Whether claims are those of a token that the channel made for this bot (security §2.2). Pure. */
export function speaksFor(claims: Pick<JWTPayload, 'iss' | 'aud'>, policy: TokenPolicy): boolean {
  const tenant = 'tid' in claims ? claims.tid : undefined;
  const ours = tenant === undefined || policy.allowedTenants.some((allowed) => allowed === tenant);
  return claims.iss === policy.issuer && claims.aud === policy.appId && ours;
}

const metadata = z.object({ jwks_uri: z.url() });

/** What became of a verification. `unknown`: the keys could not be fetched. */
export type Verdict = 'genuine' | 'forged' | 'unknown';

/**
 * Verifies signatures with the channel's published keys, before the SDK does it once more: the SDK says every failure
 * loudly on the console, and takes a forged signature for a fault of its own.
 */
export class SignatureCheck {
  readonly #metadataUrl: string;
  readonly #now: () => number;
  /** Until when a token is taken for genuine without another look, by its SHA-256. */
  readonly #genuine = new BoundedMap<string, number>(REMEMBERED);
  #keys: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null;

  constructor(metadataUrl: string, now: () => number) {
    this.#metadataUrl = metadataUrl;
    this.#now = now;
  }

  async judge(token: string, policy: TokenPolicy): Promise<Verdict> {
    const hash = createHash('sha256').update(token).digest('base64');
    if ((this.#genuine.get(hash) ?? 0) > this.#now()) return 'genuine';
    try {
      const keys = await this.#published();
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: policy.issuer,
        audience: policy.appId,
        clockTolerance: SKEW,
        requiredClaims: ['exp'],
      });
      this.#remember(hash, payload);
      return 'genuine';
    } catch (error) {
      const said = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
      return said && error.code !== 'ERR_JOSE_GENERIC' && error.code !== 'ERR_JWKS_INVALID'
        ? 'forged'
        : 'unknown';
    }
  }

  #remember(hash: string, { exp = 0 }: JWTPayload): void {
    this.#genuine.set(hash, Math.min(exp * 1000, this.#now() + GENUINE_MS));
  }

  #published(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    this.#keys ??= this.#discover().catch((error: unknown) => {
      this.#keys = null;
      throw error;
    });
    return this.#keys;
  }

  async #discover(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const { keys } = await keysAt(this.#metadataUrl);
    return createRemoteJWKSet(keys, { timeoutDuration: FETCH_MS });
  }
}

/**
 * Where the channel publishes its keys, and the `Date` of the answer that says so.
 *
 * @throws NoKeys where something else answers; an error of `fetch` where nobody does
 */
export async function keysAt(
  metadataUrl: string,
): Promise<{ readonly keys: URL; readonly date: string | null }> {
  const response = await fetch(metadataUrl, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
  if (response.status >= 500) throw new Error('no metadata now');
  const read = metadata.safeParse(response.ok ? await response.json().catch(() => null) : null);
  if (!read.success) throw new NoKeys();
  const keys = new URL(read.data.jwks_uri);
  if (keys.origin !== new URL(metadataUrl).origin) throw new NoKeys();
  return { keys, date: response.headers.get('date') };
}

/** What answers is not the channel. */
export class NoKeys extends Error {
  override readonly name = 'NoKeys';

  constructor() {
    super('no metadata of the channel, or keys of another origin');
  }
}
