/** The figures of chat as tables. */
import { quantile } from '../measure.mjs';
import { ms } from '../report.mjs';

/** @typedef {import('../chat.mjs').Figures} Figures */

export const names = { slack: 'Slack', teams: 'Teams' };
export const echoes = { slack: 'bare Bolt', teams: 'bare CloudAdapter' };

/** @param {Figures} figures */
export function costTable({ costs }) {
  return [
    '| processor time until the acknowledgement | bot | bare echo, mute | bot ÷ echo |',
    '| --- | --- | --- | --- |',
    ...costs.map(
      ({ platform, what, bot, echo, ratio }) =>
        `| ${names[platform]}, ${what === 'message' ? 'a paste' : 'an answer or press'} | ${ms(bot / 1000)} | ${ms(echo / 1000)} | ${ratio.toFixed(2)} |`,
    ),
  ];
}

/** @param {Figures} figures */
export function loadTable({ loads, rate }) {
  return [
    `| ${rate} events/s | acknowledged, p50 | p95 | p99 | max | processor time per event, everything | memory at the end |`,
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...loads.flatMap(({ platform, served, echoed }) => [
      row(`bot on ${names[platform]}`, served),
      row(`${echoes[platform]} echo`, echoed),
    ]),
  ];
}

/**
 * @param {string} name
 * @param {import('../chat.mjs').Echoed} figures
 */
function row(name, { acknowledged, cpuPerEvent, rss }) {
  const times = [0.5, 0.95, 0.99, 1].map((share) => ms(quantile(acknowledged, share)));
  return `| ${[name, ...times, ms(cpuPerEvent), `${Math.round(rss / 2 ** 20)} MB`].join(' | ')} |`;
}

/** @param {Figures} figures */
export function diagnosisTable({ loads, rate }) {
  return [
    `| a paste, at ${rate} events/s | first message, p50 | p95 | last message, p50 | p95 | deliveries | pastes, answers, presses | sent twice |`,
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...loads.map(({ platform, served }) => {
      const { first, whole, sent, counts, duplicates } = served;
      const times = [first, whole].flatMap((it) => [0.5, 0.95].map((share) => ms(quantile(it, share))));
      const kinds = `${counts['paste']}, ${counts['answer']}, ${counts['press']}`;
      return `| ${[names[platform], ...times, sent, kinds, duplicates].join(' | ')} |`;
    }),
  ];
}
