/** The figures beside those of az as tables. */

/** @typedef {import('./inside.process.mjs').Measured} Measured */
/** @typedef {import('./inside.process.mjs').Row} Row */

/**
 * The run at the longest delay, by which trips are counted.
 *
 * @param {Row} row
 */
export function slowest({ runs }) {
  const last = runs.at(-1);
  if (last === undefined) throw new Error('no run');
  return last;
}

/**
 * Time on the network over that of the round trips.
 *
 * @param {Row} row
 */
export function ratio(row) {
  const { delay, run } = slowest(row);
  return run.network / (run.trips.length * delay);
}

/** @param {Measured} measured */
export function besideTable({ rows }) {
  const delays = rows[0]?.runs.map(({ delay }) => `${delay} ms`) ?? [];
  const longest = delays.at(-1);
  const each = (/** @type {string} */ what) => delays.map((it) => `${what}, ${it}`).join(' | ');
  return [
    `| question, and its world | who | requests | connections opened | trips in a row | ${each('network')} | network ÷ (trips × ${longest}) | network with connection set-up, ${longest} | ${each('wall')} | start-up |`,
    `| --- | --- | --- | --- | --- | ${delays.map(() => '--- | ---').join(' | ')} | --- | --- | --- |`,
    ...rows.map((row) => {
      const { run } = slowest(row);
      const of = (/** @type {'network' | 'wall'} */ what) =>
        row.runs.map(({ run }) => seconds(run[what])).join(' | ');
      const counts = `${run.requests} | ${run.connections} | ${run.trips.length}`;
      return `| ${row.question} | ${row.who} | ${counts} | ${of('network')} | ${ratio(row).toFixed(2)} | ${seconds(row.withSetUp.network)} | ${of('wall')} | ${seconds(startUp(row))} |`;
    }),
  ];
}

/**
 * What is neither network nor waiting: of az in each run, of ours once for as long as the bot runs.
 *
 * @param {Row} row
 */
function startUp({ side, runs, startUp }) {
  const [first] = runs;
  return side === 'az' && first !== undefined ? first.run.wall - first.run.network : startUp;
}

/** @param {Measured} measured */
export function askedTable({ rows }) {
  return [
    '| question | who | what was asked, trip after trip |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.question} | ${row.who} | ${slowest(row).run.trips.join(' → ')} |`),
  ];
}

/** @param {Measured} measured */
export function hangingTable({ hung, patience }) {
  return [
    "| who, when the registry's TLS handshake hangs | what came of it |",
    '| --- | --- |',
    ...hung.map(({ who, wall, ended, named }) => {
      const end = named ? 'each check with a finding' : 'checks without a finding';
      return `| ${who} | ${ended ? `done after ${seconds(wall)}, ${end}` : `not done after ${seconds(patience)}, and stopped`} |`;
    }),
  ];
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
