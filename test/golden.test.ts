import { describe, expect, test } from 'vitest'
import { InputError } from '../src/kernel/input.js'
import { ask, citedBy, goldenFiles, type GoldenCase, type GoldenFile } from './golden-cases.js'

/** The name of a rule within its module: what a case calls it. */
const nameOf = (ruleId: string): string => ruleId.slice(ruleId.indexOf('/') + 1)

function expectAnswer(file: GoldenFile, golden: GoldenCase): void {
  const answer = ask(file, golden)
  const findings = answer.findings.map((finding) => ({ ...finding, rule: nameOf(finding.rule) }))
  expect(answer.outcome, JSON.stringify(findings, null, 1)).toBe(golden.outcome)
  for (const [name, figure] of Object.entries(golden.value ?? {})) expect(answer.value, name).toHaveProperty([name], figure)

  const expected = golden.findings ?? []
  for (const finding of expected) expect(findings).toContainEqual(expect.objectContaining(finding))
  const unexpected = findings.filter(
    ({ outcome, rule, path }) =>
      outcome !== 'ok' && !expected.some((finding) => finding.rule === rule && (finding.path === undefined || JSON.stringify(finding.path) === JSON.stringify(path))),
  )
  expect(unexpected, 'every finding that is not in order is named by the case').toEqual([])
  if (golden.readings !== undefined) {
    expect(answer.readings).toEqual(golden.readings.map((reading): unknown => expect.objectContaining(reading)))
  }
}

describe.each(goldenFiles().map((file) => [file.entry.name, file] as const))('%s', (_name, file) => {
  test.each(file.cases.map((golden) => [golden.name, golden] as const))('%s', (_case, golden) => {
    if (golden.error === undefined) {
      expectAnswer(file, golden)
      return
    }
    let thrown: unknown
    try {
      ask(file, golden)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(InputError)
    expect(thrown instanceof InputError && thrown.issues.map(({ path }) => path)).toEqual(golden.error)
  })

  test('cites only provisions of its document', () => {
    const locators = file.entry.module.ledger.map(({ at }) => at)
    expect(file.cases.flatMap(citedBy).filter((at) => !locators.includes(at))).toEqual([])
  })
})
