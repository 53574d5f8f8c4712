/** The side of a child process: begins when told how, says what it has used, and ends when told. */
import { meter, usage } from './meter.mjs';

/**
 * @typedef {object} Begun
 * @property {string} url
 * @property {() => Readonly<Record<string, number>>} [counts] of what was logged, by name
 * @property {() => Promise<void>} close
 */

/**
 * @template Settings
 * @param {(settings: Settings) => Promise<Begun>} begin
 */
export function serve(begin) {
  if (process.argv.includes('--meter')) meter();
  process.on('disconnect', () => process.exit());
  /** @type {Begun | undefined} */
  let begun;
  process.on(
    'message',
    async (/** @type {{ ask: 'begin' | 'usage' | 'stop', settings: Settings }} */ { ask, settings }) => {
      if (ask === 'begin') {
        begun = await begin(settings);
        process.send?.({ url: begun.url });
      }
      if (ask === 'usage') process.send?.({ ...usage(), counts: begun?.counts?.() ?? {} });
      if (ask === 'stop') {
        await begun?.close();
        process.exit();
      }
    },
  );
}
