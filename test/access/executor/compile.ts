import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../../support/temp.js';

/** What `child.mjs` loads; the rest comes with it. */
const files = ['store/open.ts', 'access/executor/executor.ts', 'azure/granter-client.ts'];

/**
 * Compiles the executor for processes of plain Node: what is built meanwhile is not its affair. Types are checked
 * elsewhere.
 */
export function compileExecutor(): { readonly folder: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'acr-help-executor-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.json'),
      compilerOptions: { noEmit: false, noCheck: true, rootDir: repository, outDir: 'out' },
      include: [],
      files: [...files, 'access/policy/load.ts', 'azure/credential.ts', 'azure/egress-client.ts'].map((it) =>
        join(repository, 'src', it),
      ),
    }),
  );
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', root], { encoding: 'utf8' });
  return {
    folder: join(root, 'out'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
