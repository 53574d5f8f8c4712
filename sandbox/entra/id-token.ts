import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { guidOf } from '../world/ids.js';
import type { User, World } from '../world/world.js';
import type { Grant } from './codes.js';
import { upnOf } from './directories.js';

/** Keys of id tokens, made when the first is asked for and as old as the process. */
let made: ReturnType<typeof make> | undefined;

async function make() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, jwk: { ...jwk, use: 'sig', kid } };
}

function keys() {
  made ??= make();
  return made;
}

/** `GET /{tenant}/discovery/v2.0/keys`. Entra gives each key's certificate too. */
export async function keySet(): Promise<{ readonly keys: readonly JWK[] }> {
  return { keys: [(await keys()).jwk] };
}

interface Wanted {
  readonly host: string;
  /** Directory that is signed in to. */
  readonly tenant: string;
  readonly clientId: string;
  readonly grant: Pick<Grant, 'nonce' | 'authenticated' | 'contexts'>;
}

/**
 * An id token of version 2.0 with the documented claims (Entra, "ID token claims reference"), good for an hour of the
 * world's time. Of guests `idp` names where they come from; `acct` and `auth_time` are there as with these optional claims
 * configured. `acrs` lists the authentication contexts that were asked for and are satisfied; not verified: that it is a
 * list in id tokens too, as it is in access tokens.
 */
export async function issueIdToken(
  user: User,
  { host, tenant, clientId, grant: { nonce, authenticated, contexts } }: Wanted,
  world: World,
): Promise<string> {
  const { privateKey, jwk } = await keys();
  const now = Math.floor(world.now().getTime() / 1000);
  const home = { idp: `https://sts.windows.net/${guidOf('tenant', `home of ${user.name}`)}/`, acct: 1 };
  return (
    new SignJWT({
      ver: '2.0',
      oid: user.id,
      tid: tenant,
      name: user.name,
      preferred_username: upnOf(user),
      ...(nonce !== null && { nonce }),
      auth_time: Math.floor(authenticated.getTime() / 1000),
      ...(contexts.length > 0 && { acrs: contexts }),
      ...(user.guest ? home : { acct: 0 }),
    })
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: jwk.kid })
      .setIssuer(`https://${host}/${tenant}/v2.0`)
      .setAudience(clientId)
      // Pairwise: another one for each application.
      .setSubject(createHash('sha256').update(`${user.id} ${clientId}`).digest('base64url'))
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + 3600)
      .sign(privateKey)
  );
}
