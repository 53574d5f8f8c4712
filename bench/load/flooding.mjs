/** A program at its work while somebody else floods it with what nobody signed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../chat/processes.mjs';
import { unsignedHeaders } from './unsigned.mjs';

const EVERY_MS = 1_000;

/** @typedef {{ rate: number, large: number }} Flood requests a second, bytes of the large ones */
/**
 * @typedef {object} Flooding
 * @property {number} rss before it began
 * @property {number} early the most memory in the first half
 * @property {number} late the most memory in the second half
 * @property {number} perSecond requests that were answered
 * @property {Readonly<Record<string, number>>} statuses how they were answered; 0 where the connection was cut
 */

/**
 * @template Worked
 * @param {import('../chat/platform.mjs').Platform} platform
 * @param {import('../chat/serving.mjs').Program} program
 * @param {Flood} flood
 * @param {() => Promise<Worked>} work
 * @returns {Promise<{ worked: Worked, flooding: Flooding }>}
 */
export async function whileFlooded(platform, program, flood, work) {
  const { rss } = await program.used();
  const headers = await unsignedHeaders(platform);
  const began = performance.now();
  const flooder = await start('flood', { ...flood, urls: program.urls, headers });
  let going = true;
  /** @type {number[]} */
  const memory = [];
  const watching = (async () => {
    while (going) {
      memory.push((await program.used()).rss);
      await sleep(EVERY_MS);
    }
  })();
  try {
    const worked = await work();
    const { counts } = await flooder.used();
    const answered = Object.values(counts).reduce((all, count) => all + count, 0);
    const perSecond = (answered * 1000) / (performance.now() - began);
    const half = Math.floor(memory.length / 2);
    const [early, late] = [memory.slice(0, half), memory.slice(half)].map((all) => Math.max(...all));
    return { worked, flooding: { rss, early: early ?? rss, late: late ?? rss, perSecond, statuses: counts } };
  } finally {
    going = false;
    await Promise.all([watching, flooder.stop()]);
  }
}
