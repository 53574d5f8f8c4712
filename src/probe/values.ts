import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { parseDataEndpoint, parseLoginServer } from '../diagnosis/facts/login-server.js';
import { parseRepository } from '../diagnosis/facts/repository.js';

/**
 * Grammars of all that a probe report may say. Somebody pasted it: each value has a narrow alphabet, so that it can be
 * compared and shown, and none can carry a command, a link or a secret of any length.
 */

export const places = ['laptop', 'pod', 'azure-devops', 'github-actions', 'cloud-shell', 'other'] as const;
/** Where a probe ran. */
export type Place = (typeof places)[number];

export const dnsFailures = ['nxdomain', 'timeout', 'servfail', 'other'] as const;
export const tcpResults = ['ok', 'refused', 'timeout', 'unreachable', 'proxy-refused', 'other'] as const;
export const tlsResults = [
  'ok',
  'untrusted',
  'expired',
  'name-mismatch',
  'reset',
  'timeout',
  'other',
] as const;

export const loginServer = parsed(parseLoginServer);
export const dataEndpoint = parsed((text) => parseDataEndpoint(text)?.host ?? null);
export const repository = parsed(parseRepository);

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label}){0,40}$`);
/** A name of DNS, in lower case, without the dot at its end. */
export const host = z.string().regex(hostName);

/** IPv4 or IPv6 without a zone, as ipaddr.js writes it. */
export const address = parsed(parseAddress);

/** UTC, to the second: `date -u` prints it so. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));

/** Organisation or common name of who issued a certificate (`plainIssuer`). No full stop: no chat makes a link of it. */
export const issuer = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9,()-]*(?: [A-Za-z0-9,()-]+)*$/);

export const status = z.int().min(100).max(599);
/** Seconds; ten years either way. */
export const seconds = z.int().min(-315_360_000).max(315_360_000);
export const version = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+~-]{0,31}$/);
/** `desktop`, `osxkeychain`, `acr-env`, …: what stands behind `docker-credential-`; `file` where there is none. */
export const storeName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/);

/** The name as a report has it: letters, digits and a few signs, one space between words; null where nothing is left. */
export function plainIssuer(name: string): string | null {
  const plain = name
    .slice(0, 500)
    .normalize('NFKD')
    .replace(/['\u2019]|\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9,()-]+/g, ' ')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 61)
    .trim()
    .slice(0, 60)
    .trim();
  return plain === '' ? null : plain;
}

/** An address in the one form that reports have; null for anything else, zones included. */
export function parseAddress(text: string): string | null {
  return isIP(text) === 0 || text.includes('%') ? null : ipaddr.parse(text).toString();
}

function parsed<T>(parse: (text: string) => T | null) {
  return z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'not of the form' });
    return z.NEVER;
  });
}
