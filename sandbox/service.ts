import type { Fault, World } from './world/world.js';

/** A request as it reached a host of the world, over TLS on loopback. */
export interface SandboxRequest {
  readonly method: string;
  /** Real-looking host name of the request (`contoso.azurecr.io`), lower case. */
  readonly host: string;
  /** Path with its percent-encoding, without the query; slashes collapsed. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text; of what is not declared as text, each byte as one character. */
  readonly body: string;
  /** Whose network the connection came from, and the public address that the other side sees. */
  readonly from: Side;
  readonly address: string;
  /** What this call gets in place of an answer, as its world scripted it. */
  readonly fault?: Fault['http'];
}

/** Whose machine: faults and addresses of a world may differ between the two. */
export type Side = 'person' | 'bot';

export interface SandboxResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** In place of `body` where that is no text. */
  readonly bytes?: Uint8Array;
}

/** One simulated service. Pure but for the world's state; follows the documented service. */
export type Service = (request: SandboxRequest, world: World) => SandboxResponse | Promise<SandboxResponse>;
