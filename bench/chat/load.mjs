/** Sends deliveries: at a rate whatever the answers, or one after the other. */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('./platform.mjs').Delivery} Delivery */

/**
 * A server may close a kept connection in the very moment in which it is used again: then it was not asked, and is asked
 * once more.
 *
 * @param {string} url
 * @param {Agent} agent
 * @param {Delivery} delivery
 * @returns {Promise<number>} status; 0 where none came
 */
export function post(url, agent, { body, headers }) {
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': body.length },
    });
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', () => resolve(0));
    });
    sent.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) => {
      if (sent.reusedSocket && code === 'ECONNRESET') resolve(post(url, agent, { body, headers, again: {} }));
      else resolve(0);
    });
    sent.end(body);
  });
}

/**
 * Events come by chance, so many a second on average. Times count from when an event was due, so that what has to wait
 * behind others waits in the figures too.
 *
 * @param {readonly string[]} urls of replicas, which get them by turns
 * @param {{ rate: number, seconds: number, chance: () => number, next: (at: number) => Delivery }} how
 */
export async function openLoop(urls, { rate, seconds, chance, next }) {
  const agent = new Agent({ keepAlive: true });
  const begin = performance.now();
  /** @type {Promise<{ at: number, ms: number, status: number }>[]} */
  const all = [];
  for (let at = begin; at < begin + seconds * 1000; at += (-Math.log(1 - chance()) * 1000) / rate) {
    const early = at - performance.now();
    if (early > 0) await sleep(early);
    const due = at;
    const url = urls[all.length % urls.length] ?? '';
    all.push(
      post(url, agent, next(due)).then((status) => ({ at: due, ms: performance.now() - due, status })),
    );
  }
  const answers = await Promise.all(all);
  agent.destroy();
  return answers;
}

/**
 * One after the other, on one connection, each when the answer before is there and what came behind it is done.
 *
 * @param {string} url
 * @param {readonly Delivery[]} deliveries
 */
export async function oneByOne(url, deliveries) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const delivery of deliveries) {
    const status = await post(url, agent, delivery);
    if (status !== 200) throw new Error(`a delivery was answered with ${status}`);
    await sleep(2);
  }
  agent.destroy();
}
