/** Signed traffic at one and two replicas, beside bare echoes, first in peace and then while somebody floods the door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, stopAll } from './chat/processes.mjs';
import { echoing, serving } from './chat/serving.mjs';
import { openSlack } from './chat/slack.mjs';
import { openTeams } from './chat/teams.mjs';
import { texts } from './chat/texts.mjs';
import { whileFlooded } from './load/flooding.mjs';
import { judge, told } from './load/judge.mjs';
import { openPostgres } from './load/postgres.mjs';
import { together } from './load/replicas.mjs';
import { scaleTable } from './load/scale.mjs';
import { answerTable, costTable, floodTable, storeTable } from './load/tables.mjs';

const whole = {
  calm: { rate: 50, people: 60, seconds: 20 },
  flooded: { rate: 50, people: 30, seconds: 20, first: 100_000 },
  flood: { rate: 500, large: 100 * 1024 },
};
const quick = {
  calm: { rate: 10, people: 20, seconds: 8 },
  flooded: { rate: 10, people: 20, seconds: 8, first: 100_000 },
  flood: { rate: 100, large: 100 * 1024 },
};

/** Where the bot's state lies, and how many bots share it. */
const setUps = /** @type {const} */ ([
  { store: 'SQLite', replicas: 1 },
  { store: 'PostgreSQL', replicas: 1 },
  { store: 'PostgreSQL', replicas: 2 },
]);

/** @typedef {import('./chat/platform.mjs').Platform} Platform */
/** @typedef {import('./chat.mjs').Served} Served */
/** @typedef {import('./chat.mjs').Echoed} Echoed */
/** @typedef {import('./load/flooding.mjs').Flooding} Flooding */
/** @typedef {{ platform: Platform['name'], store: string, replicas: number, calm: Served, flooded: Served, flooding: Flooding, stored: import('./load/postgres.mjs').Stored | null }} Bots stored: null where it is not measured */
/** @typedef {{ platform: Platform['name'], calm: Echoed, flooded: Echoed, flooding: Flooding }} Echo */
/** @typedef {{ others: number, rate: number, flood: import('./load/flooding.mjs').Flood, echoes: readonly Echo[], bots: readonly Bots[] }} Figures */

/**
 * @param {string} root
 * @param {number} effort share of the runs to make
 */
export async function benchLoad(root, effort) {
  const { world, paste } = texts(root);
  const { calm, flooded, flood } = effort === 1 ? whole : quick;
  const [others = 0] = loadavg();
  const folder = mkdtempSync(join(tmpdir(), 'acr-help-bench-'));
  const [slack, teams, postgres] = [await openSlack(), await openTeams(), await openPostgres()];
  try {
    const azure = await start('azure', { root, world });
    const serves = { text: world, elsewhere: JSON.parse(azure.url) };
    /** @type {Echo[]} */
    const echoes = [];
    /** @type {Bots[]} */
    const bots = [];
    for (const { platform, echo } of [
      { platform: slack, echo: () => start('bolt-echo', { ...slack.config, answers: true }) },
      { platform: teams, echo: () => start('cloud-adapter-echo', { ...teams.config, answers: true }) },
    ]) {
      const { name } = platform;
      const rival = await echo();
      const echoed = await echoing(platform, rival, paste, calm);
      const beside = await whileFlooded(platform, rival, flood, () =>
        echoing(platform, rival, paste, flooded),
      );
      await rival.stop();
      echoes.push({ platform: name, calm: echoed, flooded: beside.worked, flooding: beside.flooding });
      for (const { store, replicas } of setUps) {
        const url =
          store === 'SQLite' ? `sqlite:${join(folder, `${name}.db`)}` : await postgres.newDatabase();
        const parts = { root, store: url, slack: null, teams: null, world: serves, [name]: platform.config };
        const program = together(await severally(replicas, () => start('bot', parts)));
        const served = await serving(platform, program, paste, calm);
        const under = await whileFlooded(platform, program, flood, () =>
          serving(platform, program, paste, flooded),
        );
        await program.stop();
        const stored = store === 'SQLite' ? null : await postgres.storedIn(url);
        const { worked, flooding } = under;
        bots.push({ platform: name, store, replicas, calm: served, flooded: worked, flooding, stored });
      }
    }
    const figures = { others, rate: calm.rate, flood, echoes, bots };
    return {
      table: [
        ...costTable(figures),
        '',
        ...answerTable(figures),
        '',
        ...floodTable(figures),
        '',
        ...storeTable(figures),
      ],
      bars: judge(figures),
      notes: told(figures),
      scale: scaleTable(figures),
    };
  } finally {
    await stopAll();
    await Promise.all([slack.close(), teams.close(), postgres.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * One after the other: the first one makes the tables.
 *
 * @template T
 * @param {number} times
 * @param {() => Promise<T>} make
 */
async function severally(times, make) {
  /** @type {T[]} */
  const made = [];
  while (made.length < times) made.push(await make());
  return made;
}
