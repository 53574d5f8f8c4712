/** Several bots as one: the driver spreads what it delivers, so that nothing stands between it and them. */

/** @typedef {import('../chat/processes.mjs').Running} Running */

/**
 * @param {readonly Running[]} bots
 * @returns {Pick<Running, 'urls' | 'used' | 'stop'>}
 */
export function together(bots) {
  return {
    urls: bots.flatMap(({ urls }) => urls),
    async used() {
      const all = await Promise.all(bots.map((bot) => bot.used()));
      /** @type {Record<string, number>} */
      const counts = {};
      for (const [name, count] of all.flatMap((it) => Object.entries(it.counts)))
        counts[name] = (counts[name] ?? 0) + count;
      const sum = (/** @type {(used: (typeof all)[number]) => number} */ of) =>
        all.reduce((before, it) => before + of(it), 0);
      return {
        counts,
        requests: sum((it) => it.requests),
        untilAnswer: sum((it) => it.untilAnswer),
        cpu: sum((it) => it.cpu),
        rss: sum((it) => it.rss),
        heapUsed: sum((it) => it.heapUsed),
      };
    },
    async stop() {
      await Promise.all(bots.map((bot) => bot.stop()));
    },
  };
}
