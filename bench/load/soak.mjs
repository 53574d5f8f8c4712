/** Many conversations, one after the other, as fast as the bot ends them; its memory meanwhile. */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { post } from '../chat/load.mjs';

/** Silence after which the bot has said all that it has to say for now. */
const SETTLED_MS = 250;
/** Samples between two lines that say how far it is. */
const LINE_EVERY = 30;
/** After so long nothing comes any more. */
const LOST_MS = 60_000;

/** @typedef {import('../chat/platform.mjs').Platform} Platform */
/** @typedef {import('../chat/platform.mjs').Control} Control */
/** @typedef {{ message: string, controls: readonly Control[] } | null} Heard what can be answered */
/** @typedef {{ at: number, done: number, rss: number, heapUsed: number }} Sample seconds, conversations, bytes */
/**
 * @typedef {object} Soaked
 * @property {number} conversations
 * @property {number} events
 * @property {number} seconds
 * @property {number} cpuPerEvent milliseconds
 * @property {number} lost conversations in which nothing was said after something that somebody did
 * @property {readonly Sample[]} samples
 */

/**
 * @param {readonly { platform: Platform, url: string }[]} doors by turns
 * @param {import('../chat/processes.mjs').Running} bot
 * @param {(number: number) => string} paste
 * @param {{ conversations: number, together: number, everyMs: number }} how together: how many are open at a time
 * @returns {Promise<Soaked>}
 */
export async function soak(doors, bot, paste, { conversations, together, everyMs }) {
  const agent = new Agent({ keepAlive: true });
  const rooms = doors.map(({ platform, url }) => ({ platform, url, hears: listening(platform) }));
  let [begun, done, events, lost] = [0, 0, 0, 0];
  /** @param {(typeof rooms)[number]} room @param {number} number */
  const conversation = async ({ platform, url, hears }, number) => {
    /** @param {import('../chat/platform.mjs').Delivery} delivery */
    const say = async (delivery) => {
      const heard = hears(number);
      events += 1;
      const status = await post(url, agent, delivery);
      return status === 200 ? heard : 'nothing';
    };
    const asked = await say(platform.write(number, paste(number)));
    if (asked === 'nothing') return false;
    const answer = asked?.controls.find(({ kind }) => kind === 'answer');
    if (asked === null || answer === undefined) return true;
    return (await say(platform.press(number, asked.message, answer))) !== 'nothing';
  };
  const oneAfterTheOther = async () => {
    while (begun < conversations) {
      const nth = begun++;
      const room = rooms[nth % rooms.length];
      if (room === undefined) return;
      if (!(await conversation(room, Math.floor(nth / rooms.length)))) lost += 1;
      done += 1;
    }
  };
  const before = await bot.used();
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let going = true;
  /** @type {Sample[]} */
  const samples = [];
  const sampling = (async () => {
    while (going) {
      const { rss, heapUsed } = await bot.used();
      samples.push({ at: seconds(), done, rss, heapUsed });
      if (samples.length % LINE_EVERY === 0)
        console.error(
          `soak: ${done} of ${conversations} after ${seconds().toFixed(0)} s, ${(rss / 2 ** 20).toFixed(0)} MB`,
        );
      await sleep(everyMs);
    }
  })();
  await Promise.all(Array.from({ length: together }, oneAfterTheOther));
  going = false;
  const took = seconds();
  await sampling;
  const after = await bot.used();
  agent.destroy();
  const cpuPerEvent = (after.cpu - before.cpu) / events / 1000;
  return { conversations, events, seconds: took, cpuPerEvent, lost, samples };
}

/**
 * Hears what is said to each person; what it returns tells, once they are told nothing more, what they can answer.
 *
 * @param {Platform} platform
 * @returns {(person: number) => Promise<Heard | 'nothing'>}
 */
function listening(platform) {
  /** @type {Map<number, (said: import('../chat/platform.mjs').Said) => void>} */
  const ears = new Map();
  platform.listen((said) => ears.get(said.person)?.(said));
  return (person) =>
    new Promise((resolve) => {
      /** @type {Heard} */
      let heard = null;
      /** @param {Heard | 'nothing'} what */
      const end = (what) => {
        ears.delete(person);
        resolve(what);
      };
      let waiting = setTimeout(() => end('nothing'), LOST_MS);
      ears.set(person, ({ message, controls }) => {
        if (controls.length > 0) heard = { message, controls };
        else if (heard?.message === message) heard = null;
        clearTimeout(waiting);
        waiting = setTimeout(() => end(heard), SETTLED_MS);
      });
    });
}
