/** What the sandbox sees of somebody: connections as they come in, and requests with their answers. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inWords, tripsOf } from '../live/chain.mjs';
import { recorded } from '../live/record.mjs';

/**
 * @typedef {object} Seen
 * @property {number} requests
 * @property {number} connections
 * @property {string[]} trips what was asked, round trip after round trip
 * @property {number} network milliseconds from the first connection, or the first request on one that was there, to the end of
 *   the last answer
 */

const HTTPS = 443;

/**
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<{ seen: Seen, result: Result }>}
 */
export async function watched(work) {
  /** @type {number[]} */
  const opened = [];
  const onSocket = (/** @type {unknown} */ message) => {
    // The form of this channel's messages (nodejs.org, api/diagnostics_channel.html).
    const { socket } = /** @type {{ socket: import('node:net').Socket }} */ (message);
    // Beside those of the world's addresses there is the connection behind each, at another port.
    if (socket.localPort === HTTPS) opened.push(performance.now());
  };
  subscribe('net.server.socket', onSocket);
  try {
    const { requests, result } = await recorded(work);
    const first = Math.min(...opened, ...requests.map(({ start }) => start));
    const last = Math.max(...requests.map(({ end }) => end));
    const seen = {
      requests: requests.length,
      connections: opened.length,
      trips: tripsOf(requests).map(inWords),
      network: last - first,
    };
    return { seen, result };
  } finally {
    unsubscribe('net.server.socket', onSocket);
  }
}
