import { defineConfig } from 'vitest/config';

/** `npm run test:clients`: programs that nobody here wrote, against the sandbox. */
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/clients/*.clients.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'threads',
  },
});
