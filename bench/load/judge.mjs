/** Whether the bot keeps to its bars under load, and under a flood. */
import { IDLE, judgeServed } from '../chat/judge.mjs';
import { nameOf } from './tables.mjs';

/** @typedef {import('../load.mjs').Figures} Figures */
/** @typedef {import('../report.mjs').Bar} Bar */

/** The most memory in the second half of a flood over that in the first. */
const GROWTH_BAR = 1.1;

/**
 * @param {Figures} figures
 * @returns {Bar[]}
 */
export function judge({ rate, bots }) {
  return bots.flatMap((it) => {
    const { early, late, statuses } = it.flooding;
    const name = nameOf(it);
    const letIn = Object.entries(statuses).filter(([status]) => status.startsWith('2'));
    const through = letIn.reduce((all, [, count]) => all + count, 0);
    const growth = late / early;
    return [
      ...judgeServed(name, it.calm, rate),
      ...judgeServed(`${name}, while flooded`, it.flooded, rate),
      {
        ok: through === 0 && growth <= GROWTH_BAR,
        measured: `${name}: ${through} unsigned requests let in, most memory in the flood's second half ${growth.toFixed(2)} × that in its first`,
        bar: `0, ${GROWTH_BAR} ×`,
      },
    ];
  });
}

/** @param {Figures} figures */
export function told({ others, bots }) {
  const busy = `- taken on a machine that others were using (load average ${others.toFixed(1)} before it began): milliseconds are too high`;
  return [
    ...(others > IDLE ? [busy] : []),
    ...bots.flatMap((it) =>
      [it.calm, it.flooded]
        .map(({ faults }) => Object.entries(faults).filter(([name]) => !name.endsWith('.refused')))
        .filter((faults) => faults.length > 0)
        .map((faults) => `- ${nameOf(it)}: the log told of ${JSON.stringify(Object.fromEntries(faults))}`),
    ),
  ];
}
