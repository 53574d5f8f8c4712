/** Somebody who asks without knowing the key, so many times a second, whatever the answers. */

import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../chat/child.mjs';
import { post } from '../chat/load.mjs';

/** Of all that is sent, every so manieth is large. */
const LARGE_EVERY = 5;
/** Requests that go out together: a timer for each would be too slow. */
const TICK_MS = 20;
/** Like an attacker's machine, it has an end. */
const MOST_SOCKETS = 100;

/**
 * @typedef {object} FloodSettings
 * @property {readonly string[]} urls
 * @property {number} rate requests a second
 * @property {readonly Readonly<Record<string, string>>[]} headers what each is sent with, by turns
 * @property {number} large bytes of the large ones
 */

serve(async (/** @type {FloodSettings} */ { urls, rate, headers, large }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  /** @type {Map<string, number>} */
  const counts = new Map();
  const bodies = [bodyOf(200), bodyOf(large)];
  let going = true;
  let sent = 0;
  const one = async () => {
    const nth = sent++;
    const body = bodies[nth % LARGE_EVERY === 0 ? 1 : 0] ?? Buffer.alloc(0);
    const status = await post(urls[nth % urls.length] ?? '', agent, {
      body,
      headers: headers[Math.floor(nth / LARGE_EVERY) % headers.length] ?? {},
      again: {},
    });
    counts.set(String(status), (counts.get(String(status)) ?? 0) + 1);
  };
  const flooding = (async () => {
    const began = performance.now();
    /** @type {Set<Promise<void>>} */
    const waiting = new Set();
    while (going) {
      const due = ((performance.now() - began) * rate) / 1000;
      while (sent < due) {
        const asked = one().finally(() => waiting.delete(asked));
        waiting.add(asked);
      }
      await sleep(TICK_MS);
    }
    await Promise.all(waiting);
  })();
  return {
    url: '',
    counts: () => Object.fromEntries(counts),
    async close() {
      going = false;
      await flooding;
      agent.destroy();
    },
  };
});

/** @param {number} size in bytes */
function bodyOf(size) {
  const around = JSON.stringify({ type: 'message', text: '' }).length;
  return Buffer.from(JSON.stringify({ type: 'message', text: 'a'.repeat(size - around) }));
}
