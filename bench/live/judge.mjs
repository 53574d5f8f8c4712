/** Whether the live checks keep to their bars. */
import { inWords, ratio } from './tables.mjs';

/** @typedef {import('../live.mjs').Row} Row */
/** @typedef {import('./tables.mjs').Hung} Hung */
/** @typedef {import('../report.mjs').Bar} Bar */

/** Round trips in a row, all checks together. */
const TRIPS_BAR = 4;
/** Wall time over that of the trips. */
const RATIO_BAR = 1.25;
const DEADLINE_BAR_MS = 20_000;

/**
 * @param {readonly Row[]} rows
 * @param {Hung} hung
 * @returns {Bar[]}
 */
export function judge(rows, hung) {
  const trips = rows.toSorted((a, b) => b.run.trips.length - a.run.trips.length);
  const slowest = rows.toSorted((a, b) => ratio(b) - ratio(a))[0];
  const last = Math.max(...hung.map(({ wall }) => wall));
  return [
    .../** @type {const} */ (['ready', 'again']).map((situation) => {
      const most = trips.find((row) => row.situation === situation);
      const count = most?.run.trips.length ?? 0;
      return {
        ok: count <= TRIPS_BAR,
        measured: `${inWords[situation]}, at most ${count} round trips in a row (${most?.question})`,
        bar: `${TRIPS_BAR}`,
      };
    }),
    {
      ok: slowest !== undefined && ratio(slowest) <= RATIO_BAR,
      measured: `wall time at most ${slowest === undefined ? '–' : ratio(slowest).toFixed(2)} × that of the trips (${slowest?.question}, ${slowest === undefined ? '' : inWords[slowest.situation]})`,
      bar: `${RATIO_BAR} ×`,
    },
    {
      ok: last <= DEADLINE_BAR_MS && hung.every(({ named }) => named),
      measured: `when somebody hangs, done after ${(last / 1000).toFixed(1)} s at the latest, each check with a finding`,
      bar: `${DEADLINE_BAR_MS / 1000} s`,
    },
  ];
}

/**
 * How far a question in the instant of connecting is from the bar: what a connection prepares must be waited for then,
 * so this is told and not judged.
 *
 * @param {readonly Row[]} rows
 */
export function told(rows) {
  const beyond = rows.filter(({ situation, run }) => situation === 'cold' && run.trips.length > TRIPS_BAR);
  return beyond.map(
    ({ question, run: { trips } }) =>
      `- not judged: ${inWords.cold}, "${question}" takes ${trips.length} round trips in a row, ${trips.length - TRIPS_BAR} beyond the bar`,
  );
}
