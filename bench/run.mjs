/**
 * `npm run bench`: what a paste, the live checks and an event of a chat platform cost. Exit code 1 when a bar is missed.
 *
 *   --check          fewer runs, for CI
 *   --write          puts the figures into docs/performance.md
 *   --only SECTION   `pastes`, `live`, `beside-az` (skipped where az is missing) or `chat`
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../bin/build.mjs';
import { benchBesideAz } from './beside-az.mjs';
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
  { name: 'beside-az', bench: benchBesideAz },
  { name: 'chat', bench: benchChat },
].filter(({ name }) => options.only === undefined || options.only === name);
if (sections.length === 0) throw new Error(`There is no section "${options.only}".`);

const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);

for (const { name, bench } of sections) {
  const where = machine(options.check ?? false);
  const figured = await bench(root, effort);
  if ('skipped' in figured) {
    console.log(`${name}: skipped, ${figured.skipped}\n`);
    continue;
  }
  const { table, bars, notes } = figured;
  const figures = [where, '', ...table, '', ...barLines(bars), ...notes].join('\n');
  console.log(`${figures}\n`);
  if (options.write) writeInto(join(root, 'docs', 'performance.md'), name, figures);
  if (bars.some(({ ok }) => !ok)) process.exitCode = 1;
}
