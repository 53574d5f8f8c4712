import {
  checkServerIdentity,
  connect,
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { timedOut, within } from './deadline.js';
import type { Socket } from './network.js';
import type { Reach } from './ports.js';

export type TlsFailure = Exclude<NonNullable<Reach['tls']>, 'trusted'>;

/** `issuer`: who issued the certificate that was met; null where none was, or its name is not fit to be shown. */
export type Shaken = { readonly issuer: string | null } & (
  | { readonly ok: true; readonly socket: TLSSocket }
  | { readonly ok: false; readonly failure: TlsFailure }
);

/**
 * Trust in Node's own list of authorities and the operator's. Naming them shuts out those that the environment
 * (`NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE`) or the command line would add (security T08, T11).
 *
 * @throws where a certificate of the operator's cannot be read
 */
export function trust(extraCa: readonly string[]): SecureContext {
  const key = extraCa.join('\n');
  const context =
    contexts.get(key) ??
    createSecureContext({ ca: [...rootCertificates, ...extraCa], minVersion: 'TLSv1.2' });
  contexts.set(key, context);
  return context;
}

/** Reading Node's list takes 30 ms, and each vantage has an egress of its own. */
const contexts = new Map<string, SecureContext>();

/** TLS with a certificate for exactly that host. Closes the connection where it fails. */
export async function handshake(
  socket: Socket,
  host: string,
  secureContext: SecureContext,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Shaken> {
  const secure = connect({
    socket,
    servername: host,
    secureContext,
    // Said aloud: NODE_TLS_REJECT_UNAUTHORIZED changes only the default.
    rejectUnauthorized: true,
    checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
    ALPNProtocols: ['http/1.1'],
  });
  let issuer: string | null = null;
  // Before Node judges the certificate, which ends the connection where it is refused.
  secure.prependOnceListener('secure', () => {
    issuer = issuerOf(secure);
  });
  // Errors may follow the one that decides, and a closed connection may still fail.
  secure.on('error', () => {});
  socket.on('error', () => {});
  const outcome = await within(milliseconds, signal, () => outcomeOf(secure));
  if (outcome === 'trusted') return { ok: true, socket: secure, issuer };
  secure.destroy();
  socket.destroy();
  return { ok: false, failure: outcome === timedOut ? 'timeout' : outcome, issuer };
}

function outcomeOf(secure: TLSSocket): Promise<'trusted' | TlsFailure> {
  return new Promise((resolve) => {
    secure.once('secureConnect', () => resolve('trusted'));
    secure.once('error', (error: NodeJS.ErrnoException) => resolve(failureOf(error.code)));
    secure.once('close', () => resolve('failed'));
  });
}

/** Organisation, else common name, of the issuer: what tells a proxy that opens TLS. Plain words only, it is shown. */
function issuerOf(secure: TLSSocket): string | null {
  const { issuer } = secure.getPeerCertificate();
  const names = [issuer?.O, issuer?.CN].flat();
  return names.find((name) => name !== undefined && isShowable.test(name)) ?? null;
}

const isShowable = /^[\p{L}\p{N}][\p{L}\p{N} .,&'()-]{0,59}$/u;

/** Codes of OpenSSL's verification (Node: "X509 certificate error codes") that mean an unknown or unfit issuer. */
const untrusted = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function failureOf(code: string | undefined): TlsFailure {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'wrong-name';
  if (code === 'CERT_HAS_EXPIRED') return 'expired';
  if (code === 'CERT_NOT_YET_VALID') return 'not-yet-valid';
  return code !== undefined && untrusted.has(code) ? 'untrusted' : 'failed';
}
