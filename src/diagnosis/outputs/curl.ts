import { parseLoginServer } from '../facts/login-server.js';
import type { LoginServer } from '../reading.js';
import { resolved } from './dns.js';
import { allMatches, firstMatch } from './lines.js';
import { type Observation, type Output, outputOf, saw } from './output.js';

/** `curl -v https://REGISTRY/v2/`. Reply marks of chats take the `>` of what was sent off. */
const curlForms = {
  verbose: /^\* (?:Host |Trying | {1,3}Trying |Connected to |Could not resolve|Failed to connect|Uses proxy)/,
  hosts: [
    /^(?:> )?[Hh]ost: ([A-Za-z0-9.-]{1,160})$/,
    /^\* Host ([A-Za-z0-9.-]{1,160}):443 was resolved\.$/,
    /^\* Connected to ([A-Za-z0-9.-]{1,160}) \(/,
    /^(?:\* |curl: \(6\) )Could not resolve host: ([A-Za-z0-9.-]{1,160})$/,
    /^(?:\* |curl: \((?:7|28)\) )Failed to connect to ([A-Za-z0-9.-]{1,160}) port 443\b/,
  ],
  connected: /^\* Connected to ([A-Za-z0-9.-]{1,160}) \(([0-9A-Fa-f.:]{2,45})\) port 443\b/,
  trying: /^\* {1,4}Trying \[?([0-9A-Fa-f.:]{2,45}?)\]?:443\.{3}$/,
  proxy: /^\* (?:Uses proxy|Establish HTTP proxy tunnel|CONNECT tunnel|CONNECT phase)/,
  secure: /^\* SSL connection using /,
  issuer: /^\* {1,4}issuer: (.{1,300})$/,
  request: /^(?:> )?GET \/v2\/ HTTP\/[0-9.]{1,3}$/,
  status: /^< HTTP\/[0-9.]{1,3} (\d{3})(?: |$)/,
  realm: /^< www-authenticate: Bearer realm="https:\/\/([A-Za-z0-9.-]{1,160})\//i,
  failed: /^curl: \((\d{1,2})\) (.{0,200})$/,
  anyway: /^\* {1,4}SSL certificate verify result: .{1,120}, continuing anyway\.$/,
} as const;

/** Reads what curl saw of a registry; null where it saw none, or printed nothing of it. */
export function readCurl(lines: readonly string[]): Output | null {
  if (firstMatch(lines, curlForms.verbose) === null) return null;
  const about = curlForms.hosts
    .map((form) => parseLoginServer(firstMatch(lines, form)?.[1] ?? ''))
    .find((it) => it !== null);
  if (about === undefined) return null;
  const seen = [nameOf(lines, about), ...answerOf(lines, about)].filter((it) => it !== null);
  return seen.length === 0 ? null : outputOf('curl', { about, seen });
}

/** Behind a proxy the address is the proxy's. */
function nameOf(lines: readonly string[], about: LoginServer): Observation | null {
  if (firstMatch(lines, curlForms.proxy) !== null) return null;
  const met = firstMatch(lines, curlForms.connected);
  if (met !== null) return met[1]?.toLowerCase() === about ? resolved([met[2] ?? '']) : null;
  return resolved(allMatches(lines, curlForms.trying).map(([, address = '']) => address));
}

function answerOf(lines: readonly string[], about: LoginServer): readonly Observation[] {
  const issuer = issuerIn(lines);
  const told = issuer === null ? {} : { issuer };
  if (firstMatch(lines, curlForms.anyway) !== null) return [saw('connection', 'tls-error', told)];
  const status = statusIn(lines);
  if (status !== null) {
    const connects = saw('connection', 'connects', told);
    if (status === 403) return [connects, saw('challenge', 'forbidden')];
    const realm = firstMatch(lines, curlForms.realm)?.[1]?.toLowerCase();
    return status === 401 && realm === about ? [connects, saw('challenge', 'challenged')] : [connects];
  }
  const [, code = '', why = ''] = firstMatch(lines, curlForms.failed) ?? [];
  const noAnswer = saw('challenge', 'no-answer');
  const cut = /reset by peer|timed? ?out|timeout/i.test(why);
  if (code === '6') return [noAnswer];
  if (code === '7' || code === '28' || (code === '35' && cut))
    return [saw('connection', 'refused-or-timeout'), noAnswer];
  return ['35', '51', '60', '77'].includes(code) ? [saw('connection', 'tls-error', told)] : [];
}

/** The answer to the request that went over TLS: what came before is a proxy's. */
function statusIn(lines: readonly string[]): number | null {
  const secure = lines.findIndex((line) => curlForms.secure.test(line));
  const asked = lines.findIndex((line, index) => index > secure && curlForms.request.test(line));
  if (secure < 0 || asked < 0) return null;
  const status = firstMatch(lines.slice(asked), curlForms.status)?.[1];
  return status === undefined ? null : Number(status);
}

/** Organisation, else common name, in plain letters. */
function issuerIn(lines: readonly string[]): string | null {
  const parts = firstMatch(lines, curlForms.issuer)?.[1]?.split(/[;,] ?/) ?? [];
  const named = ['O', 'CN'].map((key) => parts.find((part) => part.startsWith(`${key}=`)));
  const name = named.find((part) => part !== undefined)?.replace(/^[A-Z]{1,2}=/, '');
  const plain =
    name
      ?.replace(/[^A-Za-z0-9 ()-]/g, '')
      .trim()
      .slice(0, 60) ?? '';
  return plain === '' ? null : plain;
}
