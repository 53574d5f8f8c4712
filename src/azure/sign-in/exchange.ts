import { z } from 'zod';
import type { EgressAgent } from '../agent.js';
import type { Unavailable } from '../answer.js';
import type { Egress } from '../egress.js';
import { noAnswer } from '../http-problem.js';
import { sendVia } from '../observed.js';
import type { CodeToRedeem, Redeemed } from '../sign-in.js';
import { couldNotAsk, jsonAs } from './answers.js';

interface At {
  readonly egress: Egress;
  readonly agent: EgressAgent;
  /** Tenant in the path. */
  readonly segment: string;
  /** Client id and what proves it. */
  readonly fields: Readonly<Record<string, string>>;
}

export type Exchanged =
  | { readonly kind: 'token'; readonly idToken: string }
  | Extract<Redeemed, { kind: 'refused' | 'unavailable' }>;

const granted = z.object({ id_token: z.string().min(1).max(32_768) });
const refused = z.object({
  error: z.string().max(100),
  error_codes: z.array(z.int().positive()).max(20).optional(),
});

/** Exchanges a code at the token endpoint (Entra, "OAuth 2.0 authorization code flow"). Never throws. */
export async function exchangeCode(
  { egress, agent, segment, fields }: At,
  { code, verifier, redirectUri }: CodeToRedeem,
  signal: AbortSignal,
): Promise<Exchanged> {
  const form = new URLSearchParams({
    ...fields,
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope: 'openid profile',
  });
  const { host } = new URL(egress.cloud.authorityHost);
  const path = `/${segment}/oauth2/v2.0/token`;
  const headers = { accept: 'application/json' };
  const message = { host, method: 'POST', path, headers, form } as const;
  const result = await sendVia(egress, agent, message, signal, egress.deadlines.token);
  if (result.kind !== 'answered') {
    const none = noAnswer(result);
    return none.ok ? none.value : couldNotAsk(none.problem);
  }
  const { status, body } = result.response;
  if (status === 200) {
    const token = jsonAs(granted, body);
    return token === null ? unavailable('protocol') : { kind: 'token', idToken: token.id_token };
  }
  if (status === 429) return unavailable('throttled');
  if (status >= 500) return unavailable('server-error');
  const no = jsonAs(refused, body);
  if (no === null) return unavailable('protocol');
  // Documented as "The server is temporarily too busy to handle the request", with a status of 4xx too.
  if (no.error === 'temporarily_unavailable') return unavailable('server-error');
  return { kind: 'refused', code: no.error_codes?.[0] ?? null };
}

function unavailable(reason: Unavailable | 'throttled'): Exchanged {
  return { kind: 'unavailable', reason };
}
