import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The repository's root. */
export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A fresh folder holding the given files, removed when the test is over. */
export function tempTree(files: Readonly<Record<string, string>>): string {
  // macOS hands out a symbolic link; tools answer with the real path.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'acr-help-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
