import type { TokenCredential } from '@azure/identity';
import { decodeJwt } from 'jose';
import { parseGuid } from '../diagnosis/facts/guid.js';
import { type Answer, failed, ok } from './answer.js';
import { tokenSource } from './token-source.js';

/**
 * Object id of the identity behind a credential, from its own token: decoded, not verified, and never shown. What it
 * may do is asked of Azure, not read from here.
 */
export async function objectIdOf(
  credential: TokenCredential,
  scope: string,
  signal: AbortSignal,
): Promise<Answer<string>> {
  // The very token that the clients of the SDK ask for.
  const token = await tokenSource(credential, { enableCae: true })(scope, signal);
  if (!token.ok) return token;
  const id = claimed(token.value);
  return id === null ? failed({ kind: 'unavailable', reason: 'protocol', status: null }) : ok(id);
}

function claimed(token: string): string | null {
  try {
    const { oid } = decodeJwt(token);
    return typeof oid === 'string' ? parseGuid(oid) : null;
  } catch {
    return null;
  }
}
