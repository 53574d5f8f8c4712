import type { TokenCredential } from '@azure/identity';
import { failed, ok } from './answer.js';
import { problemOf } from './errors.js';
import type { GetToken } from './registry-tokens.js';
import { type Ask, unlessAborted } from './run-cache.js';

/** Tokens of the identity for the registry's own service. The credential keeps them while they are good. */
export function tokenSource(credential: TokenCredential): GetToken {
  const ask: Ask<string, string> = async (scope) => {
    try {
      const token = await credential.getToken(scope);
      return token === null ? failed({ kind: 'signed-out', code: 'no-token' }) : ok(token.token);
    } catch (error) {
      return failed(problemOf(error, scope));
    }
  };
  return (scope, signal) => unlessAborted(ask(scope, signal), signal);
}
