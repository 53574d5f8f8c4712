/** Whether ours keep to their bars where az is measured beside them. */
import { ratio, slowest } from './tables.mjs';

/** @typedef {import('./inside.process.mjs').Measured} Measured */

/** Round trips in a row, all checks together. */
const TRIPS_BAR = 4;
/** Time on the network over that of the trips. */
const RATIO_BAR = 1.25;
const DEADLINE_BAR_MS = 20_000;

/**
 * @param {Measured} measured
 * @returns {import('../report.mjs').Bar[]}
 */
export function judge({ rows, hung }) {
  const ours = rows.filter(({ side }) => side !== 'az');
  const theirs = rows.filter(({ side }) => side === 'az').map((row) => slowest(row).run.trips.length);
  const most = Math.max(...ours.map((row) => slowest(row).run.trips.length));
  const worst = Math.max(...ours.map(ratio));
  const own = hung.find(({ who }) => who === 'ours');
  return [
    {
      ok: most <= TRIPS_BAR,
      measured: `all our checks together in at most ${most} round trips in a row; those of az in ${Math.min(...theirs)} to ${Math.max(...theirs)}`,
      bar: `${TRIPS_BAR}`,
    },
    {
      ok: worst <= RATIO_BAR,
      measured: `our time on the network at most ${worst.toFixed(2)} × that of the trips`,
      bar: `${RATIO_BAR} ×`,
    },
    {
      ok: own?.named === true && own.wall <= DEADLINE_BAR_MS,
      measured: `when the registry's TLS handshake hangs, ours are done after ${((own?.wall ?? 0) / 1000).toFixed(1)} s, each with a finding`,
      bar: `${DEADLINE_BAR_MS / 1000} s`,
    },
  ];
}
