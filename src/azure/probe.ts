import { parseDataEndpoint } from '../diagnosis/facts/login-server.js';
import { parseRepository } from '../diagnosis/facts/repository.js';
import type { LoginServer } from '../diagnosis/reading.js';
import { failed, ok } from './answer.js';
import { ownerOf } from './challenge.js';
import type { Egress, Opened } from './egress.js';
import type { HttpRequest, HttpResponse, HttpResult } from './http.js';
import { noAnswer, refusal, retryAfter, unavailable } from './http-problem.js';
import { hasPrivateEndpoint, type Inventory } from './inventory.js';
import { sendVia } from './observed.js';
import type { Challenge, RegistryProbe, Way } from './ports.js';
import { accessTokenOf, actionsOf } from './registry-bodies.js';

/** Looks at a registry as anybody may. Each call opens a connection of its own: it shows how things are now. */
export function createProbe(egress: Egress, inventory: Inventory): RegistryProbe {
  const open = (host: LoginServer, signal: AbortSignal) =>
    egress.open(host, (stop) => hasPrivateEndpoint(inventory, host, stop), signal);

  async function ask(opened: Opened, request: HttpRequest, signal: AbortSignal): Promise<HttpResult> {
    if (opened.kind !== 'open') return { kind: 'not-opened', opened };
    const result = await sendVia(egress, opened.socket, request, signal);
    opened.socket.destroy();
    return result;
  }

  return {
    lookUp: egress.lookUp,

    async way(registry, host, signal) {
      // A name of somebody else may not borrow the registry's private endpoint.
      const own = parseDataEndpoint(host)?.loginServer === registry;
      const allowed = async (stop: AbortSignal) => own && hasPrivateEndpoint(inventory, registry, stop);
      const opened = await egress.open(host, allowed, signal);
      if (opened.kind === 'open') opened.socket.destroy();
      return stepsOf(opened);
    },

    async reach(host, signal) {
      const began = performance.now();
      const opened = await open(host, signal);
      const result = await ask(opened, { host, method: 'GET', path: '/v2/' }, signal);
      return {
        ...stepsOf(opened),
        http: opened.kind === 'open' ? challengeOf(result, host) : null,
        elapsed: performance.now() - began,
      };
    },

    async anonymousToken(host, repository, signal) {
      if (parseRepository(repository) === null) return unavailable('guard');
      const query = new URLSearchParams({ service: host, scope: `repository:${repository}:pull` });
      const opened = await open(host, signal);
      const result = await ask(opened, { host, method: 'GET', path: `/oauth2/token?${query}` }, signal);
      if (result.kind !== 'answered') return noAnswer(result);
      const { status, body } = result.response;
      if (status === 401) return ok(false);
      if (status !== 200) return failed(refusal(result.response, 'pull'));
      const actions = actionsOf(accessTokenOf(body) ?? '', repository);
      return actions === null ? unavailable('protocol', status) : ok(actions.includes('pull'));
    },
  };
}

function stepsOf(opened: Opened): Way {
  const { dns } = opened;
  switch (opened.kind) {
    case 'open':
      return { dns, tcp: 'connected', tls: 'trusted', issuer: opened.issuer };
    case 'tls':
      return { dns, tcp: 'connected', tls: opened.failure, issuer: opened.issuer };
    case 'tcp':
      return { dns, tcp: opened.failure, tls: null, issuer: null };
    case 'guard':
      return { dns, tcp: 'guard', tls: null, issuer: null };
    case 'dns':
      return { dns, tcp: null, tls: null, issuer: null };
  }
}

function challengeOf(result: HttpResult, host: LoginServer): Challenge {
  if (result.kind === 'timeout') return { kind: 'timeout' };
  return result.kind === 'answered' ? judge(result.response, host) : { kind: 'broken' };
}

/** A redirect is told, never followed; a realm is compared, never asked (security T06, T07). */
function judge(response: HttpResponse, host: LoginServer): Challenge {
  const { status, headers } = response;
  if (status === 403) return { kind: 'forbidden' };
  if (status === 429) return { kind: 'throttled', retryAfterSeconds: retryAfter(response) };
  if (status >= 500) return { kind: 'server-error', status };
  if (status >= 300 && status < 400) return { kind: 'redirect', status };
  if (status !== 401) return { kind: 'no-challenge', status };
  const owner = ownerOf(headers['www-authenticate'], host);
  if (owner === 'own') return { kind: 'challenged' };
  return owner === 'foreign' ? { kind: 'foreign-realm' } : { kind: 'no-challenge', status };
}
