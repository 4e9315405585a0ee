import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { allGoldenAnswers } from './hostile/all-golden-answers.js'
import { cleanEnvironment, root } from './package/project.js'

// zod checks inputs with code that it generates. A page with a strict Content-Security-Policy, and a Node.js process with
// the flag below, forbid that; every answer must then be the same.

const Report = z.strictObject({ attempts: z.int(), isPossible: z.boolean(), answers: z.array(z.unknown()) })

const answersOf = (flags: readonly string[], ...args: readonly string[]): z.output<typeof Report> =>
  Report.parse(JSON.parse(execFileSync(
    process.execPath,
    ['--import', 'tsx', ...flags, 'test/hostile/golden-answers.ts', ...args],
    { cwd: root, env: cleanEnvironment(), encoding: 'utf8', maxBuffer: Infinity },
  )))

/** The answers here, where code is generated; as JSON has them. */
const expected = (): unknown => JSON.parse(JSON.stringify(allGoldenAnswers()))

const FORBIDDEN = ['--disallow-code-generation-from-strings']

test('where code may not be made from strings, every golden case has the same answer', () => {
  const { isPossible, attempts, answers } = answersOf(FORBIDDEN)
  expect(isPossible).toBe(false)
  expect(attempts).toBeGreaterThan(0)
  expect(answers).toEqual(expected())
})

test('where zod is told to be jitless, it is not even tried', () => {
  const { isPossible, attempts, answers } = answersOf([], 'jitless')
  expect(isPossible).toBe(true)
  expect(attempts).toBe(0)
  expect(answers).toEqual(expected())
})
