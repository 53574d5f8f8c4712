import type { TLSSocket } from 'node:tls';
import type { AddressRange } from './address-ranges.js';
import { type Circuits, createCircuits } from './circuits.js';
import type { CloudProfile } from './clouds.js';
import { type Counting, notCounted } from './counting.js';
import { type Deadlines, deadlines as defaults, timedOut, within } from './deadline.js';
import { dial, type TcpFailure } from './dial.js';
import { judgeAddress, judgeHost } from './guard.js';
import { handshake, type TlsFailure, trust } from './handshake.js';
import type { Network, Resolution } from './network.js';

/**
 * The guarded way out: one look-up, all its answers judged, a connection to one of them on port 443, and TLS with
 * a certificate of exactly that host (DESIGN §4 rule 2). Knows no proxy: sockets are its own.
 */
export interface Egress {
  readonly cloud: CloudProfile;
  readonly deadlines: Deadlines;
  /** How what is sent this way is counted and traced. */
  readonly counting: Counting;
  /** Which hosts are asked for now. */
  readonly circuits: Circuits;
  /** A look-up without a connection; `refused` for a host that the guard does not know. */
  lookUp(host: string, signal: AbortSignal): Promise<Resolution>;
  /** Never throws. The caller destroys the socket. */
  open(host: string, privateAllowed: PrivateAllowed, signal: AbortSignal): Promise<Opened>;
}

/**
 * Whether a host may have private addresses: only a registry of the inventory with a private endpoint. Asked only
 * where DNS gives one.
 */
export type PrivateAllowed = (signal: AbortSignal) => Promise<boolean>;

export type Opened =
  | {
      readonly kind: 'open';
      readonly dns: Resolution;
      readonly socket: TLSSocket;
      /** Who issued the certificate; null where its name is not fit to be shown. */
      readonly issuer: string | null;
    }
  | NotOpened;

/** How far it came. `dns` also covers a name without addresses. */
export type NotOpened = { readonly dns: Resolution } & (
  | { readonly kind: 'dns' }
  | { readonly kind: 'guard' }
  | { readonly kind: 'tcp'; readonly failure: TcpFailure }
  | { readonly kind: 'tls'; readonly failure: TlsFailure; readonly issuer: string | null }
);

export interface EgressOptions {
  readonly network: Network;
  readonly cloud: CloudProfile;
  readonly extraDenied?: readonly AddressRange[];
  readonly deadlines?: Deadlines;
  readonly counting?: Counting | undefined;
  /** Of the whole process; its own where it is left out. */
  readonly circuits?: Circuits | undefined;
}

const notAsked: Resolution = { kind: 'failed', reason: 'refused' };
const noAnswer: Resolution = { kind: 'failed', reason: 'timeout' };

/** @throws where a certificate of `network.extraCa` cannot be read */
export function createEgress({
  network,
  cloud,
  extraDenied = [],
  deadlines = defaults,
  counting = notCounted,
  circuits = createCircuits(cloud),
}: EgressOptions): Egress {
  const context = trust(network.extraCa);

  async function lookUp(host: string, signal: AbortSignal): Promise<Resolution> {
    if (judgeHost(host, cloud) === null) return notAsked;
    const answer = await within(deadlines.dns, signal, (stop) => network.resolve(host, stop));
    return answer === timedOut ? noAnswer : answer;
  }

  async function allAllowed(
    addresses: readonly string[],
    privateAllowed: PrivateAllowed,
    signal: AbortSignal,
  ): Promise<boolean> {
    const kinds = addresses.map(
      (address) => judgeAddress(address, { privateAllowed: true, extraDenied }).kind,
    );
    if (kinds.includes('denied')) return false;
    if (!kinds.includes('private')) return true;
    return (await within(deadlines.http, signal, privateAllowed)) === true;
  }

  return {
    cloud,
    deadlines,
    counting,
    circuits,
    lookUp,
    async open(host, privateAllowed, signal) {
      if (judgeHost(host, cloud) === null) return { kind: 'guard', dns: notAsked };
      const dns = await lookUp(host, signal);
      if (dns.kind !== 'found' || dns.addresses.length === 0) return { kind: 'dns', dns };
      if (!(await allAllowed(dns.addresses, privateAllowed, signal))) return { kind: 'guard', dns };
      const dialled = await dial(network, dns.addresses, deadlines.tcp, signal);
      if (!dialled.ok) return { kind: 'tcp', dns, failure: dialled.failure };
      const shaken = await handshake(dialled.socket, host, context, deadlines.tls, signal);
      const { issuer } = shaken;
      if (!shaken.ok) return { kind: 'tls', dns, failure: shaken.failure, issuer };
      return { kind: 'open', dns, socket: shaken.socket, issuer };
    },
  };
}
