import type { TokenCredential } from '@azure/identity';
import { decodeJwt } from 'jose';
import { parseGuid } from '../diagnosis/facts/guid.js';

/**
 * Tenant of the identity, from the `tid` of its own access token: a managed identity is configured without one. Microsoft
 * calls these tokens opaque to clients, so a token that cannot be read gives null.
 */
export async function tenantOfToken(credential: TokenCredential, scopes: string[]): Promise<string | null> {
  const token = await credential.getToken(scopes, { enableCae: true });
  try {
    const { tid } = decodeJwt(token?.token ?? '');
    return typeof tid === 'string' ? parseGuid(tid) : null;
  } catch {
    return null;
  }
}
