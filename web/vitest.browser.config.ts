import { defineConfig } from 'vitest/config';

/** The journeys in a real browser (tests/README in web/README.md): one after another, since they share one running service. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.spec.ts'],
    globalSetup: 'tests/support/service.ts',
    fileParallelism: false,
    testTimeout: 90_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
});
