import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'threads',
    // A warning of Node fails the run (scripts/verify.mjs): it shall say where it comes from.
    execArgv: ['--trace-warnings'],
  },
});
