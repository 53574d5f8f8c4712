/** Pastes of usual lengths: the texts of the worlds, among lines that say nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { typicalText } from '../typical.mjs';

/** The world that the bot is connected to; every other paste is about its registry. */
const WORLD = 'role-missing';

/** Lengths in characters. */
const lengths = [300, 500, 800, 1200, 2000, 3000, 5000, 8000];

/**
 * @param {string} root
 * @returns {{ world: string, paste: (number: number) => string }}
 */
export function texts(root) {
  const folder = join(root, 'sandbox', 'worlds');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const pastes = files.sort().map((file) => String(parse(readFileSync(join(folder, file), 'utf8')).paste));
  const world = readFileSync(join(folder, `${WORLD}.yaml`), 'utf8');
  const own = String(parse(world).paste);
  return {
    world,
    paste(number) {
      const text = number % 2 === 0 ? own : (pastes[(number >> 1) % pastes.length] ?? own);
      const length = lengths[number % lengths.length] ?? 0;
      return [...noise(Math.max(0, length - text.length), number), text].join('\n');
    },
  };
}

/**
 * @param {number} length
 * @param {number} seed
 */
function noise(length, seed) {
  const lines = typicalText(2 * length, seed)
    .split('\n')
    .filter((line) => !/azurecr|error|fail|unauthorized/i.test(line));
  let left = length;
  return lines.filter((line) => {
    left -= line.length + 1;
    return left > 0;
  });
}
