import { defineConfig } from 'vitest/config'

/** What the kernel promises. Inputs made to take long have a file of their own: every change makes them take longer. */
export default defineConfig({
  test: { include: ['test/kernel/**/*.test.ts', 'test/citation.test.ts'], exclude: ['test/kernel/hostile-input.test.ts'] },
})
