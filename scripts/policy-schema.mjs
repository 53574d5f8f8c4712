/** `npm run policy:schema`: the JSON Schema of policy files, for editors, from what the loader checks. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from '../bin/build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);
/** @type {{ jsonSchema: () => object }} */
const { jsonSchema } = await import(pathToFileURL(join(root, 'dist/src/access/policy/schema.js')).href);
const file = join(root, 'docs', 'examples', 'policy.schema.json');
writeFileSync(file, JSON.stringify(jsonSchema(), null, 2));
// The linter looks at JSON too.
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const { status, stderr } = spawnSync(process.execPath, [biome, 'format', '--write', file]);
if (status !== 0) throw new Error(String(stderr));
