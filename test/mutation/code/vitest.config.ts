import { defineConfig } from 'vitest/config'

/**
 * The tests beside the golden cases that a mutation run asks; `try-code.ts` says which. Inputs made to take long have
 * a file of their own: every change makes them take longer.
 */
export default defineConfig({
  test: { include: (process.env['MUTATION_TESTS'] ?? '').split(' '), exclude: ['test/kernel/hostile-input.test.ts'] },
})
