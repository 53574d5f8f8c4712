/** `npm run build:probe`: makes one file of the probe, dist/probe.mjs, which the bot serves. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await build({
  input: join(root, 'src', 'cli', 'probe', 'bundle.ts'),
  platform: 'node',
  logLevel: 'warn',
  output: {
    file: join(root, 'dist', 'probe.mjs'),
    format: 'esm',
    minify: true,
    codeSplitting: false,
  },
});
