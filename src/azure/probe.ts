import { parseDataEndpoint } from '../diagnosis/facts/login-server.js';
import { parseRepository } from '../diagnosis/facts/repository.js';
import type { LoginServer } from '../diagnosis/reading.js';
import { failed, ok, type Problem } from './answer.js';
import { ownerOf } from './challenge.js';
import type { Egress, Opened } from './egress.js';
import type { HttpRequest, HttpResponse, HttpResult } from './http.js';
import { noAnswer, refusal, retryAfter, unavailable } from './http-problem.js';
import { hasPrivateEndpoint, type Inventory } from './inventory.js';
import { judgedHttp, judgedWay } from './judged.js';
import { sendOn } from './observed.js';
import type { Challenge, RegistryProbe, Way } from './ports.js';
import { Refusal } from './refusal.js';
import { accessTokenOf, actionsOf } from './registry-bodies.js';

/** Looks at a registry as anybody may. Each call opens a connection of its own: it shows how things are now. */
export function createProbe(egress: Egress, inventory: Inventory): RegistryProbe {
  const open = (host: LoginServer, signal: AbortSignal) =>
    egress.open(host, (stop) => hasPrivateEndpoint(inventory, host, stop), signal);

  /** Opens a connection, and asks; or says why this host is not asked for now. */
  async function ask(request: HttpRequest & { readonly host: LoginServer }, signal: AbortSignal) {
    return unlessHeldBack(() =>
      egress.circuits.run(
        request.host,
        signal,
        async (): Promise<{ readonly opened: Opened; readonly result: HttpResult }> => {
          const opened = await open(request.host, signal);
          if (opened.kind !== 'open') return { opened, result: { kind: 'not-opened', opened } };
          const result = await sendOn(egress, opened.socket, request, signal);
          opened.socket.destroy();
          return { opened, result };
        },
        (asked) => judgedHttp(asked?.result ?? null, true),
      ),
    );
  }

  return {
    lookUp: egress.lookUp,

    async way(registry, host, signal) {
      // A name of somebody else may not borrow the registry's private endpoint.
      const own = parseDataEndpoint(host)?.loginServer === registry;
      const allowed = async (stop: AbortSignal) => own && hasPrivateEndpoint(inventory, registry, stop);
      const opened = await unlessHeldBack(() =>
        egress.circuits.run(
          host,
          signal,
          () => egress.open(host, allowed, signal),
          (it) => (it === null ? 'failed' : judgedWay(it, true)),
        ),
      );
      if (opened instanceof Refusal) return notAskedWay(opened.problem);
      if (opened.kind === 'open') opened.socket.destroy();
      return stepsOf(opened);
    },

    async reach(host, signal) {
      const began = performance.now();
      const asked = await ask({ host, method: 'GET', path: '/v2/' }, signal);
      const elapsed = () => performance.now() - began;
      if (asked instanceof Refusal) return { ...notAskedWay(asked.problem), http: null, elapsed: elapsed() };
      const { opened, result } = asked;
      return {
        ...stepsOf(opened),
        http: opened.kind === 'open' ? challengeOf(result, host) : null,
        elapsed: elapsed(),
      };
    },

    async anonymousToken(host, repository, signal) {
      if (parseRepository(repository) === null) return unavailable('guard');
      const query = new URLSearchParams({ service: host, scope: `repository:${repository}:pull` });
      const asked = await ask({ host, method: 'GET', path: `/oauth2/token?${query}` }, signal);
      if (asked instanceof Refusal) return failed(asked.problem);
      const { result } = asked;
      if (result.kind !== 'answered') return noAnswer(result);
      const { status, body } = result.response;
      if (status === 401) return ok(false);
      if (status !== 200) return failed(refusal(result.response, 'pull'));
      const actions = actionsOf(accessTokenOf(body) ?? '', repository);
      return actions === null ? unavailable('protocol', status) : ok(actions.includes('pull'));
    },
  };
}

async function unlessHeldBack<T>(call: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function notAskedWay(problem: Problem): Way {
  return {
    dns: { kind: 'failed', reason: 'refused' },
    tcp: null,
    tls: null,
    issuer: null,
    notAsked: problem,
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
