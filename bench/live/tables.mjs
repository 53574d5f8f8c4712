/** The figures of the live checks as tables. */

/** @typedef {import('../live.mjs').Row} Row */
/** @typedef {Awaited<ReturnType<typeof import('./deadline.mjs').hanging>>} Hung */

/** @type {Readonly<Record<Row['situation'], string>>} */
export const inWords = {
  cold: 'in the instant of connecting',
  ready: 'connected before',
  again: 'asked again',
};

/** @param {Row} row */
export function ratio({ run, delay, walls }) {
  return (walls.at(-1)?.wall ?? 0) / (run.trips.length * delay);
}

/** @param {readonly Row[]} rows */
export function tripTable(rows) {
  const delays = rows[0]?.walls.map(({ delay }) => `${delay} ms`) ?? [];
  const longest = delays.at(-1);
  return [
    `| question | asked | requests | connections opened | trips in a row | wall ÷ ${longest}, floor | ${delays.map((it) => `wall, ${it}`).join(' | ')} | wall ÷ (trips × ${longest}) | wall with connection set-up, ${longest} |`,
    `| --- | --- | --- | --- | --- | --- | ${delays.map(() => '---').join(' | ')} | --- | --- |`,
    ...rows.map((row) => {
      const { question, situation, run, walls, delay, withSetUp } = row;
      const times = walls.map(({ wall }) => seconds(wall)).join(' | ');
      return `| ${question} | ${inWords[situation]} | ${run.requests} | ${run.opened} | ${run.trips.length} | ${Math.floor(run.wall / delay)} | ${times} | ${ratio(row).toFixed(2)} | ${seconds(withSetUp)} |`;
    }),
  ];
}

/** @param {readonly Row[]} rows */
export function requestTable(rows) {
  return [
    '| question | asked | what was asked, trip after trip |',
    '| --- | --- | --- |',
    ...rows.map(
      ({ question, situation, run }) => `| ${question} | ${inWords[situation]} | ${run.trips.join(' → ')} |`,
    ),
  ];
}

/** @param {Hung} hung */
export function hangingTable(hung) {
  return [
    '| what hangs | ends after | seen all the same | unknown, with a reason |',
    '| --- | --- | --- | --- |',
    ...hung.map(
      ({ host, tls, wall, seen, unseen }) =>
        `| ${tls === undefined ? 'answer' : 'TLS handshake'} of ${host} | ${seconds(wall)} | ${seen.join(', ') || 'nothing'} | ${unseen} |`,
    ),
  ];
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
