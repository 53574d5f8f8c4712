import { defineConfig } from 'vitest/config';

/** `npm run test:kill`: every kill point there is, where `npm test` takes one of each kind. */
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/kill/*.test.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    env: { KILL_POINTS: 'all' },
    pool: 'threads',
  },
});
