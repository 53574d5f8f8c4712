import { type Answer, ok } from '../answer.js';

/**
 * Fields of a token request by which the application proves to be itself. A certificate or a federated credential would
 * give `client_assertion` and `client_assertion_type` here.
 */
export type ClientProof = (signal: AbortSignal) => Promise<Answer<Readonly<Record<string, string>>>>;

export function secretProof(secret: string): ClientProof {
  return async () => ok({ client_secret: secret });
}
