/** Processor time until the acknowledgement: the bot and a bare echo by turns, one delivery after the other. */
import { oneByOne } from './load.mjs';

const PEOPLE = 50;
const BLOCK = 100;

/** @typedef {import('./processes.mjs').Running} Running */
/** @typedef {import('./platform.mjs').Platform} Platform */
/**
 * @typedef {object} Cost
 * @property {Platform['name']} platform
 * @property {'message' | 'press'} what
 * @property {number} bot microseconds a delivery
 * @property {number} echo
 * @property {number} ratio
 */

/**
 * @param {Platform} platform
 * @param {Running} bot
 * @param {Running} echo
 * @param {(number: number) => string} paste
 * @param {{ warmUp: number, blocks: number }} how
 * @returns {Promise<Cost[]>}
 */
export async function acknowledging(platform, bot, echo, paste, { warmUp, blocks }) {
  const kinds = /** @type {const} */ (['message', 'press']);
  /** @type {Record<Cost['what'], { bot: number, echo: number }[]>} */
  const costs = { message: [], press: [] };
  for (let block = 0; block < warmUp + blocks; block++) {
    for (const what of kinds) {
      // Who comes first has the machine as the others have left it.
      const turns = block % 2 === 0 ? [bot, echo] : [echo, bot];
      const spent = new Map();
      for (const program of turns) spent.set(program, await cost(program, deliveries(platform, what, paste)));
      if (block >= warmUp) costs[what].push({ bot: spent.get(bot), echo: spent.get(echo) });
    }
  }
  return kinds.map((what) => ({
    platform: platform.name,
    what,
    bot: middle(costs[what].map((it) => it.bot)),
    echo: middle(costs[what].map((it) => it.echo)),
    ratio: middle(costs[what].map((it) => it.bot / it.echo)),
  }));
}

/**
 * @param {Platform} platform
 * @param {Cost['what']} what
 * @param {(number: number) => string} paste
 */
function deliveries(platform, what, paste) {
  return Array.from({ length: BLOCK }, (_, i) =>
    what === 'message'
      ? platform.write(i % PEOPLE, paste(i))
      : platform.press(i % PEOPLE, '1700000000.000001', platform.madeUp(i % 3 === 0 ? 'press' : 'answer')),
  );
}

/**
 * @param {Running} program
 * @param {readonly import('./platform.mjs').Delivery[]} all
 */
async function cost(program, all) {
  const before = await program.used();
  await oneByOne(program.url, all);
  const after = await program.used();
  return (after.untilAnswer - before.untilAnswer) / (after.requests - before.requests);
}

/** @param {readonly number[]} values */
function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
