import { Agent, type ClientRequestArgs } from 'node:http';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { CredentialSpec } from './credential.js';
import { deadlines, timedOut, within } from './deadline.js';
import type { Network } from './network.js';
import { NotConnected } from './not-connected.js';

/** The managed-identity endpoint of the machine: the only thing that the bot speaks plain HTTP with. */
export interface IdentityEndpoint {
  /** As it stands in URLs. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** The endpoint of a virtual machine; App Service and Container Apps tell theirs in `IDENTITY_ENDPOINT`. */
export const virtualMachineIdentity = 'http://169.254.169.254';

/** Reads the origin of a managed-identity endpoint; null unless it is an address, or this machine by name. */
export function parseIdentityEndpoint(url: string): IdentityEndpoint | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port } = new URL(url);
  const address = hostname === 'localhost' ? '127.0.0.1' : hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'http:' || isIP(address) === 0) return null;
  return { host: hostname, address, port: port === '' ? 80 : Number(port) };
}

/**
 * Where this machine gives out tokens, if one of the identities is a managed one; null, and nothing may be asked without
 * TLS, where none is.
 *
 * @param env of the process: App Service and Container Apps tell the endpoint there
 */
export function identityEndpointFor(
  identities: readonly (CredentialSpec | null)[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): IdentityEndpoint | null {
  if (!identities.some((it) => it?.kind === 'managed-identity')) return null;
  return parseIdentityEndpoint(env['IDENTITY_ENDPOINT'] ?? virtualMachineIdentity);
}

/** Connects to that one endpoint, and to nothing else. */
export class IdentityEndpointAgent extends Agent {
  readonly #network: Network;
  readonly #endpoint: IdentityEndpoint | null;

  constructor(network: Network, endpoint: IdentityEndpoint | null) {
    super();
    this.#network = network;
    this.#endpoint = endpoint;
  }

  override createConnection(
    { host, port }: ClientRequestArgs,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    // Node ignores the stream where there is an error; its type does not say so.
    const done = callback as ((error: Error | null, stream?: Duplex) => void) | undefined;
    this.#open(`${host}:${port ?? 80}`).then(
      (stream) => done?.(null, stream),
      (error) => done?.(error),
    );
  }

  async #open(asked: string): Promise<Duplex> {
    const dns = { kind: 'failed', reason: 'refused' } as const;
    const endpoint = this.#endpoint;
    if (endpoint === null || asked !== `${endpoint.host}:${endpoint.port}`) {
      throw new NotConnected({ kind: 'guard', dns });
    }
    const stream = await within(
      deadlines.tcp,
      new AbortController().signal,
      (signal) => this.#network.connect(endpoint.address, endpoint.port, signal),
      (late) => late.destroy(),
    );
    if (stream === timedOut) throw new NotConnected({ kind: 'tcp', dns, failure: 'timeout' });
    return stream;
  }
}
