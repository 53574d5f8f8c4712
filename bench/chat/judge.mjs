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
    ...loads.flatMap(({ platform, served }) => {
      const p99 = quantile(served.acknowledged, 0.99);
      const most = served.acknowledged.at(-1) ?? Number.NaN;
      const { lost, doubled, sent } = served;
      return [
        {
          ok: p99 < P99_BAR_MS && most <= MOST_BAR_MS,
          text: `${platform}: acknowledged in ${p99.toFixed(1)} ms at p99 and ${most.toFixed(1)} ms at most, at ${rate} events/s (bar: ${P99_BAR_MS} ms, ${MOST_BAR_MS} ms)`,
        },
        {
          ok: lost === 0 && doubled === 0,
          text: `${platform}: of ${sent} deliveries ${lost} lost, ${doubled} served twice (bar: 0, 0)`,
        },
      ];
    }),
    ...costs.map(({ platform, what, ratio }) => ({
      ok: ratio <= RATIO_BAR,
      text: `${platform}, ${what}: ${ratio.toFixed(2)} × the processor time of a bare echo until the acknowledgement (bar: ${RATIO_BAR} ×)`,
    })),
  ];
}

/** Load average from which the machine is not ours alone. */
const IDLE = 0.5;

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
