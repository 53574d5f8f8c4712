/** What a large company needs, by the figures of the load: the arithmetic of docs/scale.md. */

import { commitsPerEvent } from './tables.mjs';

/** Assumed, none of it measured; docs/scale.md says so. */
const company = {
  developers: 100_000,
  casesEachMonth: 1,
  workdays: 22,
  /** Share of a day's cases in its busiest hour. */
  busiestHour: 0.2,
  eventsPerCase: 4,
  /** An incident: so many of all paste within so many minutes. */
  struck: 0.05,
  minutes: 15,
  retentionDays: 30,
};
/** Of one core, what acknowledgements leave to the rest before they wait (docs/performance.md). */
const BUSY = 0.6;

/**
 * @param {import('../load.mjs').Figures} figures
 * @returns {string[]} lines of Markdown
 */
export function scaleTable({ bots }) {
  const dearest = bots
    .filter(({ store }) => store === 'PostgreSQL')
    .toSorted((a, b) => b.calm.cpuPerEvent - a.calm.cpuPerEvent)[0];
  if (dearest === undefined || dearest.stored === null) return [];
  const { cpuPerEvent, saidPerEvent } = dearest.calm;
  const cases = company.developers * company.casesEachMonth;
  const ordinary = (cases / company.workdays) * (company.busiestHour / 3600);
  const incident = (company.developers * company.struck) / (company.minutes * 60);
  const commits = commitsPerEvent(dearest);
  const kb = dearest.stored.bytes / dearest.stored.conversations / 1024;
  /** @param {string} name @param {number} perSecond cases */
  const row = (name, perSecond) => {
    const events = perSecond * company.eventsPerCase;
    const cores = (events * cpuPerEvent) / 1000;
    const cells = [
      name,
      perSecond.toFixed(2),
      events.toFixed(1),
      (events * saidPerEvent).toFixed(1),
      cores.toFixed(2),
      String(Math.max(1, Math.ceil(cores / BUSY))),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    `Measured: ${cpuPerEvent.toFixed(1)} ms of processor time per event, ${saidPerEvent.toFixed(1)} messages and updates per event, ${kb.toFixed(1)} KB stored per conversation, ${commits.toFixed(1)} commits per event (the dearest of the set-ups on PostgreSQL: ${dearest.platform}, ${dearest.replicas} ${dearest.replicas === 1 ? 'replica' : 'replicas'}).`,
    '',
    '| | cases/s | events/s | messages and updates/s | cores | replicas that carry it |',
    '| --- | --- | --- | --- | --- | --- |',
    row('busiest hour of an ordinary day', ordinary),
    row('incident', incident),
    '',
    `Commits in the incident: ${(incident * company.eventsPerCase * commits).toFixed(0)} a second. Database: ${cases.toLocaleString('en-US')} conversations in ${company.retentionDays} days × ${kb.toFixed(1)} KB = ${((cases * kb) / 1024 ** 2).toFixed(1)} GB.`,
  ];
}
