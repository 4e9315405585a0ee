import { describe, expect, test } from 'vitest'
import { acrossReadings } from '../../src/kernel/across-readings.js'
import { answer, type Answer } from '../../src/kernel/answer.js'
import { atMost } from '../../src/kernel/comparator.js'
import { InputError, reject } from '../../src/kernel/input.js'
import { defineReadings, type OptionsOf } from '../../src/kernel/reading.js'
import { Rule } from '../../src/kernel/rule.js'
import { text } from '../../src/kernel/text.js'

const said = text('?', '？')
const readings = defineReadings({
  rounding: { at: '1', asks: said, options: { nearest: said, floor: said, ceiling: said }, byDefault: 'nearest' },
  limit: { at: '2', asks: said, options: { strict: said, wide: said }, byDefault: 'strict' },
  only: { at: '3', asks: said, options: { one: said }, byDefault: 'one' },
  strictness: { at: '4', asks: said, options: { firm: said, soft: said }, byDefault: 'firm' },
})
type Options = OptionsOf<typeof readings>

const cap = { strict: new Rule('x/strict', { at: '2', says: said, force: 'mandatory', test: atMost(3, 'place') }), wide: new Rule('x/wide', { at: '2', says: said, force: 'mandatory', test: atMost(4, 'place') }) }
const round = { nearest: Math.round, floor: Math.floor, ceiling: Math.ceil }

describe('a function that leans on no reading', () => {
  test('has one variant, and everything stands', () => {
    const found = acrossReadings((places: number): Answer<number> => answer(places, [], []), 7)
    expect(found).toEqual({ outcomeStands: true, valueStands: true, variants: [{ readings: {}, answer: { outcome: 'ok', value: 7, findings: [], readings: [] } }], refused: [] })
  })
})

describe('a function whose facts contradict each other under one reading', () => {
  const ask = (places: number, options?: Options): Answer<number> => {
    const reader = readings.reader(options)
    if (reader.take('limit') === 'wide' && places < 0) reject(['places'], said)
    return answer(places, [], reader.taken)
  }

  test('lets nothing stand, and says under which reading it was refused', () => {
    const { outcomeStands, valueStands, variants, refused } = acrossReadings(ask, -1)
    expect([outcomeStands, valueStands, variants.length]).toEqual([false, false, 1])
    expect(refused.map(({ readings: choice, error }) => [choice, error.issues[0]?.path])).toEqual([[{ limit: 'wide' }, ['places']]])
  })

  test('still throws where the default reading refuses the facts', () => {
    expect(() => acrossReadings(() => reject(['places'], said), 1)).toThrow(InputError)
  })
})

describe('a function that always leans on two readings', () => {
  function places(share: number, options?: Options): Answer<{ readonly places: number }> {
    const reader = readings.reader(options)
    const value = round[reader.take('rounding')](share)
    reader.take('only')
    return answer({ places: value }, [cap[reader.take('limit')].apply(value, ['share'])], reader.taken)
  }

  test('is asked under every combination; the default comes first', () => {
    const { variants } = acrossReadings(places, 3.4)
    expect(variants[0]?.readings).toEqual({ rounding: 'nearest', only: 'one', limit: 'strict' })
    const combinations = variants.map(({ readings: { rounding, limit }, answer: { value, outcome } }) => [rounding, limit, value.places, outcome].join(' '))
    expect(combinations.toSorted()).toEqual([
      'ceiling strict 4 breach',
      'ceiling wide 4 ok',
      'floor strict 3 ok',
      'floor wide 3 ok',
      'nearest strict 3 ok',
      'nearest wide 3 ok',
    ])
  })

  test('tells whether the outcome and the figures stand', () => {
    const stands = (share: number): readonly boolean[] => {
      const { outcomeStands, valueStands } = acrossReadings(places, share)
      return [outcomeStands, valueStands]
    }
    expect(stands(3.4)).toEqual([false, false])
    expect(stands(2)).toEqual([true, true])
    expect(stands(2.4)).toEqual([true, false])
    expect(stands(4)).toEqual([false, true])
  })
})

describe('a function that leans on a reading only under another', () => {
  const asked: string[] = []
  function nested(_input: null, options?: Options): Answer<string> {
    const reader = readings.reader(options)
    const way = reader.take('rounding')
    const further = way === 'floor' ? reader.take('strictness') : 'none'
    const last = further === 'soft' ? reader.take('limit') : 'none'
    asked.push([way, further, last].join(' '))
    return answer(`${way} ${further} ${last}`, [], reader.taken)
  }

  test('is asked in each branch of the text, and nowhere twice', () => {
    const { variants } = acrossReadings(nested, null)
    expect(variants.map(({ answer: { value } }) => value).toSorted()).toEqual(['ceiling none none', 'floor firm none', 'floor soft strict', 'floor soft wide', 'nearest none none'])
    expect(variants.map(({ readings: { rounding, strictness = 'none', limit = 'none' } }) => [rounding, strictness, limit].join(' '))).toEqual(variants.map(({ answer: { value } }) => value))
  })

  test('is asked a number of times in proportion to its variants', () => {
    asked.length = 0
    acrossReadings(nested, null)
    expect(asked.length).toBeLessThan(20)
  })
})

test('the input is passed on as it is, and what the function throws is thrown', () => {
  const input = Object.freeze({ places: 3 })
  const seen: unknown[] = []
  acrossReadings((given: typeof input): Answer<null> => {
    seen.push(given)
    return answer(null, [], [])
  }, input)
  expect(seen).toEqual([input])
  expect(seen[0]).toBe(input)
  expect(() => acrossReadings((): Answer<null> => { throw new RangeError('no') }, null)).toThrow(RangeError)
})

describe('a function that leans on many readings', () => {
  /** An answer that leans on so many unclear points of two options each. */
  const leaningOn = (points: number) => (_input: null, options?: { readonly readings?: Readonly<Record<string, string | undefined>> | undefined }): Answer<null> => ({
    outcome: 'ok',
    value: null,
    findings: [],
    readings: Array.from({ length: points }, (_, index) => {
      const taken = options?.readings?.[`P${index}`] ?? 'a'
      return { id: `P${index}`, at: '1', taken, alternatives: [taken === 'a' ? 'b' : 'a'] }
    }),
  })

  const tooMany = new InputError([{
    path: [],
    code: 'too_many_readings',
    message: text('leaves more than 10000 combinations of readings to be asked; choose readings instead', '可能的理解組合超過 10000 個；請改為選定所採的理解'),
  }])

  test('is asked under all combinations of 13 points of two options', () => {
    expect(acrossReadings(leaningOn(13), null).variants).toHaveLength(8_192)
  })

  test('is not asked under those of 14, which are 16,384', () => {
    expect(() => acrossReadings(leaningOn(14), null)).toThrow(tooMany)
  })

  test('is asked ten thousand times and no more, though each answer leans on a reading of its own', () => {
    let asked = 0
    expect(() => acrossReadings((): Answer<null> => {
      asked += 1
      return { outcome: 'ok', value: null, findings: [], readings: [{ id: `P${asked}`, at: '1', taken: 'a', alternatives: ['b', 'c'] }] }
    }, null)).toThrow(tooMany)
    expect(asked).toBe(10_000)
  })

  test('is asked once for each combination, in whatever order it takes them', () => {
    let asked = 0
    const { variants } = acrossReadings((_input: null, options?: Options): Answer<null> => {
      asked += 1
      const reader = readings.reader(options)
      if (reader.take('rounding') === 'nearest') {
        reader.take('limit')
        reader.take('strictness')
      } else {
        reader.take('strictness')
        reader.take('limit')
      }
      return answer(null, [], reader.taken)
    }, null)
    // Three roundings, two limits and two strictnesses; the first time nothing is chosen yet.
    expect([variants.length, asked]).toEqual([12, 12 + 1])
  })
})
