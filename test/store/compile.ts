import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../support/temp.js';

/**
 * Compiles the store alone, for processes of plain Node: what is built meanwhile is not its affair. Types are checked
 * elsewhere.
 *
 * @returns the module that opens a store, and what removes it
 */
export function compileStore(): { readonly module: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'acr-help-store-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.json'),
      compilerOptions: { noEmit: false, noCheck: true, rootDir: repository, outDir: 'out' },
      include: [],
      files: [join(repository, 'src', 'store', 'open.ts')],
    }),
  );
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', root], { encoding: 'utf8' });
  return {
    module: join(root, 'out', 'src', 'store', 'open.js'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
