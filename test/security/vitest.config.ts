import { defineConfig } from 'vitest/config';

/** `npm run test:defences`: scripts/defences.mjs says which. */
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/security/removals.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
