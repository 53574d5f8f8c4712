import type { ProbeAnswer, ProbeDns, ProbeReport } from './report.js';
import { parseAddress, plainIssuer } from './values.js';

/**
 * What the words of nslookup, getent, curl and wget mean that a snippet prints (`snippets/posix.ts`), in order. They
 * are as pasted: what becomes of them goes through the schema of reports like every other line.
 */
export function meaningOf(hosts: readonly string[], saw: readonly string[], at: string | null): ShellMeaning {
  const lower = saw.map((word) => word.toLowerCase());
  const has = (pattern: RegExp) => lower.some((word) => pattern.test(word));
  const http = httpOf(lower);
  // A time that is up before names are told is that of the name service.
  const tooLate = lower.some(
    (word, index) => /^timed? ?out$/.test(word) && lower[index + 1] !== 'no servers',
  );
  const refusedByProxy = has(/^tunnel failed$|^from proxy$/);
  const connected = http !== null || has(/^connected$|^established$/) || has(/^tunnel established$/);
  const tcp = refusedByProxy
    ? 'proxy-refused'
    : connected
      ? 'ok'
      : has(/^refused$/)
        ? 'refused'
        : tooLate
          ? 'timeout'
          : has(/^unreachable$|^no route$/)
            ? 'unreachable'
            : null;
  const distrust = distrustOf(has);
  const judged = tcp === 'ok' && !has(/^not implemented$/);
  const result = distrust ?? (http !== null || has(/^verify ok$/) ? 'ok' : endOf(has, tooLate));
  // What came over a connection that is not to be trusted is nobody's word.
  const trusted = distrust === null ? http : null;
  return {
    dns: dnsOf(saw),
    lookup: lookedUp(hosts, has),
    tcp,
    tls: judged ? { result, issuer: issuerOf(saw) } : null,
    v2: trusted,
    clockAhead: trusted === null ? null : aheadOf(saw, at),
  };
}

type Way = ProbeReport['login'];
export type ShellMeaning = Way & { readonly clockAhead: number | null };

/** Without getent, curl and wget say at least that a name leads nowhere. */
function lookedUp(hosts: readonly string[], has: (pattern: RegExp) => boolean): ProbeAnswer | null {
  if (hosts.length > 0) return { kind: 'found', addresses: [...hosts] };
  return has(/^bad address$|^resolve$/) ? { kind: 'failed', reason: 'other' } : null;
}

function distrustOf(has: (pattern: RegExp) => boolean) {
  if (has(/^expired$|^not yet$/)) return 'expired';
  if (has(/^alternative$|^t match$/)) return 'name-mismatch';
  return has(/^local.* issuer$|^not trusted$|^self.signed$/) ? 'untrusted' : null;
}

function endOf(has: (pattern: RegExp) => boolean, tooLate: boolean) {
  if (has(/^reset$|^eof$|^syscall$/)) return 'reset';
  return tooLate ? 'timeout' : 'other';
}

/** The last answer: those before are of a proxy, which a tunnel ends. */
function httpOf(lower: readonly string[]): Way['v2'] {
  const tunnel = lower.findLastIndex((word) => /^tunnel |^to connect$/.test(word));
  const own = lower.slice(tunnel + 1);
  const status = own.findLast((word) => word.startsWith('http/'))?.slice(-3);
  if (status === undefined) return null;
  const realm = own.find((word) => word.startsWith('realm='))?.replace(/^realm= ?/, '');
  return { status: Number(status), realm: realm ?? null };
}

/**
 * nslookup tells the name server first. Its address has a port, or a tab before it, which no snippet takes in; only where
 * the server goes by a name, the first address is its own.
 */
function dnsOf(saw: readonly string[]): ProbeDns | null {
  const after = (key: RegExp) =>
    saw.filter((word) => key.test(word)).map((word) => word.split(' ').at(-1) ?? '');
  const [server] = after(/^server: /i);
  const all = after(/^address: /i).filter((it) => !/#\d+$|\d:53$/.test(it));
  const named = server !== undefined && parseAddress(server) === null;
  const answer = answerOf(named ? all.slice(1) : all, saw);
  if (answer === null) return null;
  const cname = after(/^canonical name = /i).map((name) => name.toLowerCase().replace(/\.$/, ''));
  return {
    resolver: parseAddress((named ? all[0] : server) ?? ''),
    cname: [...new Set(cname)],
    answer,
  };
}

function answerOf(addresses: readonly string[], saw: readonly string[]): ProbeAnswer | null {
  const known = addresses.map(parseAddress).filter((it) => it !== null);
  if (known.length > 0) return { kind: 'found', addresses: [...new Set(known)] };
  const lower = saw.map((word) => word.toLowerCase());
  if (lower.includes('nxdomain')) return { kind: 'failed', reason: 'nxdomain' };
  if (lower.includes('servfail')) return { kind: 'failed', reason: 'servfail' };
  return lower.includes('no servers') ? { kind: 'failed', reason: 'timeout' } : null;
}

/** Organisation, else common name, of the issuer, as OpenSSL and GnuTLS write names. */
function issuerOf(saw: readonly string[]): string | null {
  const name = saw.findLast((word) => /^issue(?:r:|d by) /i.test(word));
  const parts = (name ?? '').replace(/^issue(?:r:|d by) /i, '').split(/[;,]/);
  const partOf = (key: string) => {
    const part = parts.map((it) => it.trim().split('=')).find(([it]) => it?.trim() === key);
    return part?.slice(1).join('=');
  };
  return plainIssuer(partOf('O') ?? partOf('CN') ?? '');
}

function aheadOf(saw: readonly string[], at: string | null): number | null {
  const date = Date.parse(saw.findLast((word) => /^date: /i.test(word))?.slice(6) ?? '');
  const here = Date.parse(at ?? '');
  return Number.isNaN(date) || Number.isNaN(here) ? null : Math.round((here - date) / 1000);
}
