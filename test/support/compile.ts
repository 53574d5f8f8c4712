import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './temp.js';

/**
 * Compiles parts of the program for processes of plain Node: what is built meanwhile is not their affair. Types are
 * checked elsewhere.
 *
 * @param files of `src`; what they import comes with them
 * @returns the folder in which `src` is then, and what removes it
 */
export function compileParts(files: readonly string[]): { readonly folder: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'acr-help-parts-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.json'),
      compilerOptions: { noEmit: false, noCheck: true, rootDir: repository, outDir: 'out' },
      include: [],
      files: files.map((file) => join(repository, 'src', file)),
    }),
  );
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', root], { encoding: 'utf8' });
  return { folder: join(root, 'out'), remove: () => rmSync(root, { recursive: true, force: true }) };
}
