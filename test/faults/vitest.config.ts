import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: every scenario, where `npm test` takes some each day. */
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/faults/*.test.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    env: { FAULTS: process.env['FAULTS'] ?? 'all' },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    pool: 'threads',
  },
});
