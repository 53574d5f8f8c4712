/**
 * `npm run test:clients`: az, docker, skopeo, podman, containerd and Azure's SDK against the sandbox, in a network of their own.
 * Runs what the machine has, says what it skipped, and prints one table: world, client, what came of it, and what the
 * diagnosis reads in the text.
 *
 *   -- --install         first installs Debian's packages that are missing (apt-get, as root)
 *   -- --chroot[=SUITE]  first makes a chroot with the clients of a later Debian, trixie if none is named; it stays, and is
 *                        used by every run from then on
 *   -- --write           keeps the texts in test/clients/recorded and the table in docs/compatibility.md
 *   -- --only=NAMES      only these situations, parted by commas
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../bin/build.mjs';
import { installPackages, makeChroot } from './install.mjs';
import { chroots, findMachines } from './machines.mjs';
import { ownNamespaces, setUp } from './namespace.mjs';
import { writeRecords } from './records.mjs';
import { pageOf, resultsIn, tableOf } from './table.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const self = fileURLToPath(import.meta.url);

if (process.argv[2] === 'inside') process.exitCode = inside(process.argv[3] ?? '', process.argv.slice(4));
else process.exitCode = await outside(withDefaultSuite(process.argv.slice(2)));

/**
 * `--chroot` may stand alone.
 *
 * @param {readonly string[]} args
 */
function withDefaultSuite(args) {
  return args.map((it) => (it === '--chroot' ? '--chroot=trixie' : it));
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function outside(args) {
  const { values } = parseArgs({
    args,
    options: {
      install: { type: 'boolean', default: false },
      chroot: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  if (values.install) installPackages(values.chroot.length > 0);
  for (const suite of values.chroot) makeChroot(suite);
  const enter = ownNamespaces();
  if (enter === null) {
    console.log('skipped: this user may not make a network of its own (unshare, ip), or iproute2 is missing');
    return 0;
  }
  const built = await ensureBuilt(root);
  if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);
  const work = mkdtempSync(join(tmpdir(), 'acr-help-clients-'));
  const found = join(work, 'machines.json');
  const lines = join(work, 'results.jsonl');
  try {
    const [command = '', ...rest] = [...enter, process.execPath, self, 'inside', work, values.only];
    const played = spawnSync(command, rest, { cwd: root, stdio: 'inherit' });
    if (!existsSync(lines)) return played.status ?? 1;
    const machines = JSON.parse(readFileSync(found, 'utf8'));
    const results = await resultsIn(root, readFileSync(lines, 'utf8'));
    console.log(`\n${tableOf(results, machines)}`);
    if (values.write) {
      writeRecords(join(root, 'test/clients/recorded'), results);
      writeFileSync(join(root, 'docs/compatibility.md'), pageOf(results, machines));
    }
    return played.status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @param {string[]} options names of situations, parted by commas
 * @returns {number} exit code
 */
function inside(work, [only = '']) {
  setUp(work, chroots());
  const machines = findMachines(root);
  writeFileSync(join(work, 'machines.json'), JSON.stringify(machines));
  for (const { name, programs } of machines) {
    const here = Object.entries(programs).map(([program, version]) => `${program} ${version}`);
    console.log(`${name}: ${here.join(', ')}`);
    for (const program of ['az', 'docker', 'dockerd', 'skopeo', 'podman', 'containerd']) {
      if (!(program in programs)) console.log(`  skipped: ${program} is not installed`);
    }
  }
  const setting = {
    work,
    machines,
    results: join(work, 'results.jsonl'),
    only: only.split(',').filter((it) => it !== ''),
  };
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'test/clients/vitest.config.ts', '--reporter=default'];
  const env = { ...process.env, NO_COLOR: '1', CLIENTS: JSON.stringify(setting) };
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}
