/** Timing in one process: warm-up first, then every run by itself. */

/** @typedef {{ p50: number, p99: number }} Times in milliseconds */

/**
 * @param {(run: number) => void} work
 * @param {{ warmUp: number, runs: number }} how
 * @returns {Times}
 */
export function time(work, { warmUp, runs }) {
  for (let run = 0; run < warmUp; run++) work(run);
  return summary(Array.from({ length: runs }, (_, run) => once(() => work(run))));
}

/**
 * Two pieces of work by turns, for a fair ratio.
 *
 * @param {readonly [() => void, () => void]} works
 * @param {{ warmUp: number, runs: number }} how
 * @returns {[Times, Times]}
 */
export function timeInTurn([first, second], { warmUp, runs }) {
  /** @type {[number, number][]} */
  const pairs = [];
  for (let run = 0; run < warmUp + runs; run++) pairs.push([once(first), once(second)]);
  const kept = pairs.slice(warmUp);
  return [summary(kept.map(([time]) => time)), summary(kept.map(([, time]) => time))];
}

/** @param {() => void} work */
function once(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/**
 * @param {number[]} times
 * @returns {Times}
 */
function summary(times) {
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/**
 * @param {readonly number[]} sorted
 * @param {number} share
 */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
