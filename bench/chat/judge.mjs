/** Whether the bot keeps to its bars on chat platforms. */
import { quantile } from '../measure.mjs';

/** @typedef {import('../chat.mjs').Figures} Figures */
/** @typedef {import('../report.mjs').Bar} Bar */

const P99_BAR_MS = 500;
/** Slack's own deadline. */
const MOST_BAR_MS = 3_000;
/** Processor time of the bot over that of an echo that does nothing. */
const RATIO_BAR = 2;

/**
 * @param {Figures} figures
 * @returns {Bar[]}
 */
export function judge({ loads, costs, rate }) {
  return [
    ...loads.flatMap(({ platform, served }) => judgeServed(platform, served, rate)),
    ...costs.map(({ platform, what, ratio }) => ({
      ok: ratio <= RATIO_BAR,
      measured: `${platform}, ${what}: ${ratio.toFixed(2)} × the processor time of a bare echo until the acknowledgement`,
      bar: `${RATIO_BAR} ×`,
    })),
  ];
}

/**
 * Acknowledged in time, and nothing lost.
 *
 * @param {string} who
 * @param {import('../chat.mjs').Served} served
 * @param {number} rate
 * @returns {Bar[]}
 */
export function judgeServed(who, { acknowledged, lost, doubled, sent }, rate) {
  const p99 = quantile(acknowledged, 0.99);
  const most = acknowledged.at(-1) ?? Number.NaN;
  return [
    {
      ok: p99 < P99_BAR_MS && most <= MOST_BAR_MS,
      measured: `${who}: acknowledged in ${p99.toFixed(1)} ms at p99 and ${most.toFixed(1)} ms at most, at ${rate} events/s`,
      bar: `${P99_BAR_MS} ms, ${MOST_BAR_MS} ms`,
    },
    {
      ok: lost === 0 && doubled === 0,
      measured: `${who}: of ${sent} deliveries ${lost} lost, ${doubled} served twice`,
      bar: `0, 0`,
    },
  ];
}

/** Load average from which the machine is not ours alone. */
export const IDLE = 0.5;

/** @param {Figures} figures */
export function told({ loads, others }) {
  const busy = `- taken on a machine that others were using (load average ${others.toFixed(1)} before it began): the ratios hold, the milliseconds are too high`;
  return [
    ...(others > IDLE ? [busy] : []),
    ...loads
      .filter(({ served }) => Object.keys(served.faults).length > 0)
      .map(({ platform, served }) => `- ${platform}: the log told of ${JSON.stringify(served.faults)}`),
  ];
}
