import { checkServerIdentity, connect, type TLSSocket } from 'node:tls';
import { timedOut, within } from '../../azure/deadline.js';
import { trust } from '../../azure/handshake.js';
import type { Socket } from '../../azure/network.js';
import type { ProbeReport } from '../report.js';
import { plainIssuer } from '../values.js';

const HANDSHAKE_MS = 3_000;

type TlsSeen = NonNullable<ProbeReport['login']['tls']>;

export interface Secured {
  readonly seen: TlsSeen;
  /** Null unless the certificate is one to be trusted: nothing is asked over any other. */
  readonly socket: TLSSocket | null;
}

/** TLS with a certificate for exactly that host, judged by what this machine trusts. */
export async function secure(
  socket: Socket,
  host: string,
  extraCa: readonly string[],
  signal: AbortSignal,
): Promise<Secured> {
  const tls = connect({
    socket,
    servername: host,
    secureContext: trust(extraCa),
    // Said aloud: NODE_TLS_REJECT_UNAUTHORIZED changes only the default.
    rejectUnauthorized: true,
    checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
    ALPNProtocols: ['http/1.1'],
  });
  let issuer: string | null = null;
  // Before Node judges the certificate, which ends the connection where it is refused.
  tls.prependOnceListener('secure', () => {
    const { issuer: named } = tls.getPeerCertificate();
    issuer = plainIssuer([named?.O, named?.CN].flat().find((name) => name) ?? '');
  });
  // Errors may follow the one that decides, and a closed connection may still fail.
  tls.on('error', () => {});
  socket.on('error', () => {});
  const outcome = await within(HANDSHAKE_MS, signal, () => outcomeOf(tls));
  if (outcome === 'ok') return { seen: { result: 'ok', issuer }, socket: tls };
  tls.destroy();
  socket.destroy();
  return { seen: { result: outcome === timedOut ? 'timeout' : outcome, issuer }, socket: null };
}

function outcomeOf(tls: TLSSocket): Promise<TlsSeen['result']> {
  return new Promise((resolve) => {
    tls.once('secureConnect', () => resolve('ok'));
    tls.once('error', (error: NodeJS.ErrnoException) => resolve(results[error.code ?? ''] ?? 'other'));
    // Closed before anything was said: what filters by name does so.
    tls.once('close', () => resolve('reset'));
  });
}

/** Codes of Node and of OpenSSL's verification (Node: "X509 certificate error codes"). */
const results: Readonly<Record<string, TlsSeen['result']>> = {
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ERR_TLS_CERT_ALTNAME_INVALID: 'name-mismatch',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  CERT_CHAIN_TOO_LONG: 'untrusted',
  CERT_REJECTED: 'untrusted',
  CERT_REVOKED: 'untrusted',
  CERT_SIGNATURE_FAILURE: 'untrusted',
  CERT_UNTRUSTED: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  INVALID_CA: 'untrusted',
  INVALID_PURPOSE: 'untrusted',
  PATH_LENGTH_EXCEEDED: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
};
