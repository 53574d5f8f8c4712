/** What the live checks cost: round trips that stand one behind the other, and the time beside them. */
import { program as load } from './live/connect.mjs';
import { hanging } from './live/deadline.mjs';
import { judge, told } from './live/judge.mjs';
import { questions } from './live/questions.mjs';
import { ask, situations } from './live/run.mjs';
import { hangingTable, requestTable, tripTable } from './live/tables.mjs';

/** Milliseconds before each answer. At the last one trips are counted. */
const DELAYS = [0, 100, 300];

/** @typedef {import('./live/run.mjs').Run} Run */
/**
 * @typedef {object} Row
 * @property {string} question
 * @property {import('./live/run.mjs').Situation} situation
 * @property {readonly { delay: number, wall: number }[]} walls
 * @property {number} withSetUp wall time at the longest delay where opening connections takes trips too
 * @property {number} delay the longest
 * @property {Run} run the middle one at the longest delay
 */

/**
 * @param {string} root
 * @param {number} effort share of the runs to make
 */
export async function benchLive(root, effort) {
  const program = await load(root);
  const times = Math.max(1, Math.round(5 * effort));
  const delay = DELAYS.at(-1) ?? 0;
  /** @type {Row[]} */
  const rows = [];
  for (const question of questions) {
    const byDelay = [];
    for (const delay of DELAYS) {
      byDelay.push({ delay, runs: await ask(program, root, question, { delay, toConnect: 0, times }) });
    }
    const setUp = await ask(program, root, question, { delay, toConnect: delay, times });
    for (const situation of situations) {
      const walls = byDelay.map(({ delay, runs }) => ({ delay, wall: middle(runs[situation]).wall }));
      const run = middle(byDelay.at(-1)?.runs[situation] ?? []);
      rows.push({
        question: question.name,
        situation,
        walls,
        withSetUp: middle(setUp[situation]).wall,
        delay,
        run,
      });
    }
  }
  const hung = await hanging(program, root);
  return {
    table: [...tripTable(rows), '', ...requestTable(rows), '', ...hangingTable(hung)],
    bars: judge(rows, hung),
    notes: told(rows),
  };
}

/**
 * The run of median time.
 *
 * @param {readonly Run[]} runs
 */
function middle(runs) {
  const found = [...runs].sort((a, b) => a.wall - b.wall)[Math.floor(runs.length / 2)];
  if (found === undefined) throw new Error('no run');
  return found;
}
