import { defineConfig } from 'vitest/config'

/**
 * What the kernel promises, and what documents do beside answering: cite and compare. Left out are inputs made to take
 * long, which every change makes longer, and the machine's time zones, which a worker thread cannot set.
 */
export default defineConfig({
  test: { include: ['test/kernel/**/*.test.ts', 'test/*citation.test.ts', 'test/hsinchu-versions.test.ts', 'test/hk-community-projects.test.ts'], exclude: ['test/kernel/{hostile-input,time-zone}.test.ts'], testTimeout: 120_000 },
})
