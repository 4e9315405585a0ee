import { readFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { run } from '../package/project.js'
import { expectSameAnswers } from './golden-program.js'
import { bun, deno, programOf } from './tools.js'

const folder = inject('project')
const reference = readFileSync(inject('reference'), 'utf8')
const cases = inject('cases')

const runtimes = [
  { ...bun, esm: ['run', 'golden.mjs'], cjs: ['run', 'golden.cjs'] },
  // No permission is given but the one that `require` needs, and nothing is fetched.
  { ...deno, esm: ['run', '--cached-only', '--no-prompt', 'golden.mjs'], cjs: ['run', '--cached-only', '--no-prompt', `--allow-read=${folder}`, 'golden.cjs'] },
]

describe.for(runtimes.map((each) => [each.title, each] as const))('%s', ([, runtime]) => {
  test('is the version that it says', (context) => {
    expect(run(programOf(runtime, context), ['--version'], folder)).toContain(runtime.version)
  })

  test.for([['ESM', runtime.esm], ['CommonJS', runtime.cjs]] as const)(`%s: ${cases} golden cases, each answer the same`, ([, args], context) => {
    expectSameAnswers(run(programOf(runtime, context), args, folder), reference)
  })
})
