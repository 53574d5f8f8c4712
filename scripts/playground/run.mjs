/**
 * `npm run test:playground`: the bot on Teams before somebody's eyes. Microsoft's Agents Playground stands in for Teams,
 * Chromium for the person; both and the bot run in a network of their own that has only loopback. Where that cannot be,
 * it says so and is no failure. Screenshots are left in a temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../bin/build.mjs';
import { fetchPlayground, findChromium, loopbackOnly, Missing } from './prerequisites.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [inside, ...inner] = process.argv.slice(2);

if (inside === 'inside') {
  const { play } = await import('./play.mjs');
  const [folder = '', program = ''] = inner;
  process.exitCode = await play(root, folder, program);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'acr-help-playground-'));
  try {
    process.exitCode = await outside(folder);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.log(`skipped: ${error.message}`);
    rmSync(folder, { recursive: true, force: true });
  } finally {
    for (const name of ['package', 'profile', 'bot.db'])
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<number>} exit code
 */
async function outside(folder) {
  findChromium();
  const enter = loopbackOnly();
  const place = join(folder, 'package');
  mkdirSync(place);
  const program = fetchPlayground(place);
  const built = await ensureBuilt(root);
  if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);
  const [command = '', ...args] = [...enter, process.execPath, fileURLToPath(import.meta.url)];
  const played = spawnSync(command, [...args, 'inside', folder, program], { cwd: root, stdio: 'inherit' });
  return played.status ?? 1;
}
