import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import { parseRepository } from '../diagnosis/facts/repository.js';
import type { LoginServer } from '../diagnosis/reading.js';
import type { EgressAgent } from './agent.js';
import { type Answer, failed, ok } from './answer.js';
import { timedOut, within } from './deadline.js';
import type { Egress } from './egress.js';
import { noAnswer, refusal, unavailable } from './http-problem.js';
import type { Inventory } from './inventory.js';
import { sendVia } from './observed.js';
import { Refusal } from './refusal.js';
import { accessTokenOf, refreshTokenOf } from './registry-bodies.js';

/** Asks Entra for an access token; `scope` is that of the registry service in the cloud at hand. May throw `Refusal`. */
export type GetToken = (scope: string, signal: AbortSignal) => Promise<Answer<string>>;

interface Options {
  readonly egress: Egress;
  readonly agent: EgressAgent;
  readonly inventory: Inventory;
  readonly getToken: GetToken;
}

/** Tokens of a registry. They go back to the registry that issued them, and are not kept. */
export interface Tokens {
  refresh(host: LoginServer, signal: AbortSignal): Promise<Answer<string>>;
  access(
    host: LoginServer,
    repository: string,
    actions: readonly string[],
    signal: AbortSignal,
  ): Promise<Answer<string>>;
  /** A token for the list of repositories. */
  listing(host: LoginServer, signal: AbortSignal): Promise<Answer<string>>;
}

/** `pull`, `push`, `delete`, `metadata_read`, `metadata_write`. */
const action = /^[a-z_]{1,20}$/;

/**
 * An Entra token for the registry service is good at every registry of every tenant, so it is asked for, and sent,
 * only where the inventory knows the host (security T09, T10).
 */
export function createTokens({ egress, agent, inventory, getToken }: Options): Tokens {
  async function post(
    host: LoginServer,
    path: '/oauth2/exchange' | '/oauth2/token',
    fields: Record<string, string>,
    read: (body: string) => string | null,
    refused: string,
    signal: AbortSignal,
  ): Promise<Answer<string>> {
    const form = new URLSearchParams({ service: host, ...fields });
    const result = await sendVia(egress, agent, { host, method: 'POST', path, form }, signal);
    if (result.kind !== 'answered') return noAnswer(result);
    const { response } = result;
    // These endpoints are always there: a 404 is no statement about a repository.
    if (response.status === 404) return unavailable('protocol', 404);
    if (response.status !== 200) return failed(refusal(response, refused));
    const token = read(response.body);
    return token === null ? unavailable('protocol', 200) : ok(token);
  }

  const running = new Map<LoginServer, Promise<Answer<string>>>();

  /** Checks that ask at the same time, under the one signal of their run, share an exchange. */
  function refresh(host: LoginServer, signal: AbortSignal): Promise<Answer<string>> {
    const started = running.get(host) ?? exchange(host, signal).finally(() => running.delete(host));
    running.set(host, started);
    return started;
  }

  async function exchange(host: LoginServer, signal: AbortSignal): Promise<Answer<string>> {
    // The type says so already; a token is worth a second look.
    const isRegistry = parseLoginServer(host) === host;
    const known = isRegistry ? await inventory.find(host, signal).catch(() => null) : null;
    if (known === null) return unavailable('guard');
    // A credential of the SDK does not listen to the signal while its endpoint hangs.
    const token = await within(egress.deadlines.token, signal, async (stop) =>
      getToken(`${egress.cloud.acrAudience}/.default`, stop).catch(problemOfSignIn),
    );
    if (token === timedOut) return unavailable('timeout');
    if (!token.ok) return token;
    const fields = { grant_type: 'access_token', access_token: token.value };
    return post(host, '/oauth2/exchange', fields, refreshTokenOf, 'oauth2/exchange', signal);
  }

  async function scoped(
    host: LoginServer,
    scope: string,
    refused: string,
    signal: AbortSignal,
  ): Promise<Answer<string>> {
    const token = await refresh(host, signal);
    if (!token.ok) return token;
    const fields = { grant_type: 'refresh_token', scope, refresh_token: token.value };
    return post(host, '/oauth2/token', fields, accessTokenOf, refused, signal);
  }

  return {
    refresh,
    access: async (host, repository, actions, signal) =>
      parseRepository(repository) === null || !actions.every((it) => action.test(it))
        ? unavailable('guard')
        : scoped(host, `repository:${repository}:${actions.join(',')}`, actions.join(','), signal),
    listing: (host, signal) => scoped(host, 'registry:catalog:*', 'catalog', signal),
  };
}

function problemOfSignIn(error: unknown): Answer<never> {
  if (error instanceof Refusal) return failed(error.problem);
  const name = error instanceof Error ? error.name : '';
  return failed({ kind: 'signed-out', code: /^[A-Za-z]{1,60}$/.test(name) ? name : 'unknown' });
}
