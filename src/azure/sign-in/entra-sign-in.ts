import { cloudAgent } from '../agent.js';
import type { Egress } from '../egress.js';
import type { Assurance, CodeToRedeem, Redeemed, SignInService } from '../sign-in.js';
import { couldNotAsk } from './answers.js';
import type { ClientProof } from './client-proof.js';
import { exchangeCode } from './exchange.js';
import { keyIdOf, verifyIdToken } from './id-token.js';
import { issuerKeys } from './keys.js';

export interface EntraSignInConfig {
  readonly egress: Egress;
  /** Tenant of the application, a GUID in lower case. */
  readonly tenant: string;
  /** Further tenants whose people may sign in: the application must be registered for several. */
  readonly allowedTenants?: readonly string[];
  readonly clientId: string;
  readonly proof: ClientProof;
  readonly now: () => Date;
  /** Origin at which browsers find the sign-in page, where it is another than for this process. */
  readonly browserAuthority?: string;
}

/** Sign-in of people with Microsoft Entra ID; every packet goes through the guard. */
export function createEntraSignIn(config: EntraSignInConfig): SignInService {
  const { egress, tenant, allowedTenants = [], clientId, proof, now } = config;
  const tenants = [...new Set([tenant, ...allowedTenants])];
  const segment = tenants.length === 1 ? tenant : 'organizations';
  const agent = cloudAgent(egress);
  const issuer = issuerKeys({ egress, agent, tenant: segment, now });
  const authority = new URL(config.browserAuthority ?? egress.cloud.authorityHost).origin;

  async function redeem(code: CodeToRedeem, signal: AbortSignal): Promise<Redeemed> {
    // First what needs no code: one that is exchanged for a token nobody can verify is lost.
    const before = await issuer.get(null, signal);
    if (!before.ok) return couldNotAsk(before.problem);
    const proven = await proof(signal);
    if (!proven.ok) return couldNotAsk(proven.problem);
    const fields = { client_id: clientId, ...proven.value };
    const exchanged = await exchangeCode({ egress, agent, segment, fields }, code, signal);
    if (exchanged.kind !== 'token') return exchanged;
    const { idToken } = exchanged;
    const kid = keyIdOf(idToken);
    const known = kid === null || before.value.keys.some((key) => key.kid === kid);
    const keys = known ? before : await issuer.get(kid, signal);
    if (!keys.ok) return couldNotAsk(keys.problem);
    return verifyIdToken(idToken, keys.value, {
      ...{ clientId, tenants, nonce: code.nonce, now: now() },
      assurance: code.assurance,
    });
  }

  return {
    authority,
    authorizeUrl({ state, nonce, challenge, redirectUri, assurance }) {
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        response_mode: 'query',
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        // People have several accounts, and the one that is signed in may not be the one that they mean.
        prompt: assurance?.renew === true ? 'login' : 'select_account',
        ...assuring(assurance),
      });
      return `${authority}/${segment}/oauth2/v2.0/authorize?${query}`;
    },
    redeem,
  };
}

/**
 * `max_age` (OpenID Connect Core §3.1.2.1), which Entra heeds without documenting it, and an authentication context
 * (Entra, "Developer guide to Conditional Access authentication context").
 */
function assuring(assurance: Assurance | null): Readonly<Record<string, string>> {
  if (assurance === null) return {};
  const { maxAge, context } = assurance;
  const claims = { id_token: { acrs: { essential: true, value: context } } };
  return { max_age: String(maxAge), ...(context !== null && { claims: JSON.stringify(claims) }) };
}
