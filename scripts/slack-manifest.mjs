/** `npm run manifest:slack`: the app manifest that is uploaded to Slack, from the typed one in the adapter. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from '../bin/build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);
/** @type {{ manifestFile: () => string }} */
const { manifestFile } = await import(pathToFileURL(join(root, 'dist/adapters/slack/manifest.js')).href);
const file = join(root, 'manifest', 'slack', 'manifest.json');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, manifestFile());
// The linter looks at JSON too.
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const { status, stderr } = spawnSync(process.execPath, [biome, 'format', '--write', file]);
if (status !== 0) throw new Error(String(stderr));
