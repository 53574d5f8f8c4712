/** What acknowledging costs, beside bare echoes on the same SDKs, and how long people wait. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { acknowledging } from './chat/acknowledging.mjs';
import { judge, told } from './chat/judge.mjs';
import { start, stopAll } from './chat/processes.mjs';
import { echoing, serving } from './chat/serving.mjs';
import { openSlack } from './chat/slack.mjs';
import { costTable, diagnosisTable, loadTable } from './chat/tables.mjs';
import { openTeams } from './chat/teams.mjs';
import { texts } from './chat/texts.mjs';

const whole = {
  load: { rate: 50, people: 100, seconds: 30 },
  blocks: { warmUp: 10, blocks: 21 },
};
const quick = {
  load: { rate: 10, people: 20, seconds: 8 },
  blocks: { warmUp: 4, blocks: 5 },
};

/** @typedef {Awaited<ReturnType<typeof serving>>} Served */
/** @typedef {Awaited<ReturnType<typeof echoing>>} Echoed */
/** @typedef {{ platform: 'slack' | 'teams', served: Served, echoed: Echoed }} Load */
/** @typedef {import('./chat/acknowledging.mjs').Cost} Cost */
/** @typedef {{ rate: number, others: number, loads: readonly Load[], costs: readonly Cost[] }} Figures */
/**
 * @typedef {object} Rivals
 * @property {import('./chat/platform.mjs').Platform} platform
 * @property {(kept: string | null) => Promise<import('./chat/processes.mjs').Running>} bot with a store of that name; null
 *   for one that does nothing after the acknowledgement
 * @property {(answers: boolean) => Promise<import('./chat/processes.mjs').Running>} echo
 */

/**
 * @param {string} root
 * @param {number} effort share of the runs to make
 */
export async function benchChat(root, effort) {
  const { world, paste } = texts(root);
  const { load, blocks } = effort === 1 ? whole : quick;
  const [others = 0] = loadavg();
  const folder = mkdtempSync(join(tmpdir(), 'acr-help-bench-'));
  const [slack, teams] = [await openSlack(), await openTeams()];
  try {
    const azure = await start('azure', { root, world });
    const serves = { text: world, elsewhere: JSON.parse(azure.url) };
    const botOn = (/** @type {object} */ config) => (/** @type {string | null} */ kept) => {
      const store = kept === null ? 'sqlite::memory:' : `sqlite:${join(folder, kept)}`;
      const parts = { root, store, slack: null, teams: null, ...config };
      return start('bot', { ...parts, world: kept && serves }, { metered: kept === null });
    };
    /** @type {Rivals[]} */
    const all = [
      {
        platform: slack,
        bot: botOn({ slack: slack.config }),
        echo: (answers) => start('bolt-echo', { ...slack.config, answers }, { metered: !answers }),
      },
      {
        platform: teams,
        bot: botOn({ teams: teams.config }),
        echo: (answers) => start('cloud-adapter-echo', { ...teams.config, answers }, { metered: !answers }),
      },
    ];
    const costs = [];
    const loads = [];
    for (const rivals of all) {
      costs.push(...(await sideBySide(rivals, paste, blocks)));
      loads.push(await oneAfterTheOther(rivals, paste, load));
    }
    const figures = { rate: load.rate, others, loads, costs };
    return {
      table: [...costTable(figures), '', ...loadTable(figures), '', ...diagnosisTable(figures)],
      bars: judge(figures),
      notes: told(figures),
    };
  } finally {
    await stopAll();
    await Promise.all([slack.close(), teams.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Rivals} rivals
 * @param {(number: number) => string} paste
 * @param {(typeof whole)['blocks']} blocks
 */
async function sideBySide({ platform, bot, echo }, paste, blocks) {
  const [quiet, mute] = [await bot(null), await echo(false)];
  const costs = await acknowledging(platform, quiet, mute, paste, blocks);
  await Promise.all([quiet.stop(), mute.stop()]);
  return costs;
}

/**
 * @param {Rivals} rivals
 * @param {(number: number) => string} paste
 * @param {(typeof whole)['load']} load
 * @returns {Promise<Load>}
 */
async function oneAfterTheOther({ platform, bot, echo }, paste, load) {
  const loud = await echo(true);
  const echoed = await echoing(platform, loud, paste, load);
  await loud.stop();
  const busy = await bot(platform.name);
  const served = await serving(platform, busy, paste, load);
  await busy.stop();
  return { platform: platform.name, served, echoed };
}
