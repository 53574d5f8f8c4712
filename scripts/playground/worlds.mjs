/** Worlds as files for the bot to be started in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

/** Milliseconds before every answer of Azure: enough for progress to be seen. */
const DELAY = 150;

/**
 * Writes a world whose answers take a moment, and the same one after somebody has mended it.
 *
 * @param {string} world file
 * @param {string} broken file to write
 * @param {string} mended file to write
 */
export function writeWorlds(world, broken, mended) {
  const slow = { ...parse(readFileSync(world, 'utf8')), delay: DELAY };
  writeFileSync(broken, stringify(slow));
  writeFileSync(mended, stringify(merged(slow, slow.changes.fix)));
}

/**
 * Merge patch (RFC 7386), as worlds are changed.
 *
 * @param {unknown} before
 * @param {unknown} patch
 * @returns {unknown}
 */
function merged(before, patch) {
  if (!isMap(patch)) return patch;
  const out = new Map(isMap(before) ? Object.entries(before) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) out.delete(key);
    else out.set(key, merged(out.get(key), value));
  }
  return Object.fromEntries(out);
}

/**
 * @param {unknown} value
 * @returns {value is Readonly<Record<string, unknown>>}
 */
function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
