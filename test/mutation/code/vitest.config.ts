import { defineConfig } from 'vitest/config'

/**
 * The tests beside the golden cases that a mutation run asks; `try-code.ts` says which. Left out are inputs made to take
 * long, which every change makes longer, and the machine's time zones, which a worker thread cannot set.
 */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(' '),
    exclude: ['test/kernel/{hostile-input,time-zone}.test.ts'],
    testTimeout: 120_000,
  },
})
