/** The bot and the playground, each a process of its own. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 30_000;
const STOP_MS = 10_000;
/** The network has nobody else in it. */
const BOT = 'http://127.0.0.1:3978';
export const PLAYGROUND = 'http://localhost:56150';

/** @typedef {{ readonly stop: () => Promise<void> }} Running */

/**
 * The bot as anybody starts it: `acr-help serve`, for a test client on this machine.
 *
 * @param {object} options
 * @param {string} options.root of the repository
 * @param {string} options.world file
 * @param {string} options.tenant
 * @param {string} options.store file
 * @param {string} options.log file
 * @returns {Promise<Running>}
 */
export function startBot({ root, world, tenant, store, log }) {
  const env = {
    ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_US.UTF-8' },
    ...{ TEAMS_LOCAL: '1', TEAMS_TENANT_ID: tenant, STORE: `sqlite:${store}`, PORT: '3978' },
  };
  const args = [join(root, 'bin', 'acr-help.mjs'), 'serve', '--world', world];
  return start(args, { env, cwd: root, log, ready: `${BOT}/readyz` });
}

/**
 * @param {object} options
 * @param {string} options.program
 * @param {string} options.config
 * @param {string} options.folder for what it writes
 * @returns {Promise<Running>}
 */
export function startPlayground({ program, config, folder }) {
  const env = {
    ...{ PATH: process.env['PATH'], HOME: folder, TEAMSAPPTESTER_BROWSER: 'none' },
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
    M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground-own.log'),
  };
  const args = [program, '-e', `${BOT}/api/messages`, '-c', 'msteams', '-p', '56150', '--dt'];
  const log = join(folder, 'playground.log');
  return start(args, { env, cwd: folder, log, ready: `${PLAYGROUND}/_debug/ping` });
}

/**
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd: string, log: string, ready: string }} options
 * @returns {Promise<Running>}
 */
async function start(args, { env, cwd, log, ready }) {
  const child = spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const out = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()));
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const running = {
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(kill, STOP_MS);
      await ended;
      clearTimeout(late);
      process.off('exit', kill);
      out.end();
    },
  };
  for (const limit = Date.now() + START_MS; Date.now() < limit; await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`${args[0]} ended by itself, see ${log}`);
    const answer = await fetch(ready).catch(() => null);
    if (answer?.ok) return running;
  }
  await running.stop();
  throw new Error(`${args[0]} did not start, see ${log}`);
}
