import { defineConfig } from 'vitest/config'

/** What the kernel promises, and what the documents make of it; not what is built from it. */
export default defineConfig({
  test: { include: ['test/kernel/**/*.test.ts', 'test/citation.test.ts', 'test/golden.test.ts'] },
})
