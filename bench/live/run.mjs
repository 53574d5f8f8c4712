/** One question, asked again and again in one world: on a new connection, on one that is ready, once more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inWords, tripsOf } from './chain.mjs';
import { worldText } from './questions.mjs';
import { recorded } from './record.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./connect.mjs').program>>} Program */
/** @typedef {import('./questions.mjs').Question} Question */

/** `cold`: asked in the instant of connecting; `ready`: once tokens are there; `again`: after the first run. */
export const situations = /** @type {const} */ (['cold', 'ready', 'again']);
/** @typedef {(typeof situations)[number]} Situation */
/** @typedef {{ wall: number, requests: number, opened: number, trips: string[] }} Run */
/** @typedef {{ delay: number, toConnect: number, times: number }} How delays in milliseconds */

/** Round trips and some time of the processor that a connection takes to get ready. */
const TRIPS_TO_GET_READY = 6;

/** The run's own deadline is the one that counts. */
const unending = new AbortController().signal;

/**
 * @param {Program} program
 * @param {string} root
 * @param {Question} question
 * @param {How} how
 * @returns {Promise<Record<Situation, Run[]>>}
 */
export async function ask(program, root, question, { delay, toConnect, times }) {
  const sandbox = await program.open(worldText(root, question, { delay }));
  const { subject, checks } = program.work(question);
  /** @type {Record<Situation, Run[]>} */
  const runs = { cold: [], ready: [], again: [] };

  /** @param {number} rest before the first question */
  async function connected(rest) {
    const { connection, count } = program.connect(sandbox, toConnect);
    await sleep(rest);
    return async () => {
      count.opened = 0;
      const { requests, wall } = await recorded(() => connection.run(subject, checks, () => {}, unending));
      const trips = tripsOf(requests).map(inWords);
      return { wall, requests: requests.length, opened: count.opened, trips };
    };
  }

  try {
    // The world makes its certificates for the first one who comes, and the compiler has work too.
    const first = await connected(0);
    await first();
    for (let time = 0; time < times; time++) {
      runs.cold.push(await (await connected(0))());
      const run = await connected(TRIPS_TO_GET_READY * delay + 200);
      runs.ready.push(await run());
      runs.again.push(await run());
    }
  } finally {
    await sandbox.close();
  }
  return runs;
}
