import type { NotOpened } from './egress.js';

/** What the guard's refusal is called where only a code gets through (the SDK's RestError). */
export const GUARD_CODE = 'ERR_GUARD';

/** A connection that did not come about, as an error for those who want one: Node's HTTP and the Azure SDK. */
export class NotConnected extends Error {
  /** Node's own names for what happened, so that the SDK tries again what is worth it. */
  readonly code: string;
  readonly opened: NotOpened;

  constructor(opened: NotOpened) {
    const code = codeOf(opened);
    super(`not connected: ${code}`);
    this.name = 'NotConnected';
    this.code = code;
    this.opened = opened;
  }
}

const tcpCodes = { refused: 'ECONNREFUSED', timeout: 'ETIMEDOUT', unreachable: 'EHOSTUNREACH' } as const;

const tlsCodes = {
  untrusted: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'wrong-name': 'ERR_TLS_CERT_ALTNAME_INVALID',
  expired: 'CERT_HAS_EXPIRED',
  'not-yet-valid': 'CERT_NOT_YET_VALID',
  failed: 'EPROTO',
  timeout: 'ETIMEDOUT',
} as const;

function codeOf(opened: NotOpened): string {
  if (opened.kind === 'guard') return GUARD_CODE;
  if (opened.kind === 'tcp') return tcpCodes[opened.failure];
  if (opened.kind === 'tls') return tlsCodes[opened.failure];
  return opened.dns.kind === 'failed' ? 'ESERVFAIL' : 'ENOTFOUND';
}
