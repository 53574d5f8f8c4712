import { z } from 'zod';
import type { EgressAgent } from '../agent.js';
import { type Answer, ok } from '../answer.js';
import type { Egress } from '../egress.js';
import { noAnswer, unavailable } from '../http-problem.js';
import { sendVia } from '../observed.js';
import { jsonAs } from './answers.js';

/** A public key of Entra; only what verifying needs is kept. */
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(200),
  n: z.string().max(2000),
  e: z.string().max(20),
  use: z.literal('sig').exactOptional(),
  /** Tenants that it may sign for, with `{tenantid}` for all. */
  issuer: z.string().max(300).exactOptional(),
});
export type SigningKey = z.infer<typeof rsaKey>;

const keySet = z.object({ keys: z.array(z.unknown()).max(100) });
const configuration = z.object({ issuer: z.url().max(300), jwks_uri: z.url().max(300) });

/** Who issues tokens, `{tenantid}` for the tenant where the endpoint serves several, and with which keys. */
export interface Issuer {
  readonly issuer: string;
  readonly keys: readonly SigningKey[];
}

export interface IssuerKeys {
  /**
   * From the cache where it is fresh.
   *
   * @param missing id of a key that the cache lacks: asked for again, though not more often than every minute
   */
  get(missing: string | null, signal: AbortSignal): Promise<Answer<Issuer>>;
}

const DAY = 24 * 60 * 60_000;
/** Milliseconds between two fetches because of keys that nobody knows: whoever forges them must not make us ask. */
const PAUSE = 60_000;

interface Options {
  readonly egress: Egress;
  readonly agent: EgressAgent;
  /** Tenant id, or `organizations`. */
  readonly tenant: string;
  readonly now: () => Date;
}

/** Keys from the discovery document of the tenant (OpenID Connect Discovery §4), kept for a day as Microsoft advises. */
export function issuerKeys({ egress, agent, tenant, now }: Options): IssuerKeys {
  let kept: { readonly issuer: Issuer; readonly at: number } | null = null;
  let running: Promise<Answer<Issuer>> | null = null;

  async function json<T>(url: URL, shape: z.ZodType<T>, signal: AbortSignal): Promise<Answer<T>> {
    const { host, pathname: path, search } = url;
    const message = {
      host,
      method: 'GET',
      path: `${path}${search}`,
      headers: { accept: 'application/json' },
    } as const;
    const result = await sendVia(egress, agent, message, signal);
    if (result.kind !== 'answered') return noAnswer(result);
    const { status, body } = result.response;
    if (status !== 200) return unavailable(status >= 500 ? 'server-error' : 'protocol', status);
    const read = jsonAs(shape, body);
    return read === null ? unavailable('protocol', status) : ok(read);
  }

  async function fetchAll(signal: AbortSignal): Promise<Answer<Issuer>> {
    const found = await json(
      new URL(`${egress.cloud.authorityHost}/${tenant}/v2.0/.well-known/openid-configuration`),
      configuration,
      signal,
    );
    if (!found.ok) return found;
    const { issuer, jwks_uri } = found.value;
    const [home, source] = [new URL(issuer), new URL(jwks_uri)];
    // The guard would refuse the host too; a document that leads elsewhere is not one to believe the issuer of.
    const ours = [home, source].every(
      ({ protocol, host }) => protocol === 'https:' && egress.cloud.hosts.includes(host),
    );
    if (!ours) return unavailable('protocol');
    const set = await json(source, keySet, signal);
    if (!set.ok) return set;
    const keys = set.value.keys
      .map((key) => rsaKey.safeParse(key))
      .flatMap((it) => (it.success ? [it.data] : []));
    return ok({ issuer, keys });
  }

  /** All who wait share one fetch; its deadlines are those of the requests, not of whoever came first. */
  function refresh(): Promise<Answer<Issuer>> {
    running ??= fetchAll(AbortSignal.timeout(2 * egress.deadlines.http)).then((answer) => {
      running = null;
      if (answer.ok) kept = { issuer: answer.value, at: now().getTime() };
      return answer;
    });
    return running;
  }

  return {
    async get(missing, signal) {
      const age = kept === null ? Number.POSITIVE_INFINITY : now().getTime() - kept.at;
      const stale = age > DAY || (missing !== null && age >= PAUSE);
      if (kept !== null && !stale) return ok(kept.issuer);
      const stopped = new Promise<Answer<never>>((resolve) => {
        if (signal.aborted) resolve(unavailable('timeout'));
        else signal.addEventListener('abort', () => resolve(unavailable('timeout')), { once: true });
      });
      return Promise.race([refresh(), stopped]);
    },
  };
}
