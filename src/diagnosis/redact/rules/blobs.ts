import { isAlphanumeric } from '../../ascii.js';
import { isSpace } from '../values.js';
import type { View } from '../view.js';
import type { Claim, ScanRule } from './rule.js';

const isBase64 = (code: number): boolean =>
  isAlphanumeric(code) || code === 0x2b || code === 0x2f || code === 0x2d || code === 0x5f || code === 0x3d;

/**
 * Where a line break in the middle of a long run of characters is a terminal's: the run filled the line so far and
 * what follows is a run as well, up to the end of its line.
 */
function overBreak(
  text: string,
  start: number,
  at: number,
  isRun: (code: number) => boolean,
): number | undefined {
  if (at - start < 20) return undefined;
  let next = at;
  while (next < at + 2 && (text.charCodeAt(next) === 0x0d || text.charCodeAt(next) === 0x0a)) next += 1;
  const first = next;
  while (next < first + 16 && (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0x09)) next += 1;
  let end = next;
  while (end < next + 4096 && isRun(text.charCodeAt(end))) end += 1;
  if (end === next) return undefined;
  const after = text.charAt(end);
  const alone = after === '' || after === '\n' || after === '\r' || /["'`,<)}\]]/.test(after);
  const wordy = /^[A-Za-z]?[a-z]*$/.test(text.slice(next, Math.min(end, next + 40)));
  return (alone && !wordy) || end - next >= 24 ? next : undefined;
}

/** End of the run of characters that begins at `start`, over line breaks where they look like a terminal's. */
function runEnd(text: string, start: number, isRun: (code: number) => boolean): number {
  let line = start;
  let i = start;
  for (;;) {
    while (i < text.length && isRun(text.charCodeAt(i))) i += 1;
    const next =
      i < text.length && isSpace(text.charCodeAt(i)) && /[\r\n]/.test(text.charAt(i))
        ? overBreak(text, line, i, isRun)
        : undefined;
    if (next === undefined) return i;
    line = next;
    i = next;
  }
}

const isJwtCode = (code: number): boolean =>
  code === 0x2e || (isBase64(code) && code !== 0x2b && code !== 0x2f && code !== 0x3d);

/** JSON Web Tokens start with `{"` in base64url; 2 to 5 parts, or one cut off in the middle. */
function scanJwt(view: View, claim: Claim): void {
  const { text } = view;
  let at = text.indexOf('eyJ');
  while (at >= 0) {
    if (at > 0 && isJwtCode(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== 0x2e) {
      at = text.indexOf('eyJ', runEnd(text, at, isJwtCode));
      continue;
    }
    let end = runEnd(text, at, isJwtCode);
    const next = Math.max(end, at + 3);
    while (end > at && text.charCodeAt(end - 1) === 0x2e) end -= 1;
    const run = text.slice(at, Math.min(end, at + 2048));
    if (/^eyJhdXRo|^eyJ1c2Vy/.test(run)) claim(at, runEnd(text, at, isBase64), 'docker-auth');
    else if (run.length >= 24 && (run.includes('.') || /^eyJ(?:0eX|hbG|raW|4NX|lbm|wYX)/.test(run)))
      claim(at, end, 'jwt');
    else if (run.length >= 60) claim(at, runEnd(text, at, isBase64), 'high-entropy');
    at = text.indexOf('eyJ', next);
  }
}

/** `{"auths"` in base64 with the usual indents, and in base64 of base64. */
const CONFIG_STARTS = [
  'ewogICJhdXRo',
  'ewogICAgImF1dGhz',
  'ewoJImF1dGhz',
  'eyAiYXV0aHMi',
  'ew0KICAiYXV0aHMi',
  'ewogImF1dGhz',
  'ZXlKaGRYUm9',
  'ZXdvSkltRjFkR2h6',
  'ZXdvZ0lDSmhkWFJv',
  'ZXlBaVlYVjBhSE1p',
];

function scanDockerConfig(view: View, claim: Claim): void {
  for (const start of CONFIG_STARTS) {
    let at = view.text.indexOf(start);
    while (at >= 0) {
      const end = runEnd(view.text, at, isBase64);
      claim(at, end, 'docker-auth');
      at = view.text.indexOf(start, end);
    }
  }
}

const HEADING = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const FOOTER = '-----END ';
/** What a key's body is written in, and the line ends between, also written out. */
const BODY = /^[A-Za-z0-9+/=_\s\\:,-]{0,20000}/;
/** Longest key that is looked for between heading and footer. */
const LONGEST_KEY = 20_000;

/** PEM private keys, also with `\n` written out and also cut off; certificates are public and stay. */
function scanPem(view: View, claim: Claim): void {
  const { text } = view;
  const headings = [...text.matchAll(HEADING)];
  let closing = text.indexOf(FOOTER);
  headings.forEach((heading, i) => {
    const at = heading.index;
    const body = at + heading[0].length;
    const limit = headings[i + 1]?.index ?? text.length;
    while (closing >= 0 && closing < at) closing = text.indexOf(FOOTER, closing + 1);
    let end: number;
    if (closing >= 0 && closing < limit && closing - at < LONGEST_KEY) {
      const dashes = text.indexOf('-----', closing + FOOTER.length);
      end = dashes >= 0 && dashes < closing + 60 ? dashes + 5 : Math.min(closing + 60, text.length);
    } else {
      const rest = text.slice(body, Math.min(limit, body + LONGEST_KEY));
      end = body + (BODY.exec(rest)?.[0].length ?? 0);
    }
    while (end > at && isSpace(text.charCodeAt(end - 1))) end -= 1;
    claim(at, end, 'private-key');
  });
}

/** Long encoded things that are found by walking, not by a pattern. */
export const BLOB_RULES: readonly ScanRule[] = [
  { id: 'jwt', needles: ['eyj'], scan: scanJwt, source: 'RFC 7519' },
  {
    id: 'docker-config',
    needles: CONFIG_STARTS.map((start) => start.toLowerCase()),
    scan: scanDockerConfig,
    source: 'docker config.json; kubernetes.io/dockerconfigjson',
  },
  { id: 'pem', needles: ['private key'], scan: scanPem, source: 'RFC 7468' },
];
