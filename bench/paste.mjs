/** What a paste costs, and that nobody can make it cost much more. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostileTexts } from './hostile.mjs';
import { time, timeInTurn } from './measure.mjs';
import { ms } from './report.mjs';
import { typicalText } from './typical.mjs';

const KB = 1024;
const P99_BAR_MS = 20;
/** Cost per KB over that of any smaller size. Quadratic time would make it hundreds. */
const GROWTH_BAR = 1.5;
/** Slowest hostile text over typical text of the same size. */
const HOSTILE_BAR = 3;

/** @typedef {(raw: string, limit?: 'message' | 'file') => unknown} Diagnose */
/** @typedef {ReturnType<typeof bySize>} Sizes */
/** @typedef {ReturnType<typeof hostileBySlowness>} Hostile */

/**
 * @param {string} root
 * @param {number} effort share of the runs to make
 */
export async function benchPastes(root, effort) {
  /** @type {{ diagnose: Diagnose }} */
  const { diagnose } = await import(pathToFileURL(join(root, 'dist/src/diagnosis/diagnose.js')).href);
  // Otherwise the first size measured would pay for the compiler's work.
  for (let run = 0; run < 400 * effort; run++) diagnose(typicalText(16 * KB, run));
  const sizes = bySize(diagnose, effort);
  const hostile = hostileBySlowness(diagnose, effort);
  return { table: table(sizes, hostile), bars: judge(sizes, hostile), notes: [] };
}

/**
 * @param {Diagnose} diagnose
 * @param {number} effort
 */
function bySize(diagnose, effort) {
  return [1, 4, 16, 64, 1024].map((kb) => {
    const texts = Array.from({ length: 20 }, (_, seed) => typicalText(kb * KB, seed + 1));
    const limit = kb > 64 ? 'file' : 'message';
    const runs = Math.ceil((kb > 64 ? 20 : 600) * effort);
    const times = time((run) => diagnose(texts[run % texts.length] ?? '', limit), { warmUp: runs / 3, runs });
    return { kb, ...times, perKb: times.p50 / kb };
  });
}

/**
 * Each hostile run stands between two typical ones, so that a busy moment of the machine falls on both.
 *
 * @param {Diagnose} diagnose
 * @param {number} effort
 */
function hostileBySlowness(diagnose, effort) {
  const typical = typicalText(64 * KB, 1);
  const how = { warmUp: Math.ceil(5 * effort), runs: Math.ceil(15 * effort) };
  return hostileTexts(64 * KB)
    .map(({ name, text }) => {
      const [slow, usual] = timeInTurn([() => diagnose(text), () => diagnose(typical)], how);
      return { name, p50: slow.p50, ratio: slow.p50 / usual.p50 };
    })
    .sort((a, b) => b.ratio - a.ratio);
}

/**
 * @param {Sizes} sizes
 * @param {Hostile} hostile
 */
function judge(sizes, hostile) {
  const p99 = sizes.find(({ kb }) => kb === 64)?.p99 ?? 0;
  const costs = sizes.map(({ perKb }) => perKb);
  const growth = Math.max(...costs.map((cost, i) => cost / Math.min(...costs.slice(0, i + 1))));
  const worst = hostile[0] ?? { name: '', ratio: 0 };
  return [
    { ok: p99 < P99_BAR_MS, measured: `64 KB in ${p99.toFixed(1)} ms at p99`, bar: `${P99_BAR_MS} ms` },
    {
      ok: growth <= GROWTH_BAR,
      measured: `cost per KB grows by at most ${growth.toFixed(2)} × with size`,
      bar: `${GROWTH_BAR} ×`,
    },
    {
      ok: worst.ratio <= HOSTILE_BAR,
      measured: `slowest of ${hostile.length} hostile texts: ${worst.ratio.toFixed(2)} × typical`,
      bar: `${HOSTILE_BAR} ×`,
    },
  ];
}

/**
 * @param {Sizes} sizes
 * @param {Hostile} hostile
 */
function table(sizes, hostile) {
  return [
    '| typical paste | p50 | p99 | per KB |',
    '| --- | --- | --- | --- |',
    ...sizes.map(
      ({ kb, p50, p99, perKb }) =>
        `| ${kb < KB ? `${kb} KB` : '1 MB, as file'} | ${ms(p50)} | ${ms(p99)} | ${ms(perKb)} |`,
    ),
    '',
    '| slowest hostile texts, 64 KB | p50 | × typical |',
    '| --- | --- | --- |',
    ...hostile
      .slice(0, 8)
      .map(({ name, p50, ratio }) => `| \`${cell(name)}\` | ${ms(p50)} | ${ratio.toFixed(2)} |`),
  ];
}

/** @param {string} name */
function cell(name) {
  return name.replaceAll('|', '¦').replaceAll('`', 'backtick');
}
