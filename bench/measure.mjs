/** Timing in one process: warm-up first, then every run by itself. */

/** @typedef {{ p50: number, p99: number }} Times in milliseconds */

/**
 * @param {(run: number) => void} work
 * @param {{ warmUp: number, runs: number }} how
 * @returns {Times}
 */
export function time(work, { warmUp, runs }) {
  for (let run = 0; run < warmUp; run++) work(run);
  const times = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    work(run);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/**
 * @param {readonly number[]} sorted
 * @param {number} share
 */
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
