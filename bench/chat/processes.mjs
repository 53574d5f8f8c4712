/** Programs under measurement, each in a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./meter.mjs').Usage & { counts: Readonly<Record<string, number>> }} Used */
/** @typedef {Awaited<ReturnType<typeof start>>} Running */

const programs = {
  azure: new URL('./azure.process.mjs', import.meta.url),
  bot: new URL('./bot.process.mjs', import.meta.url),
  'bolt-echo': new URL('./bolt-echo.process.mjs', import.meta.url),
  flood: new URL('../load/flood.process.mjs', import.meta.url),
  'cloud-adapter-echo': new URL('./cloud-adapter-echo.process.mjs', import.meta.url),
};

/** How Node is told to run by the image; the same for every program, so that they can be compared. */
const served = JSON.parse(
  /^ENTRYPOINT (\[.*\])$/m.exec(
    readFileSync(new URL('../../deploy/Dockerfile', import.meta.url), 'utf8'),
  )?.[1] ?? '[]',
).filter((/** @type {string} */ word) => word.startsWith('--'));

/** @type {Set<() => Promise<void>>} */
const running = new Set();

const ANSWER_MS = 120_000;
const STOP_MS = 20_000;

/**
 * @param {keyof typeof programs} program
 * @param {object} settings
 * @param {{ metered?: boolean }} [how] metered: counts what is spent until each answer
 */
export async function start(program, settings, { metered = false } = {}) {
  const child = fork(fileURLToPath(programs[program]), metered ? ['--meter'] : [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...served],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    running.delete(stop);
    if (child.connected) child.send({ ask: 'stop' });
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(late);
  };
  running.add(stop);
  /** @type {Promise<unknown>} */
  let before = Promise.resolve();
  /** @param {object} message */
  const ask = (message) => {
    // One after the other: an answer does not tell what it answers.
    const answer = before.then(() => answerTo(message));
    before = answer.catch(() => {});
    return answer;
  };
  /** @param {object} message */
  const answerTo = async (message) => {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = Promise.race([
      once(child, 'message', { signal }),
      exited.then(() => Promise.reject(new Error(`${program} has ended`))),
    ]);
    child.send(message);
    const [said] = await answer;
    return said;
  };
  /** @type {{ url: string }} */
  const { url } = await ask({ ask: 'begin', settings });
  return {
    url,
    urls: [url],
    /** @returns {Promise<Used>} */
    used: () => ask({ ask: 'usage' }),
    stop,
  };
}

/** Stops what is still running, as after an error. */
export async function stopAll() {
  await Promise.all([...running].map((stop) => stop()));
}
