import { createHttpHeaders, type HttpClient, RestError } from '@azure/core-rest-pipeline';
import { arm } from '../../sandbox/arm/arm.js';
import { entra } from '../../sandbox/entra/entra.js';
import { managedIdentity } from '../../sandbox/entra/managed-identity.js';
import { graph } from '../../sandbox/graph/graph.js';
import { logs } from '../../sandbox/logs/logs.js';
import type { SandboxRequest, SandboxResponse, Service } from '../../sandbox/service.js';
import { vaultAt } from '../../sandbox/vault/hosts.js';
import { vaultService } from '../../sandbox/vault/vault.js';
import type { World } from '../../sandbox/world/world.js';

/** A request and its answer as they went over the wire. */
export interface Exchange {
  readonly request: SandboxRequest;
  readonly response: SandboxResponse;
}

/** The services of the sandbox as the transport of the SDK: nothing opens a socket. */
export interface InProcess extends HttpClient {
  readonly exchanges: readonly Exchange[];
  /** Calls of a host so far. */
  count(host: string): number;
}

const services: Readonly<Record<string, Service>> = {
  'login.microsoftonline.com': entra,
  // An authority that no SDK knows by itself.
  'login.sandbox.example': entra,
  'management.azure.com': arm,
  'graph.microsoft.com': graph,
  'api.loganalytics.io': logs,
  '169.254.169.254': managedIdentity,
  'localhost:4242': managedIdentity,
};

/** What comes before the services, for what they do not do by themselves. */
export type Before = (request: SandboxRequest, signal: AbortSignal) => Promise<SandboxResponse | undefined>;

export function inProcess(world: World | (() => World), before: Before = async () => undefined): InProcess {
  const exchanges: Exchange[] = [];
  const current = typeof world === 'function' ? world : () => world;
  return {
    exchanges,
    count: (host) => exchanges.filter(({ request }) => request.host === host).length,
    sendRequest: async (sent) => {
      const url = new URL(sent.url);
      const vault = vaultAt(url.host, current()) === null ? undefined : vaultService;
      const service = services[url.host] ?? vault;
      if (service === undefined) throw new RestError(url.host, { code: 'ENOTFOUND', request: sent });
      const request: SandboxRequest = {
        method: sent.method,
        host: url.host,
        path: url.pathname.replaceAll(/\/{2,}/g, '/'),
        query: url.searchParams,
        headers: sent.headers.toJSON(),
        body: typeof sent.body === 'string' ? sent.body : '',
        from: 'bot',
        address: '192.0.2.10',
      };
      const stop = new AbortController();
      sent.abortSignal?.addEventListener('abort', () => stop.abort());
      const early = await before(request, stop.signal);
      const response = early ?? (await service(request, current()));
      exchanges.push({ request, response });
      return {
        request: sent,
        status: response.status,
        headers: createHttpHeaders({ ...response.headers }),
        bodyAsText: response.body ?? '',
      };
    },
  };
}

/** Waits until the caller gives up. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(Object.assign(new Error('aborted'), { name: 'AbortError' }));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
}
