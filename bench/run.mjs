/**
 * `npm run bench`: what a paste, the live checks and an event of a chat platform cost. Exit code 1 when a bar is missed.
 *
 *   --check          fewer runs, for CI
 *   --write          puts the figures into docs/performance.md, and into the table at its top
 *   --only SECTION   one of `sections` below; may be given more than once
 *   --all            every section, also those that take minutes
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../bin/build.mjs';
import { benchBesideAz } from './beside-az.mjs';
import { benchChat } from './chat.mjs';
import { benchLive } from './live.mjs';
import { benchLoad } from './load.mjs';
import { benchPastes } from './paste.mjs';
import { benchProofs } from './proofs.mjs';
import { barLines, machine, writeInto } from './report.mjs';
import { benchSoak } from './soak.mjs';
import { record, recorded, summary } from './summary.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});
const effort = options.check ? 0.2 : 1;
const sections = [
  { name: 'pastes', bench: benchPastes, short: true },
  { name: 'live', bench: benchLive, short: true },
  { name: 'beside-az', bench: benchBesideAz, short: true },
  { name: 'chat', bench: benchChat, short: true },
  { name: 'load', bench: benchLoad, short: false },
  { name: 'soak', bench: benchSoak, short: false },
  { name: 'proofs', bench: benchProofs, short: false },
];
const unknown = options.only?.find((only) => !sections.some(({ name }) => name === only));
if (unknown !== undefined) throw new Error(`There is no section "${unknown}".`);

const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);

const page = join(root, 'docs', 'performance.md');
for (const { name, bench, short } of sections) {
  if (!(options.only?.includes(name) ?? (options.all || short))) continue;
  const where = machine(options.check);
  const figured = await bench(root, effort);
  if ('skipped' in figured) {
    console.log(`${name}: skipped, ${figured.skipped}\n`);
    continue;
  }
  /** @type {import('./report.mjs').Figures} */
  const { table, bars, notes, pictures = [], scale } = figured;
  const figures = [where, '', ...table, '', ...barLines(bars), ...notes].join('\n');
  console.log(`${figures}\n`);
  if (bars.some(({ ok }) => !ok)) process.exitCode = 1;
  if (!options.write) continue;
  writeInto(page, name, figures);
  for (const { name, content } of pictures) writeFileSync(join(root, 'docs', 'pictures', name), content);
  if (scale !== undefined) writeInto(join(root, 'docs', 'scale.md'), name, scale.join('\n'));
  record(root, name, { where, bars });
  writeInto(page, 'all', summary(recorded(root)).join('\n'));
}
