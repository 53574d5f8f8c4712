/** Texts that clients printed, kept for the tests of the diagnosis. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./table.mjs').Result} Result */
/** @typedef {Pick<Result, 'world' | 'command' | 'printedBy' | 'exit' | 'text'>} Kept */

/**
 * Writes a file for each world. What programs printed that were not there this time stays; of those that were, only what
 * was as expected is kept.
 *
 * @param {string} folder
 * @param {readonly Result[]} results
 */
export function writeRecords(folder, results) {
  mkdirSync(folder, { recursive: true });
  for (const world of new Set(results.map((it) => it.world))) {
    if (world === 'works') continue;
    const file = join(folder, `${world}.json`);
    /** @type {Kept[]} */
    const old = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
    const now = results.filter((it) => it.world === world && it.accepts.length > 0 && it.problem === null);
    /** @param {Kept} it */
    const key = (it) => `${it.command} ${it.printedBy}`;
    const fresh = new Set(now.map(key));
    const kept = [
      ...old.filter((it) => !fresh.has(key(it))),
      ...now.map(({ command, printedBy, exit, text }) => ({ world, command, printedBy, exit, text })),
    ].toSorted((a, b) => key(a).localeCompare(key(b)));
    if (kept.length > 0) writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  }
}
