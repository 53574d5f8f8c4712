/**
 * The live checks beside `az acr check-health`: the same worlds, registries and identity, in a network that has the world only.
 * Both are processes of their own that use the machine's network: names over DNS, TCP, TLS.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownNamespaces } from '../scripts/clients/namespace.mjs';
import { judge } from './beside-az/judge.mjs';
import { askedTable, besideTable, hangingTable } from './beside-az/tables.mjs';

const inside = fileURLToPath(new URL('./beside-az/inside.process.mjs', import.meta.url));

/** @typedef {import('./beside-az/inside.process.mjs').Measured} Measured */

/**
 * @param {string} root
 * @param {number} effort share of the runs to make
 * @returns {Promise<import('./report.mjs').Figures | { skipped: string }>}
 */
export async function benchBesideAz(root, effort) {
  const found = spawnSync('sh', ['-c', 'command -v az && command -v ip'], { stdio: 'ignore' });
  if (found.status !== 0)
    return { skipped: 'az or iproute2 is missing; npm run test:clients -- --install fetches them' };
  const enter = ownNamespaces();
  if (enter === null) return { skipped: 'this user may not make a network of its own (unshare)' };
  const work = mkdtempSync(join(tmpdir(), 'acr-help-bench-'));
  try {
    const [command = '', ...rest] = [...enter, process.execPath, inside, root, work, String(effort)];
    const { status } = spawnSync(command, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const results = join(work, 'measured.json');
    if (status !== 0 || !existsSync(results))
      throw new Error('the comparison with az did not come to its end');
    /** @type {Measured} */
    const measured = JSON.parse(readFileSync(results, 'utf8'));
    return {
      table: [...besideTable(measured), '', ...askedTable(measured), '', ...hangingTable(measured)],
      bars: judge(measured),
      notes: [],
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
