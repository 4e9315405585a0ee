import { defineConfig } from 'vitest/config'

const MINUTES = 60_000

export default defineConfig({
  test: {
    name: 'queue',
    root: new URL('../../', import.meta.url).pathname,
    include: ['test/queue/**/*.test.ts'],
    globalSetup: ['test/package/build.ts', 'test/queue/redis.ts'],
    // A million rows take their time.
    testTimeout: 20 * MINUTES,
    hookTimeout: 3 * MINUTES,
  },
})
