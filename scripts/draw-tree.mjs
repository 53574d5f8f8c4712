/** Writes docs/decision-tree.md anew from the tree. Runs on the built program: `npm run tree` builds first. */
import { writeFileSync } from 'node:fs';
import { treePage } from '../dist/dialogs/draw.js';

writeFileSync(new URL('../docs/decision-tree.md', import.meta.url), treePage());
