import { createHash } from 'node:crypto';
import type { PolicyFile } from './schema.js';

/**
 * SHA-256 of what a policy says, in hexadecimal digits. Comments, layout, the order of keys and of the members of
 * lists, the case of ids, and whether a default of the schema is written out do not matter. Pure.
 */
export function hashOf(file: PolicyFile): string {
  return createHash('sha256').update(canonical(file)).digest('hex');
}

/** JSON with the keys of objects and the members of lists in order: every list of a policy is a set. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, it]) => it !== undefined)
    .map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`);
  return `{${members.sort().join(',')}}`;
}
