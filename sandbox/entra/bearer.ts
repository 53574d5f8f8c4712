import type { SandboxRequest } from '../service.js';
import { timeClaim, verifyEntraToken } from '../tokens.js';
import type { World } from '../world/world.js';
import { type Caller, callerOf } from './caller.js';

/** Who calls, or why the call is not let in, in the words of Resource Manager. */
export type Bearer = { readonly ok: true; readonly caller: Caller } | Rejected;

export interface Rejected {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  /** Value of `WWW-Authenticate`. */
  readonly challenge: string;
}

/** Reads the bearer token of a call: signature, audience, lifetime, and whether its identity still exists. */
export async function bearerOf(
  { headers }: SandboxRequest,
  world: World,
  audiences: readonly string[],
): Promise<Bearer> {
  const [, token] = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '') ?? [];
  if (token === undefined) {
    return no('AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.");
  }
  const claims = await verifyEntraToken(token, world.now());
  if (claims === null) return expired(token, world.now()) ?? no(invalid, 'The access token is invalid.');
  if (!audiences.includes(claims.aud.replace(/\/+$/, ''))) {
    const allowed = audiences.map((known) => `${known}/`).join(',');
    return no(
      'InvalidAuthenticationTokenAudience',
      `The access token has been obtained for wrong audience or resource '${claims.aud}'. It should exactly match with one of the allowed audiences '${allowed}'.`,
    );
  }
  const caller = callerOf(claims.oid, claims.tid, world);
  return caller === null
    ? no(invalid, 'The identity of the access token does not exist.')
    : { ok: true, caller };
}

const invalid = 'InvalidAuthenticationToken';

/**
 * A token whose time is over. A story may move the clock by hours, past what the SDK keeps; the challenge of continuous
 * access evaluation makes it sign in anew (Entra, "Claims challenges, claims requests").
 */
function expired(token: string, now: Date): Rejected | null {
  const until = new Date(timeClaim(token, 'exp') * 1000);
  if (Number.isNaN(until.getTime()) || until > now) return null;
  const since = String(Math.floor(now.getTime() / 1000));
  const claims = btoa(JSON.stringify({ access_token: { nbf: { essential: true, value: since } } }));
  return {
    ok: false,
    code: 'ExpiredAuthenticationToken',
    message: `The access token expiry UTC time '${until.toISOString()}' is earlier than current UTC time '${now.toISOString()}'.`,
    challenge: `Bearer authorization_uri="https://login.windows.net/common", error="insufficient_claims", claims="${claims}"`,
  };
}

function no(code: string, message: string): Rejected {
  const described = message.replaceAll('"', "'");
  return {
    ok: false,
    code,
    message,
    challenge: `Bearer authorization_uri="https://login.windows.net/common", error="invalid_token", error_description="${described}"`,
  };
}
