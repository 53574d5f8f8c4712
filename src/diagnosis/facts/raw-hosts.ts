import type { LoginServer } from '../reading.js';
import { type HostSpan, hostSpans } from './hosts.js';
import { type DataEndpoint, parseDataEndpoint, parseLoginServer } from './login-server.js';

/**
 * Registry hosts that stand in a paste as it came: ASCII, and delimited on both sides. Only these may become a
 * `LoginServer` (DESIGN §4 rule 1, security T02–T03): after normalisation a homograph, a zero-width character
 * or a full-width dot would look like the genuine name.
 */
export interface RawHosts {
  readonly loginServers: ReadonlySet<LoginServer>;
  readonly dataEndpoints: readonly DataEndpoint[];
  /** Delimited hosts under a registry suffix that break the grammar, as written, e.g. `x.azurecr.us.azurecr.io`. */
  readonly malformed: readonly string[];
}

/** Not a registry's host, but no mistake either: the zone of private links. */
const privateLink = /(?:^|\.)privatelink\./i;
const wellDelimited = /^[A-Za-z0-9](?:[A-Za-z0-9-]|\.(?=[A-Za-z0-9]))*$/;

/** Scripts that write no spaces around a foreign word, and their punctuation. The ideographic stop is not one. */
const eastAsian =
  /[\u3001\u3008-\u3011\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/;
const typographic = /[\s\u00ab\u00bb\u2013\u2014\u2018-\u201f\u2026\u2039\u203a]/;

/** What may follow a host at once: the end, a space, a quote, a path, and the same as an escape. */
const openRight = [
  /^$/,
  /^[\s"'`/?#)\]}><,;|=&!*(\u001b]/,
  /^\.(?:$|[\s"'`)\]}<,;*]|\\)/,
  /^:(?!\d)/,
  /^:443(?!\d)/,
  /^%(?:25)*(?:2[0267cf]|3[adef]|0[ad]|5d|7[cd])/i,
  /^%3a443(?!\d)/i,
  /^%!/,
  /^\\{1,16}(?:[nrt"'/]|u00(?:2[0267c]|3[cde]))/i,
] as const;

/** What may stand before a host. A single slash is not enough: the host would be part of another's path. */
const openLeft = [
  /^$/,
  /[\s"'`()[\]{}<>=,;|&:]$/,
  /(?:^|[^*])\*\*$/,
  /:\\{0,16}\/\\{0,16}\/$/,
  /(?:^|[\s"'=(])\/\/$/,
] as const;

/** Escapes that a host is glued to, read as part of its first label: `\ncontoso`, `%2F%2Fcontoso`, `[32mcontoso`. */
const glued: readonly { readonly before: RegExp; readonly escape: RegExp }[] = [
  { before: /\\$/, escape: /^(?:[nrt]|u00(?:2[0267c]|3[cde]))/i },
  { before: /(?:%(?:25)*2f|\/)%$/i, escape: /^(?:25)*2f/i },
  { before: /%$/, escape: /^(?:25)*(?:2[0267c]|3[acde]|5b)/i },
  { before: /(?:\u001b|u001b|x1b|033)\[(?:[0-9]{1,3};){0,3}$/i, escape: /^[0-9]{1,3}m/ },
];

function opensRight(raw: string, end: number): boolean {
  const next = raw.charAt(end);
  if (eastAsian.test(next) || typographic.test(next)) return true;
  // The ideographic full stop ends a sentence only if no further label follows.
  if (next === '\u3002') return /^(?:\s|$)/.test(raw.charAt(end + 1));
  const after = raw.slice(end, end + 24);
  return openRight.some((pattern) => pattern.test(after));
}

function opensLeft(raw: string, start: number): boolean {
  const previous = raw.charAt(start - 1);
  if (eastAsian.test(previous) || typographic.test(previous)) return true;
  const before = raw.slice(Math.max(0, start - 40), start);
  return openLeft.some((pattern) => pattern.test(before));
}

/** The host of a span, without what it is glued to; null where it is part of something longer. */
function hostOf(raw: string, { start, end }: HostSpan): string | null {
  const host = raw.slice(start, end);
  const before = raw.slice(Math.max(0, start - 40), start);
  for (const { before: context, escape: prefix } of glued) {
    const match = context.test(before) ? prefix.exec(host) : null;
    if (match) return host.slice(match[0].length);
  }
  return opensLeft(raw, start) ? host : null;
}

/** Finds the registry hosts of a paste. Linear: each suffix looks back over at most one host's length. */
export function rawHosts(raw: string, spans: readonly HostSpan[] = hostSpans(raw)): RawHosts {
  const loginServers = new Set<LoginServer>();
  const dataEndpoints: DataEndpoint[] = [];
  const malformed: string[] = [];
  // Logs name the same host again and again; what is glued to one shows in the character before it.
  const known = new Set<string>();
  for (const span of spans) {
    const whole = raw.slice(span.start, span.end);
    if (known.has(whole) && !/[\\%[;0-9]/.test(raw.charAt(span.start - 1))) continue;
    const host = opensRight(raw, span.end) ? hostOf(raw, span) : null;
    if (host === null) continue;
    const server = parseLoginServer(host);
    if (server) loginServers.add(server);
    if (server && host === whole) known.add(whole);
    const endpoint = server ? null : parseDataEndpoint(host);
    if (endpoint) dataEndpoints.push(endpoint);
    else if (!server && wellDelimited.test(host) && !privateLink.test(host)) malformed.push(host);
  }
  return { loginServers, dataEndpoints, malformed };
}
