/**
 * `npm run bench`: what a paste costs, and that nobody can make it cost much more. Exit code 1 when a bar is
 * missed.
 *
 *   --check    fewer runs, for CI
 *   --write    puts the figures into docs/performance.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../bin/build.mjs';
import { hostileTexts } from './hostile.mjs';
import { time, timeInTurn } from './measure.mjs';
import { typicalText } from './typical.mjs';

const KB = 1024;
const P99_BAR_MS = 20;
/** Cost per KB over that of any smaller size. Quadratic time would make it hundreds. */
const GROWTH_BAR = 1.5;
/** Slowest hostile text over typical text of the same size. */
const HOSTILE_BAR = 3;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, write: { type: 'boolean' } },
});
const effort = options.check ? 0.2 : 1;

const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);
/** @type {{ diagnose: (raw: string, limit?: 'message' | 'file') => unknown }} */
const { diagnose } = await import(pathToFileURL(join(root, 'dist/src/diagnosis/diagnose.js')).href);

// Otherwise the first size measured would pay for the compiler's work.
for (let run = 0; run < 400 * effort; run++) diagnose(typicalText(16 * KB, run));
const sizes = bySize();
const hostile = hostileBySlowness();
const bars = judge();

const report = [
  ...table(),
  '',
  ...bars.map(({ ok, text }) => `- ${ok ? 'met' : '**missed**'}: ${text}`),
].join('\n');
console.log(report);
if (options.write) writeInto(join(root, 'docs', 'performance.md'), report);
if (bars.some(({ ok }) => !ok)) process.exitCode = 1;

function bySize() {
  return [1, 4, 16, 64, 1024].map((kb) => {
    const texts = Array.from({ length: 20 }, (_, seed) => typicalText(kb * KB, seed + 1));
    const limit = kb > 64 ? 'file' : 'message';
    const runs = Math.ceil((kb > 64 ? 20 : 600) * effort);
    const times = time((run) => diagnose(texts[run % texts.length] ?? '', limit), { warmUp: runs / 3, runs });
    return { kb, ...times, perKb: times.p50 / kb };
  });
}

/** Each hostile run stands between two typical ones, so that a busy moment of the machine falls on both. */
function hostileBySlowness() {
  const typical = typicalText(64 * KB, 1);
  const how = { warmUp: Math.ceil(5 * effort), runs: Math.ceil(15 * effort) };
  return hostileTexts(64 * KB)
    .map(({ name, text }) => {
      const [slow, usual] = timeInTurn([() => diagnose(text), () => diagnose(typical)], how);
      return { name, p50: slow.p50, ratio: slow.p50 / usual.p50 };
    })
    .sort((a, b) => b.ratio - a.ratio);
}

function judge() {
  const p99 = sizes.find(({ kb }) => kb === 64)?.p99 ?? 0;
  const costs = sizes.map(({ perKb }) => perKb);
  const growth = Math.max(...costs.map((cost, i) => cost / Math.min(...costs.slice(0, i + 1))));
  const worst = hostile[0] ?? { name: '', ratio: 0 };
  return [
    { ok: p99 < P99_BAR_MS, text: `64 KB in ${p99.toFixed(1)} ms at p99 (bar: ${P99_BAR_MS} ms)` },
    {
      ok: growth <= GROWTH_BAR,
      text: `cost per KB grows by at most ${growth.toFixed(2)} × with size (bar: ${GROWTH_BAR} ×)`,
    },
    {
      ok: worst.ratio <= HOSTILE_BAR,
      text: `slowest of ${hostile.length} hostile texts: ${worst.ratio.toFixed(2)} × typical (bar: ${HOSTILE_BAR} ×)`,
    },
  ];
}

function table() {
  return [
    `Node ${process.versions.node}, ${cpus().length} cores${options.check ? ', quick mode' : ''}.`,
    '',
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

/** @param {number} value */
function ms(value) {
  return `${value.toFixed(value < 1 ? 3 : 1)} ms`;
}

/** @param {string} name */
function cell(name) {
  return name.replaceAll('|', '¦').replaceAll('`', 'backtick');
}

/**
 * @param {string} path
 * @param {string} figures
 */
function writeInto(path, figures) {
  const page = readFileSync(path, 'utf8');
  const between = /(<!-- figures -->\n)[\s\S]*(\n<!-- end of figures -->)/;
  if (!between.test(page)) throw new Error(`${path} has no place for figures.`);
  writeFileSync(
    path,
    page.replace(between, (_, start, end) => `${start}\n${figures}\n${end}`),
  );
}
