import type { Duplex } from 'node:stream';
import type { Environment } from '../../config/settings.js';

/** A proxy that the clients of this machine would go through. It never leaves the collector: reports say only that. */
export interface ProxyAddress {
  readonly host: string;
  readonly port: number;
}

export interface ProxyFound {
  readonly set: boolean;
  readonly excepted: boolean;
  /** The way to take; `unusable` where a probe cannot go it, as one that needs a password. */
  readonly way: ProxyAddress | 'direct' | 'unusable';
}

/** What the environment's variables say about a host: the names that curl, Go and Python read. */
export function proxyFor(host: string, env: Environment): ProxyFound {
  const said = env['https_proxy'] || env['HTTPS_PROXY'] || env['all_proxy'] || env['ALL_PROXY'] || '';
  const excepted = covers(env['no_proxy'] || env['NO_PROXY'] || '', host);
  const set = said !== '';
  return { set, excepted, way: !set || excepted ? 'direct' : wayOf(said) };
}

function wayOf(said: string): ProxyAddress | 'unusable' {
  const text = said.includes('://') ? said : `http://${said}`;
  if (!URL.canParse(text)) return 'unusable';
  const { protocol, hostname, port, username, password } = new URL(text);
  // A password is none of the probe's business, and without it the proxy's refusal would say nothing.
  if (protocol !== 'http:' || username !== '' || password !== '') return 'unusable';
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
}

/** Entries are names with everything below them; a port, a leading dot and `*.` do not count. */
function covers(exceptions: string, host: string): boolean {
  return exceptions
    .slice(0, 10_000)
    .toLowerCase()
    .split(/[\s,]+/)
    .map((entry) => entry.replace(/:\d+$/, '').replace(/^\*?\./, ''))
    .some((entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))));
}

/** Bytes of a proxy's answer. */
const LARGEST_ANSWER = 8 * 1024;

/**
 * Has a proxy open the way to a host's port 443. True once the stream leads there; false where the proxy refuses, says
 * something else or goes away.
 */
export function tunnel(stream: Duplex, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = '';
    const end = (open: boolean) => {
      stream.off('readable', read);
      for (const event of ['end', 'error', 'close'] as const) stream.off(event, refused);
      resolve(open);
    };
    const refused = () => end(false);
    const read = () => {
      // Byte by byte, so that nothing is taken of what follows the head.
      for (let byte = stream.read(1); byte !== null; byte = stream.read(1)) {
        answer += String(byte);
        if (answer.endsWith('\r\n\r\n')) return end(/^HTTP\/1\.[01] 200\b/.test(answer));
        if (answer.length > LARGEST_ANSWER) return end(false);
      }
    };
    stream.on('readable', read);
    for (const event of ['end', 'error', 'close'] as const) stream.on(event, refused);
    stream.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`);
  });
}
