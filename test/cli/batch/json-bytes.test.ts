import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Finding } from '../../../src/catalogue.js'
import { AnswerBytes } from '../../../src/cli/batch/answer-bytes.js'
import { JsonBytes } from '../../../src/cli/batch/json-bytes.js'

const written = (write: (out: JsonBytes) => void): string => {
  const out = new JsonBytes()
  out.start()
  write(out)
  return Buffer.from(out.written).toString('utf8')
}

/** Texts with all that JSON escapes, of every length in UTF-8, with halves of pairs; and dates, which most texts here are. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', '¶', '學', '😀', '\ud83d', '\ude00', 'a'), maxLength: 6 }),
  fc.constantFrom('2025-09-08', '2026-03-07', '2026-02-"8', '2026年03月', '', 'extended'),
)
const leaf = fc.oneof(text, fc.double(), fc.integer({ min: -400, max: 400 }), fc.boolean(), fc.constant(null))
const fact = fc.oneof(text, fc.double({ noNaN: true }), fc.integer({ min: -400, max: 400 }), fc.boolean())

/** Findings of few shapes, so that many answers share one. */
const finding: fc.Arbitrary<Finding> = fc.record(
  {
    rule: fc.constantFrom('a/withinQuota', '規則'),
    at: fc.constantFrom('10 s1', '4(c)¶2'),
    outcome: fc.constantFrom('ok', 'breach'),
    met: fc.constantFrom(true, false, null),
    path: fc.constantFrom(['endDate'], ['list', 0, '"'], []),
    fact: fc.option(fact),
    limit: fc.option(fc.oneof(fact, fc.array(fact, { maxLength: 3 }))),
    margin: fc.oneof(fc.integer({ min: -400, max: 400 }), fc.double({ noNaN: true })),
  },
  { requiredKeys: ['rule', 'at', 'outcome', 'met', 'path', 'fact', 'limit'] },
)

const figures = fc.oneof(
  fc.record({ threeMonthEnd: fc.option(text), total: leaf, 'a "name"': leaf, none: fc.constant(undefined) }, { requiredKeys: ['total'] }),
  fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
  fc.jsonValue({ maxDepth: 2 }),
)

const answer: fc.Arbitrary<Answer<unknown>> = fc.record({
  outcome: fc.constantFrom('ok', 'judgement', 'breach'),
  value: figures,
  findings: fc.array(finding, { maxLength: 2 }),
  readings: fc.constantFrom([], [{ id: 'A-S6', at: '4(c)¶2', taken: 'correspondingDate', alternatives: ['thirtyDayMonths'] }]),
})

describe('what a batch writes is, byte for byte, what JSON.stringify gives', () => {
  test('for every value', () => {
    fc.assert(
      fc.property(fc.oneof(leaf, fc.jsonValue()), (value) => {
        expect(written((out) => { out.value(value) })).toBe(Buffer.from(JSON.stringify(value)).toString('utf8'))
      }),
      { numRuns: 2000 },
    )
  })

  test('for every answer, whatever answers were written before', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 30 }), (answers) => {
        const bytes = new AnswerBytes()
        const lines = written((out) => {
          for (const each of answers) {
            bytes.write(out, each)
            out.ascii('\n')
          }
        })
        expect(lines).toBe(answers.map((each) => `${JSON.stringify(each)}\n`).join(''))
      }),
      { numRuns: 500 },
    )
  })

  test('for answers of one shape that differ in their texts and numbers only', () => {
    const dates = fc.record({ first: text, fact: text, limit: text, margin: fc.integer(), months: fc.integer() })
    fc.assert(
      fc.property(fc.array(dates, { minLength: 2 }), (all) => {
        const bytes = new AnswerBytes()
        const answers = all.map(({ first, fact: found, limit, margin, months }): Answer<unknown> => ({
          outcome: 'ok',
          value: { first, months },
          findings: [{ rule: 'a/b', at: '1', outcome: 'ok', met: true, path: ['endDate'], fact: found, limit, margin }],
          readings: [],
        }))
        const lines = written((out) => { for (const each of answers) bytes.write(out, each) })
        expect(lines).toBe(answers.map((each) => JSON.stringify(each)).join(''))
      }),
      { numRuns: 1000 },
    )
  })

  test('in memory that was used before and is too small', () => {
    const out = new JsonBytes()
    out.start(new Uint8Array([1, 2, 3]).buffer)
    out.value('longer than three bytes')
    expect(Buffer.from(out.written).toString('utf8')).toBe('"longer than three bytes"')
  })
})
