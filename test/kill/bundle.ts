import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { repository } from '../support/temp.js';

/** Drivers with parts that are not JavaScript, or that are looked for while they run. */
const drivers = [/^libsql/, /^pg(?:$|-)/];

/**
 * The program of the processes as one file: hundreds of them begin, and most of their time would go into looking for
 * modules.
 *
 * @returns its path, and what removes it
 */
export async function bundleWorker(): Promise<{ readonly program: string; remove(): void }> {
  const root = mkdtempSync(join(tmpdir(), 'acr-help-worker-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  const input = join(repository, 'test', 'kill', 'worker.ts');
  const bundle = await rolldown({ input, platform: 'node', external: drivers });
  await bundle.write({ dir: join(root, 'out'), format: 'esm', codeSplitting: false });
  await bundle.close();
  return {
    program: join(root, 'out', 'worker.js'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
