/** Measures both, inside the network of its own. Arguments: root of the repository, folder to work in, effort. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chroots, findMachines } from '../../scripts/clients/machines.mjs';
import { setUp } from '../../scripts/clients/namespace.mjs';
import { program as load } from '../live/connect.mjs';
import { questions } from '../live/questions.mjs';
import { Az } from './az.mjs';
import { Ours } from './ours.mjs';
import { watched } from './watch.mjs';
import { worlds } from './world.mjs';

/** Milliseconds before each answer. */
const DELAYS = [0, 100, 300];
/** Round trips until a connection of ours is ready, and time for the processor. */
const TRIPS_TO_GET_READY = 6;
const TIME_TO_GET_READY_MS = 400;
/** How long az may wait for a handshake that never comes; it has no deadline of its own. */
const PATIENCE_MS = 60_000;

/** @typedef {import('./watch.mjs').Seen & { wall: number }} Run wall in milliseconds: of the process of az, of a question to ours */
/**
 * @typedef {object} Row
 * @property {string} question
 * @property {string} who
 * @property {'az' | 'ready' | 'again'} side az; ours on a connection made before; ours asked again
 * @property {readonly { delay: number, run: Run }[]} runs of median time
 * @property {Run} withSetUp where opening a connection takes its round trips too, at the longest delay
 * @property {number} startUp milliseconds until the process of ours is there; 0 for az, whose wall time has it
 */
/** @typedef {{ who: string, wall: number, ended: boolean, named: boolean }} Hung */
/** @typedef {{ rows: Row[], hung: Hung[], patience: number }} Measured */
/** @typedef {{ side: Row['side'], startUp: number, runs: Run[] }} Held */

const [root = '', work = '', effort = '1'] = process.argv.slice(2);
const times = Math.max(1, Math.round(3 * Number(effort)));
setUp(work, chroots());
const place = await worlds(root, await load(root));
const machines = findMachines(root).filter(({ programs }) => programs['az'] !== undefined);

/**
 * Everybody's runs in one world, by who it is.
 *
 * @param {import('../live/questions.mjs').Question} question
 * @param {{ delay: number, toConnect: number }} how
 */
async function runsOf(question, { delay, toConnect }) {
  /** @type {Map<string, Held>} */
  const all = new Map();
  /**
   * @param {Pick<Row, 'who' | 'side' | 'startUp'>} of
   * @param {() => Promise<{ wall: number }>} work
   */
  const note = async ({ who, ...of }, work) => {
    const held = all.get(who) ?? { ...of, runs: [] };
    all.set(who, held);
    const { seen, result } = await watched(work);
    held.runs.push({ ...seen, wall: result.wall });
  };
  return place.open(question, { change: { delay }, toConnect }, async (sandbox) => {
    for (const machine of machines) {
      const az = new Az(machine, work, sandbox);
      await az.signIn();
      // Its caches are those of somebody who has used it before.
      await az.checkHealth(question, PATIENCE_MS);
      for (let time = 0; time < times; time++)
        await note({ who: az.name, side: 'az', startUp: 0 }, () => az.checkHealth(question, PATIENCE_MS));
    }
    for (let time = 0; time < times; time++) {
      const ours = await Ours.start(root, sandbox, question);
      await sleep(TRIPS_TO_GET_READY * (delay + 2 * toConnect) + TIME_TO_GET_READY_MS);
      const { startUp } = ours;
      await note({ who: 'ours, connected before', side: 'ready', startUp }, () => ours.run());
      await note({ who: 'ours, asked again', side: 'again', startUp }, () => ours.run());
      await ours.stop();
    }
    return all;
  });
}

/** @returns {Promise<Hung[]>} */
async function hanging() {
  const [question] = questions;
  if (question === undefined) throw new Error('no question');
  const faults = { it: { host: question.loginServer, tls: 'hangs' } };
  return place.open(question, { change: { faults }, toConnect: 0 }, async (sandbox) => {
    const all = machines.map(async (machine) => {
      const az = new Az(machine, work, sandbox);
      await az.signIn();
      const { wall, ended } = await az.checkHealth(question, PATIENCE_MS);
      return { who: az.name, wall, ended, named: ended };
    });
    const ours = await Ours.start(root, sandbox, question);
    const { wall, named } = await ours.run();
    await ours.stop();
    return [{ who: 'ours', wall, ended: true, named }, ...(await Promise.all(all))];
  });
}

/**
 * The run of median wall time.
 *
 * @param {readonly Run[]} runs
 */
function middle(runs) {
  const found = runs.toSorted((a, b) => a.wall - b.wall)[Math.floor(runs.length / 2)];
  if (found === undefined) throw new Error('no run');
  return found;
}

/** @type {Row[]} */
const rows = [];
for (const question of questions) {
  const byDelay = [];
  for (const delay of DELAYS) byDelay.push({ delay, all: await runsOf(question, { delay, toConnect: 0 }) });
  const longest = DELAYS.at(-1) ?? 0;
  const setUps = await runsOf(question, { delay: longest, toConnect: longest });
  for (const [who, { side, startUp }] of setUps) {
    const runs = byDelay.map(({ delay, all }) => ({ delay, run: middle(all.get(who)?.runs ?? []) }));
    const withSetUp = middle(setUps.get(who)?.runs ?? []);
    rows.push({ question: question.name, who, side, runs, withSetUp, startUp });
  }
}
const hung = await hanging();
await place.close();
/** @type {Measured} */
const measured = { rows, hung, patience: PATIENCE_MS };
writeFileSync(join(work, 'measured.json'), JSON.stringify(measured));
process.exit();
