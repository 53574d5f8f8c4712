/** A bot under load: how long people and platforms wait, what it costs, and whether anything is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { generator } from '../typical.mjs';
import { Crowd, mix } from './crowd.mjs';
import { openLoop } from './load.mjs';

/** @typedef {Pick<import('./processes.mjs').Running, 'urls' | 'used'>} Program one process, or replicas */
/** @typedef {import('./platform.mjs').Platform} Platform */
/**
 * @typedef {object} How
 * @property {number} rate events a second
 * @property {number} people how many have pasted before it begins
 * @property {number} seconds
 * @property {number} [first] number of the first person, where others were served before
 */

/** Pastes a second before it begins; they warm up the program too. */
const CALM_RATE = 8;
/** The bot has said its last word when nothing was heard for so long. */
const SILENCE_MS = 3_000;
const LONGEST_MS = 120_000;

/** Names of the log that say something went wrong under this load. */
const faults = /limited|failed|late|contended|overtaken|refused|busy|not-kept|not-sent|no-direct/;

/**
 * The bot at its work.
 *
 * @param {Platform} platform
 * @param {Program} bot
 * @param {(number: number) => string} paste
 * @param {How} how
 */
export async function serving(platform, bot, paste, how) {
  const chance = chances(1);
  const crowd = new Crowd(platform, paste, chance, how.first ?? 0);
  const before = (await bot.used()).counts;
  const run = await underLoad(bot, how, chance, {
    calm: (at) => crowd.paste(at).delivery,
    next: (at) => crowd.next(at).delivery,
    done: () => crowd.quiet(SILENCE_MS, LONGEST_MS),
  });
  const { counts } = await bot.used();
  const { first, whole, ...outcome } = crowd.outcome(run.from);
  const since = Object.entries(counts).map(([name, count]) => [name, count - (before[name] ?? 0)]);
  const logged = since.filter(([name, count]) => faults.test(String(name)) && count !== 0);
  const taken = (counts['desk.duplicate'] ?? 0) - (before['desk.duplicate'] ?? 0);
  return {
    ...run.figures,
    first: sorted(first),
    whole: sorted(whole),
    ...outcome,
    lost: run.figures.refused + outcome.unanswered,
    doubled: outcome.repeated + Math.abs(outcome.duplicates - taken),
    faults: Object.fromEntries(logged),
  };
}

/**
 * A bare echo under the same load. It has no questions, so that what is pressed is made up.
 *
 * @param {Platform} platform
 * @param {Program} echo
 * @param {(number: number) => string} paste
 * @param {How} how
 */
export async function echoing(platform, echo, paste, how) {
  const chance = chances(1);
  let people = 0;
  const calm = () => platform.write(people++, paste(people));
  platform.listen(() => {});
  const run = await underLoad(echo, how, chance, {
    calm,
    next: () => {
      const kind = chance();
      if (kind >= mix.press + mix.answer) return calm();
      const control = platform.madeUp(kind < mix.press ? 'press' : 'answer');
      return platform.press(Math.floor(chance() * people), '1700000000.000001', control);
    },
    done: () => sleep(500),
  });
  return run.figures;
}

/**
 * @param {Program} program
 * @param {How} how
 * @param {() => number} chance
 * @param {{ calm: Next, next: Next, done: () => Promise<unknown> }} doing
 *
 * @typedef {(at: number) => import('./platform.mjs').Delivery} Next
 */
async function underLoad(program, { rate, people, seconds }, chance, { calm, next, done }) {
  const { urls } = program;
  const prepared = await openLoop(urls, { rate: CALM_RATE, seconds: people / CALM_RATE, chance, next: calm });
  await done();
  const before = await program.used();
  const from = performance.now();
  const answers = await openLoop(urls, { rate, seconds, chance, next });
  await done();
  const after = await program.used();
  return {
    from,
    figures: {
      prepared: prepared.length,
      sent: answers.length,
      refused: [...prepared, ...answers].filter(({ status }) => status !== 200).length,
      acknowledged: sorted(answers.map(({ ms }) => ms)),
      perSecond: perSecond(answers, from),
      cpuPerEvent: (after.cpu - before.cpu) / answers.length / 1000,
      rss: after.rss,
    },
  };
}

/**
 * Events acknowledged a second, until the last one was.
 *
 * @param {readonly { at: number, ms: number }[]} answers
 * @param {number} from
 */
function perSecond(answers, from) {
  const until = answers.reduce((latest, { at, ms }) => Math.max(latest, at + ms), from);
  return (answers.length * 1000) / (until - from);
}

/** @param {number} seed */
function chances(seed) {
  const pick = generator(seed);
  return () => pick(2 ** 32) / 2 ** 32;
}

/** @param {readonly number[]} values */
function sorted(values) {
  return values.toSorted((a, b) => a - b);
}
