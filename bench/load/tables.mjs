/** The figures of the load as tables. */
import { echoes as echoNames, names } from '../chat/tables.mjs';
import { quantile } from '../measure.mjs';
import { ms } from '../report.mjs';

/** @typedef {import('../load.mjs').Figures} Figures */
/** @typedef {import('../load.mjs').Bots} Bots */

const phases = /** @type {const} */ (['calm', 'flooded']);
const phaseNames = { calm: 'in peace', flooded: 'while flooded' };

/** @param {Pick<Bots, 'platform' | 'store' | 'replicas'>} bots */
export function nameOf({ platform, store, replicas }) {
  return `${names[platform]}, ${replicas === 1 ? 'one replica' : `${replicas} replicas`} on ${store}`;
}

/** @param {Figures} figures */
export function costTable({ rate, echoes, bots }) {
  const rows = [
    ...echoes.map((it) => ({ name: `${echoNames[it.platform]} echo`, ...it })),
    ...bots.map((it) => ({ name: nameOf(it), ...it })),
  ];
  return [
    `| ${rate} events/s | | events/s acknowledged | acknowledged, p50 | p95 | p99 | max | processor time per event, everything | of one core | memory at the end, all replicas |`,
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.flatMap((it) =>
      phases.map((phase) => {
        const { perSecond, acknowledged, cpuPerEvent, rss } = it[phase];
        const times = [0.5, 0.95, 0.99, 1].map((share) => ms(quantile(acknowledged, share)));
        const core = `${((cpuPerEvent * perSecond) / 10).toFixed(0)} %`;
        return `| ${[it.name, phaseNames[phase], perSecond.toFixed(1), ...times, ms(cpuPerEvent), core, mb(rss)].join(' | ')} |`;
      }),
    ),
  ];
}

/** @param {Figures} figures */
export function answerTable({ rate, bots }) {
  return [
    `| a paste, at ${rate} events/s | | first message, p50 | p95 | last message, p50 | p95 | deliveries | pastes, answers, presses | sent twice | lost | served twice | messages and updates per event |`,
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...bots.flatMap((it) =>
      phases.map((phase) => {
        const { first, whole, sent, counts, duplicates, lost, doubled, saidPerEvent } = it[phase];
        const times = [first, whole].flatMap((all) => [0.5, 0.95].map((share) => ms(quantile(all, share))));
        const kinds = `${counts['paste']}, ${counts['answer']}, ${counts['press']}`;
        return `| ${[nameOf(it), phaseNames[phase], ...times, sent, kinds, duplicates, lost, doubled, saidPerEvent.toFixed(1)].join(' | ')} |`;
      }),
    ),
  ];
}

/** @param {Figures} figures */
export function floodTable({ flood, echoes, bots }) {
  const rows = [
    ...echoes.map((it) => ({ name: `${echoNames[it.platform]} echo`, ...it })),
    ...bots.map((it) => ({ name: nameOf(it), ...it })),
  ];
  return [
    `| ${flood.rate} unsigned requests/s, a fifth of them of ${flood.large / 1024} KB | answered, a second | how | memory before | most in the first half | in the second |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ name, flooding: { perSecond, statuses, rss, early, late } }) => {
      const how = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
      return `| ${[name, perSecond.toFixed(0), how.join(', '), mb(rss), mb(early), mb(late)].join(' | ')} |`;
    }),
  ];
}

/** @param {Figures} figures */
export function storeTable({ bots }) {
  return [
    '| what is stored | conversations | each, indexes included | commits per event |',
    '| --- | --- | --- | --- |',
    ...bots.flatMap((it) => {
      if (it.stored === null) return [];
      const { bytes, conversations } = it.stored;
      const each = `${(bytes / conversations / 1024).toFixed(1)} KB`;
      return [`| ${[nameOf(it), conversations, each, commitsPerEvent(it).toFixed(1)].join(' | ')} |`];
    }),
  ];
}

/** @param {Bots} bots */
export function commitsPerEvent({ calm, flooded, stored }) {
  const events = [calm, flooded].reduce((all, { prepared, sent }) => all + prepared + sent, 0);
  return (stored?.commits ?? 0) / events;
}

/** @param {number} bytes */
export function mb(bytes) {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
