import { defineConfig } from 'vitest/config'

const BUILT = ['test/package/**/*.test.ts', 'test/readme.test.ts']
const ELSEWHERE = ['test/elsewhere.test.ts']
// What needs other runtimes or a queue has a configuration of its own.
const OWN_CONFIGURATION = ['test/runtimes/**', 'test/queue/**']
// The documents' numbers, each changed by one.
const NUMBERS = ['test/mutation/**/*.test.ts']
// Millions of answers, which are the same in every place.
const EXACTNESS = ['test/exactness.test.ts']
const MINUTES = 60_000

export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text', 'html'] },
    projects: [
      { test: { name: 'rules', include: ['test/**/*.test.ts'], exclude: [...BUILT, ...ELSEWHERE, ...EXACTNESS, ...OWN_CONFIGURATION, ...NUMBERS], sequence: { groupOrder: 0 }, testTimeout: MINUTES } },
      { test: { name: 'exactness', include: EXACTNESS, sequence: { groupOrder: 0 }, testTimeout: 5 * MINUTES } },
      // What is published: these build the package first.
      { test: { name: 'package', include: BUILT, globalSetup: 'test/package/build.ts', sequence: { groupOrder: 1 }, testTimeout: 3 * MINUTES , hookTimeout: 3 * MINUTES } },
      { test: { name: 'numbers', include: NUMBERS, sequence: { groupOrder: 1 }, testTimeout: 10 * MINUTES } },
      // The two above once more, in other time zones and languages.
      { test: { name: 'elsewhere', include: ELSEWHERE, sequence: { groupOrder: 2 }, testTimeout: 21 * MINUTES } },
    ],
  },
})
