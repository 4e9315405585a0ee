import { defineConfig } from 'vitest/config'

const MINUTES = 60_000

export default defineConfig({
  test: {
    name: 'runtimes',
    root: new URL('../../', import.meta.url).pathname,
    include: ['test/runtimes/**/*.test.ts'],
    globalSetup: ['test/package/build.ts', 'test/runtimes/setup.ts'],
    reporters: ['default', './test/runtimes/table.ts'],
    testTimeout: 10 * MINUTES,
    hookTimeout: 3 * MINUTES,
  },
})
