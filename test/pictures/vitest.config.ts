import { defineConfig } from 'vitest/config';

/** `npm run pictures`: no tests, but drawn by their runner, which reads the sources as they are. */
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/pictures/*.pictures.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    pool: 'threads',
  },
});
