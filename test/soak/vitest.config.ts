import { defineConfig } from 'vitest/config';

/** `npm run test:soak`: hours rather than seconds, so no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/soak/*.soak.ts'],
    testTimeout: 12 * 3_600_000,
    hookTimeout: 60_000,
    disableConsoleIntercept: true,
  },
});
