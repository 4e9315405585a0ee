import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import * as z from 'zod'
import { goldenFiles } from '../golden-cases.js'
import { run } from '../package/project.js'
import { expectSameAnswers } from './golden-program.js'
import { nodes, programOf, referenceNode, referenceProgram } from './tools.js'

const folder = inject('project')
const reference = readFileSync(inject('reference'), 'utf8')
const cases = inject('cases')

const Told = z.union([
  z.object({ answer: z.object({ outcome: z.string() }) }).transform(({ answer }) => answer.outcome),
  z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })) }).transform(({ issues }) => issues.map(({ path }) => path)),
])
const Line = z.object({ function: z.string(), case: z.string(), told: Told })

describe(`the reference, ${referenceNode.title}`, () => {
  test(`gives the outcome or the error of each of ${cases} golden cases`, () => {
    const given = reference.trimEnd().split('\n').map((line) => Line.parse(JSON.parse(line)))
    const expected = goldenFiles().flatMap(({ entry, cases: own }) => own.map(({ name, outcome, error }) => ({ function: entry.name, case: name, told: error ?? outcome })))
    const inOrder = (lines: readonly { readonly function: string }[]): unknown => [...lines].sort((one, other) => (one.function < other.function ? -1 : Number(one.function > other.function)))
    expect(inOrder(given)).toEqual(inOrder(expected))
  })
})

const commandLine = join(folder, 'node_modules/school-support-rules/dist/cli/main.js')
const records = join(folder, 'node_modules/school-support-rules/fixtures/records/special-school-year.json')
const checkRecords = [commandLine, 'check', records, '--fail-on', 'never']

describe.for(nodes.map((each) => [each.title, each] as const))('%s', ([, node]) => {
  test('is the version that it says', (context) => {
    expect(run(programOf(node, context), ['--version'], folder).trim()).toBe(`v${node.version}`)
  })

  test.for([['ESM', 'golden.mjs'], ['CommonJS', 'golden.cjs']] as const)(`%s: ${cases} golden cases, each answer the same`, ([, file], context) => {
    expectSameAnswers(run(programOf(node, context), [file], folder), reference)
  })

  test('the command line checks records, and prints the same', (context) => {
    expect(run(programOf(node, context), checkRecords, folder)).toBe(run(referenceProgram(), checkRecords, folder))
  })
})
