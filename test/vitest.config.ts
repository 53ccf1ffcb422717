import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Every service of a test starts threads that load the sources by themselves: compiled once, as by the
// command itself, they cost a quarter less processor time over the whole run.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../node_modules/.cache/slate', import.meta.url));

/**
 * All tests. Limits of time only end what hangs: a test on a busy machine is slow, not wrong, and how
 * fast Slate is stands in test/bench.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/seeds/fixed-seed.ts'],
    // Two files at once: each starts threads and browsers of its own.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
