/** `npm run worlds:schema`: the JSON Schema of world files, for editors, from what the loader checks. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from '../bin/build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = await ensureBuilt(root);
if (!built.ok) throw new Error(`${built.output ?? ''}${built.problem}`);
/** @type {{ jsonSchemaText: () => string }} */
const { jsonSchemaText } = await import(pathToFileURL(join(root, 'dist/sandbox/world/json-schema.js')).href);
writeFileSync(join(root, 'sandbox', 'worlds', 'world.schema.json'), jsonSchemaText());
