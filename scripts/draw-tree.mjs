/** `npm run tree`: writes docs/decision-tree.md anew from the tree. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from '../bin/build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);
const { treePage } = await import(pathToFileURL(join(root, 'dist/dialogs/draw.js')).href);

writeFileSync(join(root, 'docs', 'decision-tree.md'), treePage());
