import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The files with property tests, each with a thousand cases a test; see `run.ts`. */
export default defineConfig({
  resolve: { alias: { 'fast-check': fileURLToPath(new URL('fast-check.ts', import.meta.url)) } },
  test: {
    root,
    include: globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
      readFileSync(`${root}/${file}`, 'utf8').includes("from 'fast-check'"),
    ),
    setupFiles: ['test/seeds/fixed-seed.ts'],
    maxWorkers: 2,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
});
