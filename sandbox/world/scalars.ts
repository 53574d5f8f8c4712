import { isIP } from 'node:net';
import { z } from 'zod';

/** Small values of a world file: names, times, addresses. */

export const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a GUID in lower case')
  .describe('GUID in lower case. Left out, one is made from the name, the same in every run.');

export const name = z.string().regex(/^[A-Za-z0-9][\w.@-]{0,80}$/, 'a name of letters, digits, . _ @ -');

/** Things by their short names. */
export const map = <T extends z.ZodType>(value: T) => z.record(name, value).default({});

export const repositoryName = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/,
    'a repository name: lower case letters and digits, separated by . _ - /',
  );

/** As Resource Manager takes them (openapi: registryName, tokenName, scopeMapName). */
export const registryName = z
  .string()
  .regex(/^[A-Za-z0-9]{5,50}$/, 'a registry name: 5–50 letters and digits');
export const vaultName = z
  .string()
  .regex(
    /^[a-z](?:-?[a-z0-9]){2,23}$/,
    'the name of a vault: 3–24 small letters and digits, single - between them',
  );
export const tokenName = z
  .string()
  .regex(/^[A-Za-z0-9-]{5,50}$/, 'the name of a token: 5–50 letters, digits, -');
export const scopeMapName = z
  .string()
  .regex(/^[A-Za-z0-9_-]{5,50}$/, 'the name of a scope map: 5–50 letters, digits, - _');

export const loginServer = z
  .string()
  .regex(/^[a-z0-9]{5,50}(?:-[a-z0-9]{1,32})?\.azurecr\.(?:io|cn|us)$/, 'a login server in lower case')
  .describe('Default: <name>.azurecr.io. With a domain name label: contoso-abc123.azurecr.io.');

export const region = z
  .string()
  .regex(/^[a-z][a-z0-9]{2,29}$/, 'a region as in host names: westeurope, northeurope');

export const platform = z
  .string()
  .regex(/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/, 'a platform: linux/amd64, linux/arm/v7');

/** Pure; a pattern alone would let 31 February pass. */
function isTime(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19);
}

export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'ISO 8601 in UTC')
  .refine(isTime, 'there is no such day or time');

const time = 'a time such as -5m, +30d or 2026-03-01T09:00:00Z';
export const timeOrSpan = z
  .string()
  .regex(/^(?:[+-]\d{1,6}[smhd]|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/, time)
  .refine((text) => /^[+-]/.test(text) || isTime(text), 'there is no such day or time')
  .describe('Point in time: ISO 8601 in UTC, or relative to the clock of the world (-5m, +30d).');

export const ip = z.string().refine((text) => isIP(text) !== 0, 'an IP address');

export const ipOrBlock = z.string().refine((text) => {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  if (isIP(address) === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
}, 'an IP address or CIDR block');

/** A host, or with `*.` at the front all of a suffix. */
export const hostPattern = z
  .string()
  .regex(/^(?:\*\.)?[a-z0-9.-]{1,250}$/, 'a host name in lower case, or *.azurecr.io for all of a suffix')
  .describe('Host name, or *.azurecr.io for all of a suffix.');
