import type { GetTokenOptions, TokenCredential } from '@azure/identity';
import { failed, ok } from './answer.js';
import { problemOf } from './errors.js';
import type { GetToken } from './registry-tokens.js';
import { type Ask, unlessAborted } from './run-cache.js';

/** Tokens of the identity, by their scope. The credential keeps them while they are good. */
export function tokenSource(credential: TokenCredential, options: GetTokenOptions = {}): GetToken {
  const ask: Ask<string, string> = async (scope) => {
    try {
      const token = await credential.getToken(scope, options);
      return token === null ? failed({ kind: 'signed-out', code: 'no-token' }) : ok(token.token);
    } catch (error) {
      return failed(problemOf(error, scope));
    }
  };
  return (scope, signal) => unlessAborted(ask(scope, signal), signal);
}
