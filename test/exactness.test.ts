import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { modules } from '../src/catalogue.js'
import { exams, libraryOnly } from './exactness/all.js'
import { everyDay } from './exactness/day-exam.js'
import { engines } from './exactness/engines.js'
import { Marks, sharesOf } from './exactness/exam.js'
import { least, percentOf, plus, toTheCent, when, whole, atMost } from './exactness/expression.js'
import { linesOf, shortTable } from './exactness/table.js'

const titles = new Map(modules.map(({ document }) => [document.id, document.short.en]))

describe.each(modules.map(({ document }) => document.id))('%s', (document) => {
  const own = exams.filter((exam) => exam.document === document)

  test.each(own)(`${titles.get(document) ?? ''} $at, $rule: the library agrees with whole numbers and with walking every day`, (exam) => {
    const { library, disagreements } = exam.sit(libraryOnly)
    expect(disagreements).toEqual([])
    expect(library.wrong).toBe(0)
    expect(library.inputs).toBeGreaterThanOrEqual(Math.min(libraryOnly.library, everyDay.length))
  })

  test('every rule that is put to the test cites a paragraph of the ledger', () => {
    const locators = modules.find((module) => module.document.id === document)?.ledger.map(({ at }) => at)
    expect(own.map(({ at }) => at).filter((at) => locators?.includes(at) !== true)).toEqual([])
  })
})

test('every day of 2015 to 2035 is asked about', () => {
  expect([everyDay.at(0)?.iso, everyDay.at(-1)?.iso, everyDay.length]).toEqual(['2015-01-01', '2035-12-31', 7670])
})

describe('what is wrong is found', () => {
  const exam = sharesOf('hk-community-projects')({ at: '8(e)ii s1', rule: 'of ten dollars', money: ['grant'], facts: (_, index) => ({ grant: index }) })
  const offByACentAtSeven = {
    name: 'off by a cent',
    library: ({ grant }: { readonly grant: number }) => [grant === 7 ? 0.08 : grant / 100],
    oracle: ({ grant }: { readonly grant: number }) => [grant / 100],
    formulas: ['grant'],
  }

  test('one answer among a thousand that is off by a cent is counted and shown', () => {
    const row = exam.under([offByACentAtSeven]).sit({ library: 1_000, engine: () => 0, days: 0 })
    expect([row.library, row.disagreements]).toEqual([{ inputs: 1_000, wrong: 1 }, ['off by a cent {"grant":7}: [0.08] instead of [0.07]']])
  })

  test('an answer with a figure too few is wrong', () => {
    const marks = new Marks()
    marks.mark([1], [1, 2], () => 'one figure')
    expect(marks.tally).toEqual({ inputs: 1, wrong: 1 })
  })
})

describe.each(engines)('a formula in the words of $name', ({ compile }) => {
  const facts = { a: 51, b: 60 }
  const answer = (formula: Parameters<typeof compile>[0]): unknown => compile(formula, Object.keys(facts))(facts)

  test('8% of 51, which is 4.08, is rounded down, to the nearest and up', () => {
    expect((['floor', 'nearest', 'ceiling'] as const).map((way) => answer(whole(way, percentOf(8, 'a'))))).toEqual([4, 4, 5])
  })

  test('30% of 51 is 15.3 to the cent, and 7% of 60 less than 5', () => {
    expect([answer(toTheCent('nearest', percentOf(30, 'a'))), answer(atMost(percentOf(7, 'b'), 5))]).toEqual([15.3, true])
  })

  test('a condition chooses between two formulas', () => {
    expect([answer(when(atMost('a', 'b'), plus('a', 'b'), 0)), answer(when(atMost('b', 'a'), 0, least('a', 'b')))]).toEqual([111, 51])
  })
})

test('the table of the README has a line for every document and kind of rule', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const nothingAsked = { readings: 0, library: { inputs: 0, wrong: 0 }, disagreements: [], others: {} }
  const rows = exams.map(({ kind, document, at, rule }) => ({ kind, document, at, rule, ...nothingAsked }))
  expect(linesOf(readme)).toEqual(linesOf(`<!-- exactness: written by \`npm run exactness -- --write\` -->\n${shortTable(rows)}\n<!-- /exactness -->`))
})
