/** Thousands of conversations with one bot: whether its memory stays what it is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, stopAll } from './chat/processes.mjs';
import { openSlack } from './chat/slack.mjs';
import { openTeams } from './chat/teams.mjs';
import { texts } from './chat/texts.mjs';
import { growth } from './load/fit.mjs';
import { picture } from './load/picture.mjs';
import { soak } from './load/soak.mjs';
import { mb } from './load/tables.mjs';
import { ms } from './report.mjs';

const whole = { conversations: 20_000, together: 60, everyMs: 2_000 };
const quick = { conversations: 1_000, together: 60, everyMs: 500 };

/** Share of the conversations that warm the program up. */
const WARM_UP = 0.2;
const GROWTH_BAR = 1.1;
/** Rows of the table. */
const STEPS = 10;

/**
 * @param {string} root
 * @param {number} effort share of the runs to make
 * @returns {Promise<import('./report.mjs').Figures>}
 */
export async function benchSoak(root, effort) {
  const { world, paste } = texts(root);
  const folder = mkdtempSync(join(tmpdir(), 'acr-help-bench-'));
  const [slack, teams] = [await openSlack(), await openTeams()];
  try {
    const azure = await start('azure', { root, world });
    const bot = await start('bot', {
      root,
      store: `sqlite:${join(folder, 'soak.db')}`,
      slack: slack.config,
      teams: teams.config,
      world: { text: world, elsewhere: JSON.parse(azure.url) },
    });
    const doors = [
      { platform: slack, url: new URL('/slack/events', bot.url).href },
      { platform: teams, url: new URL('/api/messages', bot.url).href },
    ];
    const soaked = await soak(doors, bot, paste, effort === 1 ? whole : quick);
    await bot.stop();
    return figuresOf(soaked);
  } finally {
    await stopAll();
    await Promise.all([slack.close(), teams.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('./load/soak.mjs').Soaked} soaked */
function figuresOf({ conversations, events, seconds, cpuPerEvent, lost, samples }) {
  const warm = samples.filter(({ done }) => done >= conversations * WARM_UP);
  const curve = (/** @type {'rss' | 'heapUsed'} */ of) =>
    samples.map((sample) => /** @type {const} */ ([sample.done, sample[of] / 2 ** 20]));
  const grown = (/** @type {'rss' | 'heapUsed'} */ of) =>
    growth(warm.map((sample) => /** @type {const} */ ([sample.done, sample[of]])));
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => {
    const done = (conversations * step) / STEPS;
    return samples.find((sample) => sample.done >= done) ?? samples.at(-1);
  }).filter((sample) => sample !== undefined);
  const rss = grown('rss');
  const least = (/** @type {number} */ fifth) =>
    mb(
      Math.min(
        ...samples
          .filter(
            ({ done }) => done >= (conversations * fifth) / 5 && done <= (conversations * (fifth + 1)) / 5,
          )
          .map(({ heapUsed }) => heapUsed),
      ),
    );
  return {
    table: [
      '| conversations | after | memory (RSS) | heap in use |',
      '| --- | --- | --- | --- |',
      ...steps.map(
        ({ done, at, rss, heapUsed }) =>
          `| ${done.toLocaleString('en-US')} | ${at.toFixed(0)} s | ${mb(rss)} | ${mb(heapUsed)} |`,
      ),
      '',
      `${conversations.toLocaleString('en-US')} conversations, ${events.toLocaleString('en-US')} events in ${seconds.toFixed(0)} s: ${(events / seconds).toFixed(0)} events/s, ${ms(cpuPerEvent)} of processor time each. Along a straight line through the samples after the first ${WARM_UP * 100} %, memory grows ${rss.toFixed(3)} ×, the heap in use ${grown('heapUsed').toFixed(3)} ×.`,
    ],
    bars: [
      {
        ok: rss < GROWTH_BAR,
        measured: `memory after ${conversations.toLocaleString('en-US')} conversations ${rss.toFixed(3)} × that after the first ${WARM_UP * 100} %`,
        bar: `${GROWTH_BAR} ×`,
      },
      { ok: lost === 0, measured: `${lost} conversations in which an answer did not come`, bar: `0` },
    ],
    notes: [
      `- after a collection the heap falls to ${least(1)} in the second fifth of the conversations, to ${least(4)} in the last`,
    ],
    pictures: [
      {
        name: 'soak.png',
        content: picture({
          title: 'Memory of one bot',
          x: 'conversations',
          y: 'MB',
          curves: [
            { name: 'RSS', ink: [0, 90, 180], points: curve('rss') },
            { name: 'heap in use', ink: [200, 90, 0], points: curve('heapUsed') },
          ],
        }),
      },
    ],
  };
}
