/** How figures are shown, judged and kept. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

/**
 * @typedef {object} Bar
 * @property {boolean} ok
 * @property {string} measured
 * @property {string} bar
 * @property {string} [what] it is about, where that is not what its section is about
 * @property {string} [command] that shows it, where that is not the one of its section
 */
/** @typedef {{ name: string, content: Buffer }} Picture a file of docs/pictures */
/** @typedef {{ table: string[], bars: Bar[], notes: string[], pictures?: Picture[], scale?: string[] }} Figures lines of Markdown; scale: for docs/scale.md */

/** @param {number} value */
export function ms(value) {
  return `${value.toFixed(value < 1 ? 3 : 1)} ms`;
}

/**
 * Where and when figures were taken, and how busy the machine was already: absolute times mean little then.
 *
 * @param {boolean} quick
 */
export function machine(quick) {
  const [load = 0] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  return `Node ${process.versions.node}, ${cpus().length} cores, load ${load.toFixed(1)}, ${day}${quick ? ', quick mode' : ''}.`;
}

/** @param {readonly Bar[]} bars */
export function barLines(bars) {
  return bars.map(
    ({ ok, what, measured, bar }) =>
      `- ${ok ? 'met' : '**missed**'}: ${what ? `${what}: ` : ''}${measured} (bar: ${bar})`,
  );
}

/**
 * Puts figures into a page, between the marks of their section.
 *
 * @param {string} path
 * @param {string} section
 * @param {string} figures
 */
export function writeInto(path, section, figures) {
  const page = readFileSync(path, 'utf8');
  const [start, end] = [`<!-- figures: ${section} -->\n`, `\n<!-- end of figures: ${section} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the figures of ${section}.`);
  writeFileSync(path, `${page.slice(0, from)}${start}\n${figures}\n${page.slice(to)}`);
}
