/** Plays all scenarios, in a network that has only loopback. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { castOf, writeConfig } from './people.mjs';
import { chromium as executablePath } from './prerequisites.mjs';
import { startBot, startPlayground } from './programs.mjs';
import { scenarios } from './scenarios.mjs';
import { Screen } from './screen.mjs';
import { writeWorlds } from './worlds.mjs';

/** @typedef {import('./scenarios.mjs').Stage} Stage */

/** A question to choose from, one to type, and a fix that can be seen. */
const WORLD = 'sandbox/worlds/repo-token-disabled.yaml';
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update'];
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync', ...quiet];
const viewport = { width: 1440, height: 1100 };
/** Text is pasted as people do it. */
const permissions = ['clipboard-read', 'clipboard-write'];

/**
 * Starts bot, playground and browser, plays all scenarios, and ends them.
 *
 * @param {string} root of the repository, built
 * @param {string} folder for logs and screenshots
 * @param {string} program the playground
 * @returns {Promise<number>} exit code
 */
export async function play(root, folder, program) {
  const at = (/** @type {string} */ name) => join(folder, name);
  const world = join(root, WORLD);
  const cast = await castOf(root, world);
  writeWorlds(world, at('world.yaml'), at('mended.yaml'));
  writeConfig(at('playground.yml'), cast);
  const serve = (/** @type {string} */ file) =>
    startBot({ root, world: file, tenant: cast.tenant, store: at('bot.db'), log: at('bot.log') });
  /** @type {typeof import('../../src/knowledge/texts/index.ts')} */
  const { textsFor } = await import(pathToFileURL(join(root, 'dist/src/knowledge/texts/index.js')).href);

  let bot = await serve(at('world.yaml'));
  const playground = await startPlayground({ program, config: at('playground.yml'), folder });
  const options = { executablePath, args, viewport, permissions };
  const browser = await chromium.launchPersistentContext(at('profile'), options);
  try {
    const screen = new Screen(await browser.newPage(), folder);
    await screen.open();
    const repair = async () => {
      await bot.stop();
      bot = await serve(at('mended.yaml'));
    };
    return await playAll({ screen, cast, textsFor, repair }, folder);
  } finally {
    await browser.close();
    await playground.stop();
    await bot.stop();
  }
}

/**
 * Each builds on the one before: the first that fails is the last.
 *
 * @param {Stage} stage
 * @param {string} folder
 * @returns {Promise<number>} exit code
 */
async function playAll(stage, folder) {
  const began = performance.now();
  for (const [name, scenario] of Object.entries(scenarios)) {
    const start = performance.now();
    try {
      await scenario(stage);
      console.log(`ok    ${since(start)}  ${name}`);
    } catch (error) {
      console.log(`FAIL  ${since(start)}  ${name}`);
      console.log(String(error instanceof Error ? error.message : error).replaceAll(/^/gm, '      | '));
      await stage.screen.shot('failed');
      console.log(`\nscreenshots and logs: ${folder}`);
      return 1;
    }
  }
  const count = Object.keys(scenarios).length;
  console.log(`\n${count} scenarios shown in ${since(began).trim()}; screenshots: ${folder}`);
  return 0;
}

/** @param {number} start */
function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(6);
}
