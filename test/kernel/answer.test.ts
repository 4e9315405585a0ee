import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { answer, answerSchema, safely, worst, type Answer } from '../../src/kernel/answer.js'
import { atMost, within } from '../../src/kernel/comparator.js'
import { InputError, reject } from '../../src/kernel/input.js'
import { outcomes, Rule } from '../../src/kernel/rule.js'
import { text } from '../../src/kernel/text.js'

const words = { at: '1', says: text('{test}', '{test}') } as const
const limit = new Rule('x/limit', { ...words, force: 'mandatory', test: atMost(3, 'place') })
const span = new Rule('x/span', { ...words, force: 'advisory', test: within(1, 3, 'place') })

describe('the outcome of an answer', () => {
  test('is in order without findings', () => {
    expect(worst([])).toBe('ok')
    expect(answer({}, [], []).outcome).toBe('ok')
  })

  test('is the worst of its findings, in whatever order they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 8 }), (found) => {
        const expected = outcomes[Math.max(...found.map((outcome) => outcomes.indexOf(outcome)))]
        return worst(found.map((outcome) => ({ outcome }))) === expected
      }),
      { seed: 4, numRuns: 5_000 },
    )
  })

  test('is a breach whatever is missing, once a rule is broken', () => {
    expect(answer(null, [limit.unknown(['a']), limit.apply(4, ['b']), span.apply(9, ['c'])], []).outcome).toBe('breach')
    expect(answer(null, [limit.unknown(['a']), span.apply(9, ['c'])], []).outcome).toBe('incomplete')
    expect(answer(null, [limit.apply(3, ['b']), span.apply(9, ['c'])], []).outcome).toBe('advice')
  })
})

describe('the schema of an answer', () => {
  const schema = answerSchema(z.strictObject({ places: z.int() }))
  const full = answer({ places: 3 }, [limit.apply(4, ['sections', 0, 'places']), span.apply(2, []), limit.unknown(['x'])], [{ id: 'X-1', at: '1', taken: 'a', alternatives: ['b'] }])

  test('fits what the kernel puts together, also after a journey through JSON', () => {
    expect(schema.safeParse(full).error).toBe(undefined)
    expect(JSON.parse(JSON.stringify(full))).toEqual(full)
    expect(schema.safeParse(JSON.parse(JSON.stringify(full))).error).toBe(undefined)
  })

  test.each([
    ['another value', { ...full, value: { places: 1.5 } }],
    ['a field too many', { ...full, note: '' }],
    ['an outcome that does not exist', { ...full, outcome: 'fine' }],
    ['a finding without its paragraph', { ...full, findings: [{ ...full.findings[0], at: undefined }] }],
    ['a margin that JSON cannot hold', { ...full, findings: [{ ...full.findings[0], margin: Number.NaN }] }],
    ['no readings', { ...full, readings: undefined }],
  ])('refuses %s', (_name, wrong) => {
    expect(schema.safeParse(wrong).success).toBe(false)
  })
})

describe('safely', () => {
  const ask = (input: number, options?: string): Answer<string> => {
    if (input < 0) reject(['input'], text('is negative', '是負數'))
    if (input === 0) throw new RangeError('a fault of ours')
    return answer(`${input} ${options ?? 'default'}`, [], [])
  }

  test('returns the answer, and passes the options on', () => {
    expect(safely(ask)(1)).toEqual({ ok: true, answer: { outcome: 'ok', value: '1 default', findings: [], readings: [] } })
    expect(safely(ask)(1, 'other')).toMatchObject({ answer: { value: '1 other' } })
  })

  test('returns the error of a malformed input', () => {
    const result = safely(ask)(-1)
    expect(result.ok).toBe(false)
    expect(!result.ok && result.error).toBeInstanceOf(InputError)
    expect(!result.ok && result.error.message).toBe('input: is negative')
  })

  test('hides no other error', () => {
    expect(() => safely(ask)(0)).toThrow(RangeError)
  })
})
