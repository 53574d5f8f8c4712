import type { Duplex } from 'node:stream';

/**
 * The one way out of the process (DESIGN §3 "Network"). Everything that the bot sends, probes and Azure SDK alike,
 * resolves and connects through this port; the guard (`egress.ts`) stands in front of it. Production has one
 * implementation, the sandbox another: there is no branch for tests.
 */
export interface Network {
  /** Asks DNS for a name, once. Never throws; a deadline that passes is `failed`. */
  resolve(name: string, signal: AbortSignal): Promise<Resolution>;
  /**
   * Opens a TCP connection to an address that the guard has judged.
   *
   * @throws NodeJS.ErrnoException (`ECONNREFUSED`, `ETIMEDOUT`, `EHOSTUNREACH`, …), or an AbortError
   */
  connect(address: string, port: number, signal: AbortSignal): Promise<Socket>;
  /** Certificates (PEM) trusted beside those of Node: of the operator's proxy, or of the sandbox. */
  readonly extraCa: readonly string[];
}

/** What DNS says of a name. `not-found` is NXDOMAIN; `failed` is no answer, which says nothing about the name. */
export type Resolution =
  | {
      readonly kind: 'found';
      /** IPv4 and IPv6 addresses in the order given; may be empty where the name exists without addresses. */
      readonly addresses: readonly string[];
      /** The CNAME chain, in order, without the name itself. */
      readonly aliases: readonly string[];
    }
  | { readonly kind: 'not-found'; readonly aliases: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: 'timeout' | 'refused' | 'server-failure' };

/** A connected stream. */
export type Socket = Duplex;
