/** A question's world at the addresses of the network of one's own. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { worldText } from '../live/questions.mjs';

/** @typedef {Awaited<ReturnType<typeof import('../live/connect.mjs').program>>} Program */
/** @typedef {import('../live/questions.mjs').Question} Question */
/** @typedef {import('../../sandbox/open.ts').Sandbox} Sandbox */
/** @typedef {import('../../src/azure/network.ts').Network} Network */

/** TCP's answer, and that of TLS 1.3. */
const TRIPS_TO_CONNECT = 2;

/**
 * @param {string} root
 * @param {Program} program
 */
export async function worlds(root, program) {
  /** @type {typeof import('../../sandbox/place/place.ts')} */
  const { Place } = await import(pathToFileURL(join(root, 'dist/sandbox/place/place.js')).href);
  const place = new Place();
  return {
    /**
     * Opens a world as the bot sees it, for as long as it is used.
     *
     * @template Result
     * @param {Question} question
     * @param {{ change: object, toConnect: number }} how to connect: milliseconds of a round trip, twice for each connection
     * @param {(sandbox: Sandbox) => Promise<Result>} use
     */
    async open(question, { change, toConnect }, use) {
      const sandbox = await program.open(worldText(root, question, change));
      try {
        await place.show(slow(sandbox.network('bot'), TRIPS_TO_CONNECT * toConnect), sandbox.world());
        return await use(sandbox);
      } finally {
        await sandbox.close();
      }
    },
    close: () => place.close(),
  };
}

/**
 * @param {Network} network
 * @param {number} milliseconds
 * @returns {Network}
 */
function slow(network, milliseconds) {
  if (milliseconds === 0) return network;
  return {
    ...network,
    connect: async (address, port, signal) => {
      await sleep(milliseconds, null, { signal });
      return network.connect(address, port, signal);
    },
  };
}
