/**
 * `npm run bench`: what a paste, the live checks and an event of a chat platform cost. Exit code 1 when a bar is missed.
 *
 *   --check          fewer runs, for CI
 *   --write          puts the figures into docs/performance.md
 *   --only SECTION   `pastes`, `live` or `chat`
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../bin/build.mjs';
import { benchChat } from './chat.mjs';
import { benchLive } from './live.mjs';
import { benchPastes } from './paste.mjs';
import { barLines, machine, writeInto } from './report.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, write: { type: 'boolean' }, only: { type: 'string' } },
});
const effort = options.check ? 0.2 : 1;
const sections = [
  { name: 'pastes', bench: benchPastes },
  { name: 'live', bench: benchLive },
  { name: 'chat', bench: benchChat },
].filter(({ name }) => options.only === undefined || options.only === name);
if (sections.length === 0) throw new Error(`There is no section "${options.only}".`);

const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);

for (const { name, bench } of sections) {
  const { table, bars, notes } = await bench(root, effort);
  const figures = [machine(options.check ?? false), '', ...table, '', ...barLines(bars), ...notes].join('\n');
  console.log(`${figures}\n`);
  if (options.write) writeInto(join(root, 'docs', 'performance.md'), name, figures);
  if (bars.some(({ ok }) => !ok)) process.exitCode = 1;
}
