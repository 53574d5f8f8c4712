/** One table over all sections: what was measured last of each, where and when. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ where: string, bars: readonly import('./report.mjs').Bar[] }} Section */
/** @typedef {Readonly<Record<string, Section>>} Recorded by section */

/** In the order of the table. */
const headings = {
  proofs: 'right',
  pastes: 'a paste',
  live: 'live checks',
  'beside-az': 'live checks beside az',
  chat: 'acknowledgement',
  load: 'load and flood',
  soak: 'soak',
};

const fileOf = (/** @type {string} */ root) => join(root, 'bench', 'recorded.json');

/**
 * @param {string} root
 * @returns {Recorded}
 */
export function recorded(root) {
  return existsSync(fileOf(root)) ? JSON.parse(readFileSync(fileOf(root), 'utf8')) : {};
}

/**
 * @param {string} root
 * @param {string} name of a section
 * @param {Section} section
 */
export function record(root, name, section) {
  writeFileSync(fileOf(root), `${JSON.stringify({ ...recorded(root), [name]: section }, null, 2)}\n`);
}

/**
 * @param {Recorded} sections
 * @returns {string[]}
 */
export function summary(sections) {
  return [
    '| what | measured | bar | met | command | machine and day |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(headings).flatMap(([name, heading]) =>
      (sections[name]?.bars ?? []).map(({ what, measured, bar, ok, command }) => {
        const own = command ?? `npm run bench -- --only ${name}`;
        const where = sections[name]?.where.replace(/\.$/, '');
        return `| ${[what ?? heading, measured, bar, ok ? 'yes' : '**no**', `\`${own}\``, where].join(' | ')} |`;
      }),
    ),
  ];
}
