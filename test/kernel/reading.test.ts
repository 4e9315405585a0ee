import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/kernel/input.js'
import { defineReadings } from '../../src/kernel/reading.js'
import { text } from '../../src/kernel/text.js'

const readings = defineReadings({
  'X-1': {
    at: '5',
    asks: text('How is a share rounded?', '如何取整數？'),
    options: { nearest: text('To the nearest', '四捨五入'), floor: text('Down', '捨去'), ceiling: text('Up', '進位') },
    byDefault: 'nearest',
  },
  'X-2': { at: ['6', 'fn 1'], asks: text('How many places has a class?', '每班有多少學額？'), options: { asGiven: text('As stated', '以提供者為準') }, byDefault: 'asGiven' },
})

const untyped: { reader(options: unknown): ReturnType<typeof readings.reader> } = readings

function errorOf(options: unknown): InputError {
  try {
    untyped.reader(options)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a reading', () => {
  test('is taken by default, and noted with its first paragraph and its alternatives', () => {
    const reader = readings.reader(undefined)
    expect(reader.take('X-1')).toBe('nearest')
    expect(reader.taken).toEqual([{ id: 'X-1', at: '5', taken: 'nearest', alternatives: ['floor', 'ceiling'] }])
  })

  test('is another one when the caller chooses it', () => {
    const reader = readings.reader({ readings: { 'X-1': 'floor' } })
    expect(reader.take('X-1')).toBe('floor')
    expect(reader.taken).toEqual([{ id: 'X-1', at: '5', taken: 'floor', alternatives: ['nearest', 'ceiling'] }])
  })

  test.each([undefined, {}, { readings: undefined }, { readings: {} }, { readings: { 'X-1': undefined } }])('is the default with the options %j', (options) => {
    expect(untyped.reader(options).take('X-1')).toBe('nearest')
  })

  test('is noted once, in the order in which it was first taken, and only if it was', () => {
    const reader = readings.reader({ readings: { 'X-1': 'ceiling' } })
    expect(reader.taken).toEqual([])
    reader.take('X-2')
    reader.take('X-1')
    reader.take('X-2')
    expect(reader.taken.map(({ id, at }) => [id, at])).toEqual([['X-2', '6'], ['X-1', '5']])
  })

  test('is cited with the first paragraph that is wanted, and with the first of all where none is', () => {
    const cited = (isWanted: (at: string) => boolean): readonly string[] => {
      const reader = readings.reader(undefined)
      reader.prefer(isWanted)
      reader.take('X-1')
      reader.take('X-2')
      reader.take('X-2')
      return reader.taken.map(({ at }) => at)
    }
    expect(cited((at) => at.startsWith('fn'))).toEqual(['5', 'fn 1'])
    expect(cited((at) => at === '6' || at === 'fn 1')).toEqual(['5', '6'])
    expect(cited(() => false)).toEqual(['5', '6'])
  })

  test('is cited alike in every answer that wants the same paragraph', () => {
    const [one, other] = [readings.reader(undefined), readings.reader(undefined)]
    for (const reader of [one, other]) {
      reader.prefer((at) => at === 'fn 1')
      reader.take('X-2')
    }
    expect(one.taken[0]).toBe(other.taken[0])
    expect(() => Object.assign(one.taken[0] ?? {}, { at: '7' })).toThrow(TypeError)
  })

  test('with a single option has no alternatives', () => {
    const reader = readings.reader(undefined)
    reader.take('X-2')
    expect(reader.taken[0]?.alternatives).toEqual([])
  })

  test('of one answer is not noted in another', () => {
    readings.reader(undefined).take('X-1')
    expect(readings.reader(undefined).taken).toEqual([])
  })

  test('cannot be changed by whoever holds an answer', () => {
    const reader = readings.reader(undefined)
    reader.take('X-1')
    const [noted] = reader.taken
    expect(() => Object.assign(noted ?? {}, { taken: 'floor' })).toThrow(TypeError)
    expect(() => Object.assign(noted?.alternatives ?? [], { 0: 'none' })).toThrow(TypeError)
  })
})

test('all readings are listed with their paragraphs, questions and options', () => {
  expect(readings.all.map(({ id, at, byDefault }) => [id, at, byDefault])).toEqual([['X-1', ['5'], 'nearest'], ['X-2', ['6', 'fn 1'], 'asGiven']])
  expect(readings.all[1]?.asks).toEqual({ en: 'How many places has a class?', 'zh-Hant': '每班有多少學額？' })
  expect(Object.keys(readings.all[0]?.options ?? {})).toEqual(['nearest', 'floor', 'ceiling'])
})

describe('options that are malformed', () => {
  test.each<[string, unknown, readonly string[], string, string]>([
    ['an option that the reading does not have', { readings: { 'X-1': 'up' } }, ['options', 'readings', 'X-1'], 'must be one of: nearest, floor, ceiling; found "up"', '必須是以下其中一項：nearest、floor、ceiling；但得到 "up"'],
    ['null for an option', { readings: { 'X-1': null } }, ['options', 'readings', 'X-1'], 'must be one of: nearest, floor, ceiling; found null', '必須是以下其中一項：nearest、floor、ceiling；但得到 null'],
    ['a list of one option', { readings: { 'X-1': ['floor'] } }, ['options', 'readings', 'X-1'], 'must be one of: nearest, floor, ceiling; found a list', '必須是以下其中一項：nearest、floor、ceiling；但得到清單'],
    ['an option that every object has', { readings: { 'X-1': 'toString' } }, ['options', 'readings', 'X-1'], 'must be one of: nearest, floor, ceiling; found "toString"', '必須是以下其中一項：nearest、floor、ceiling；但得到 "toString"'],
    ['a reading of another document', { readings: { 'Y-1': 'up' } }, ['options', 'readings', 'Y-1'], 'is not a reading of this document; its readings are: X-1, X-2', '不是這份文件的理解；可選的有：X-1、X-2'],
    ['a reading that every object has', { readings: { constructor: 'up' } }, ['options', 'readings', 'constructor'], 'is not a reading of this document; its readings are: X-1, X-2', '不是這份文件的理解；可選的有：X-1、X-2'],
    ['a prototype', JSON.parse('{ "readings": { "__proto__": { "X-1": "floor" } } }'), ['options', 'readings', '__proto__'], 'is not a reading of this document; its readings are: X-1, X-2', '不是這份文件的理解；可選的有：X-1、X-2'],
    ['another option than readings', { reading: {} }, ['options', 'reading'], 'is not an option; the only one is readings', '不是選項；只有 readings 一項'],
    ['a list of readings', { readings: ['X-1'] }, ['options', 'readings'], 'must be an object such as { readings: { … } }', '必須是物件，例如 { readings: { … } }'],
    ['null for readings', { readings: null }, ['options', 'readings'], 'must be an object such as { readings: { … } }', '必須是物件，例如 { readings: { … } }'],
    ['null', null, ['options'], 'must be an object such as { readings: { … } }', '必須是物件，例如 { readings: { … } }'],
    ['a word', 'X-1', ['options'], 'must be an object such as { readings: { … } }', '必須是物件，例如 { readings: { … } }'],
    ['a list', [], ['options'], 'must be an object such as { readings: { … } }', '必須是物件，例如 { readings: { … } }'],
  ])('%s', (_name, options, path, en, zhHant) => {
    const { issues } = errorOf(options)
    expect(issues).toEqual([{ path, code: 'unknown_choice', message: { en, 'zh-Hant': zhHant } }])
  })

  test('cannot be read: an InputError, not what the getter throws', () => {
    const throwing = (): never => {
      throw new Error('no')
    }
    const hostile = [
      Object.defineProperty({}, 'readings', { enumerable: true, get: throwing }),
      { readings: Object.defineProperty({}, 'X-1', { enumerable: true, get: throwing }) },
      new Proxy({}, { ownKeys: throwing }),
    ]
    for (const options of hostile) expect(errorOf(options).issues).toMatchObject([{ path: ['options'], code: 'unreadable' }])
  })

  test('are read once: a getter cannot pass the check and then choose otherwise', () => {
    let asked = 0
    const fickle = Object.defineProperty({}, 'X-1', {
      enumerable: true,
      get: () => {
        asked += 1
        return asked === 1 ? 'floor' : 'no option at all'
      },
    })
    const reader = untyped.reader({ readings: fickle })
    expect([reader.take('X-1'), reader.take('X-1'), asked]).toEqual(['floor', 'floor', 1])
  })

  test('that are inherited are not options of the caller', () => {
    const inherited: unknown = Object.create({ 'X-1': 'no option at all' })
    expect(untyped.reader({ readings: inherited }).take('X-1')).toBe('nearest')
  })
})
