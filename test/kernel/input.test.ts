import { afterEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { beyondSchemas, count, date, describedAs, known, label, listOf, minutes, money, schoolYear, wholeDollars, yesOrNo } from '../../src/kernel/fields.js'
import { issuesOf } from '../../src/kernel/input-issues.js'
import { InputError, parser, pathText, placeText, readable, reject } from '../../src/kernel/input.js'
import { text, type Text } from '../../src/kernel/text.js'
import { hostileProxy, throwing } from './hostile-values.js'
import { parse } from './record.js'

/** The error that an input raises; anything else raised, or nothing, fails the test. */
function errorOf(run: () => unknown): InputError {
  try {
    run()
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const errorFor = (fields: object): InputError => errorOf(() => parse({ students: 1, ...fields }))
const said = (error: InputError): readonly string[] => [error.message, error.in('zh-Hant')]

describe('what a message says', () => {
  test.each<[string, object, string, string]>([
    ['a required field left out', { students: undefined }, 'students: is required: a whole number', 'students：必須提供：整數'],
    ['text for a number', { students: '12' }, 'students: must be a whole number; found "12"', 'students：必須是整數；但得到 "12"'],
    ['null for a required number', { students: null }, 'students: must be a whole number; found null', 'students：必須是整數；但得到 null'],
    ['a fraction', { students: 1.5 }, 'students: must be a whole number; found 1.5', 'students：必須是整數；但得到 1.5'],
    ['a negative number', { students: -1 }, 'students: must be at least 0; found -1', 'students：必須是不少於 0 的數字；但得到 -1'],
    ['a number above its limit', { students: 501 }, 'students: must be at most 500; found 501', 'students：必須是不多於 500 的數字；但得到 501'],
    ['a number beyond all bounds, once', { students: 1e308 }, 'students: must be at most 500; found 1e+308', 'students：必須是不多於 500 的數字；但得到 1e+308'],
    ['not a number at all', { students: Number.NaN }, 'students: must be a whole number; found NaN', 'students：必須是整數；但得到 NaN'],
    ['infinity', { students: Infinity }, 'students: must be a whole number; found Infinity', 'students：必須是整數；但得到 Infinity'],
    ['a bigint', { students: 10n }, 'students: must be a whole number; found a bigint', 'students：必須是整數；但得到大整數'],
    ['a symbol', { students: Symbol('12') }, 'students: must be a whole number; found a symbol', 'students：必須是整數；但得到符號'],
    ['a function', { students: () => 12 }, 'students: must be a whole number; found a function', 'students：必須是整數；但得到函式'],
    ['an object', { students: { count: 12 } }, 'students: must be a whole number; found an object', 'students：必須是整數；但得到物件'],
    ['a list', { students: [12] }, 'students: must be a whole number; found a list', 'students：必須是整數；但得到清單'],
    ['half a cent', { fee: 1.005 }, 'fee: must be an amount of money with at most two decimals, such as 1250.5; found 1.005', 'fee：必須是最多兩個小數位的金額，例如 1250.5；但得到 1.005'],
    ['text for an amount', { fee: '100' }, 'fee: must be an amount of money with at most two decimals, such as 1250.5; found "100"', 'fee：必須是最多兩個小數位的金額，例如 1250.5；但得到 "100"'],
    ['a negative amount', { fee: -0.01 }, 'fee: must be at least 0; found -0.01', 'fee：必須是不少於 0 的數字；但得到 -0.01'],
    ['an amount above its limit', { fee: 1e10 }, 'fee: must be at most 1000000000; found 10000000000', 'fee：必須是不多於 1000000000 的數字；但得到 10000000000'],
    ['no date', { start: 'tomorrow' }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found "tomorrow"', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 "tomorrow"'],
    ['30 February', { start: '2025-02-30' }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found "2025-02-30"', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 "2025-02-30"'],
    ['29 February of a common year', { start: '1900-02-29' }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found "1900-02-29"', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 "1900-02-29"'],
    ['a date too early', { start: '1899-12-31' }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found "1899-12-31"', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 "1899-12-31"'],
    ['a date too late', { start: '2200-01-01' }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found "2200-01-01"', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 "2200-01-01"'],
    ['a date with a time', { start: '2025-09-01T00:00:00Z' }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found "2025-09-01T00:00:00Z"', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 "2025-09-01T00:00:00Z"'],
    ['a number for a date', { start: 20250901 }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found 20250901', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 20250901'],
    ['a Date', { start: new Date(0) }, 'start: must be a calendar date YYYY-MM-DD from 1900 to 2199; found an object', 'start：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到物件'],
    ['a school year of two years', { year: '2025/27' }, 'year: must be a school year such as "2025/26"; found "2025/27"', 'year：必須是學年，例如 "2025/26"；但得到 "2025/27"'],
    ['a school year written with a dash', { year: '2025-26' }, 'year: must be a school year such as "2025/26"; found "2025-26"', 'year：必須是學年，例如 "2025/26"；但得到 "2025-26"'],
    ['a number for a school year', { year: 2025 }, 'year: must be a school year such as "2025/26"; found 2025', 'year：必須是學年，例如 "2025/26"；但得到 2025'],
    ['an empty text', { name: '' }, 'name: must be a text of at least 1 character; found 0 characters', 'name：必須是至少 1 個字元的文字；但得到 0 個字元'],
    ['a text too long', { name: 'n'.repeat(201) }, 'name: must be a text of at most 200 characters; found 201 characters', 'name：必須是最多 200 個字元的文字；但得到 201 個字元'],
    ['a number for a text', { name: 7 }, 'name: must be a text; found 7', 'name：必須是文字；但得到 7'],
    ['yes for true', { confirmed: 'yes' }, 'confirmed: must be true or false; found "yes"', 'confirmed：必須是 true 或 false；但得到 "yes"'],
    ['zero for false', { confirmed: 0 }, 'confirmed: must be true or false; found 0', 'confirmed：必須是 true 或 false；但得到 0'],
    ['another word than those allowed', { level: 'severe' }, 'level: must be one of: mild, moderate; found "severe"', 'level：必須是以下其中一項：mild、moderate；但得到 "severe"'],
    ['another value than the only one', { version: 2 }, 'version: must be 3; found 2', 'version：必須是「3」；但得到 2'],
    ['a text for a list', { visits: 'none' }, 'visits: must be a list; found "none"', 'visits：必須是清單；但得到 "none"'],
    ['something like a list', { visits: { length: 0 } }, 'visits: must be a list; found an object', 'visits：必須是清單；但得到物件'],
    ['a list too long', { visits: Array(6).fill({ on: '2025-09-01', minutes: 60 }) }, 'visits: must be a list of at most 5 items; found 6 items', 'visits：必須是最多 5 項的清單；但得到 6 項'],
    ['a hole in a list', { visits: [undefined] }, 'visits[0]: is required: an object with named fields', 'visits[0]：必須提供：具名稱欄位的物件'],
    ['a fault deep within', { visits: [{ on: '2025-09-01', minutes: 60 }, { on: '2025-09-08', minutes: -60 }] }, 'visits[1].minutes: must be at least 0; found -60', 'visits[1].minutes：必須是不少於 0 的數字；但得到 -60'],
    ['a field that does not exist', { studnets: 3 }, 'studnets: is not a field of this input', 'studnets：不是這項輸入的欄位'],
    ['a field that does not exist, deep within', { visits: [{ on: '2025-09-01', minutes: 60, km: 4 }] }, 'visits[0].km: is not a field of this input', 'visits[0].km：不是這項輸入的欄位'],
  ])('%s', (_name, fields, en, zhHant) => {
    expect(said(errorFor(fields))).toEqual([en, zhHant])
  })

  test.each<[unknown, string, string]>([
    [undefined, 'the input: is required: an object with named fields', '整項輸入：必須提供：具名稱欄位的物件'],
    [null, 'the input: must be an object with named fields; found null', '整項輸入：必須是具名稱欄位的物件；但得到 null'],
    [12, 'the input: must be an object with named fields; found 12', '整項輸入：必須是具名稱欄位的物件；但得到 12'],
    [[], 'the input: must be an object with named fields; found a list', '整項輸入：必須是具名稱欄位的物件；但得到清單'],
  ])('%j for a whole input', (input, en, zhHant) => {
    expect(said(errorOf(() => parse(input)))).toEqual([en, zhHant])
  })

  test('several faults stand in the order of the fields, a line each, unknown fields last', () => {
    const error = errorFor({ students: -1, fee: '1', visits: [{ on: 'x' }], extra: 1, more: 2 })
    expect(error.issues.map(({ path, code }) => [path, code])).toEqual([
      [['students'], 'too_small'],
      [['fee'], 'invalid_type'],
      [['visits', 0, 'on'], 'invalid_format'],
      [['visits', 0, 'minutes'], 'invalid_type'],
      [['extra'], 'unrecognized_keys'],
      [['more'], 'unrecognized_keys'],
    ])
    expect(error.message.split('\n')).toHaveLength(6)
    expect(error.in('en')).toBe(error.message)
    expect(error.in('zh-Hant').split('\n')).toHaveLength(6)
  })

  test('the error is an Error with a name, and its issues are plain data', () => {
    const error = errorFor({ students: -1 })
    expect([error.name, error instanceof Error, String(error)]).toEqual(['InputError', true, 'InputError: students: must be at least 0; found -1'])
    expect(JSON.parse(JSON.stringify(error.issues))).toEqual([
      { path: ['students'], code: 'too_small', message: { en: 'must be at least 0; found -1', 'zh-Hant': '必須是不少於 0 的數字；但得到 -1' } },
    ])
  })
})

describe('a choice between forms', () => {
  const School = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('single'), places: count() }), z.strictObject({ kind: z.literal('two'), sections: z.tuple([count(), count()]) })])
  const ask = (input: unknown): readonly string[] => said(errorOf(() => parser(School)(input)))

  test('lists the kinds when the kind is none of them, or not given', () => {
    expect(ask({ kind: 'three' })).toEqual(['kind: must be one of: single, two; found "three"', 'kind：必須是以下其中一項：single、two；但得到 "three"'])
    expect(ask({ places: 3 })).toEqual(['kind: is required: one of: single, two', 'kind：必須提供：以下其中一項：single、two'])
  })

  test('speaks of the chosen kind alone', () => {
    expect(ask({ kind: 'single', sections: [1, 2] })).toEqual([
      'places: is required: a whole number\nsections: is not a field of this input',
      'places：必須提供：整數\nsections：不是這項輸入的欄位',
    ])
    expect(ask({ kind: 'two', sections: [1] })).toEqual(['sections: must be a list of at least 2 items; found 1 item', 'sections：必須是至少 2 項的清單；但得到 1 項'])
    expect(ask({ kind: 'two', sections: [1, 2, 3] })).toEqual(['sections: must be a list of at most 2 items; found 3 items', 'sections：必須是最多 2 項的清單；但得到 3 項'])
  })

  const Stay = z.strictObject({
    stay: z.union([z.strictObject({ start: date(), end: date() }), z.strictObject({ months: count() })]),
    until: z.union([date(), z.literal('none')]).optional(),
    years: z.union([z.literal(12), z.literal(13)]).optional(),
  })
  const stay = (input: unknown): readonly string[] => said(errorOf(() => parser(Stay)(input)))

  test('speaks of the form that comes nearest', () => {
    expect(stay({ stay: { start: '2025-09-01', end: 'later' } })).toEqual([
      'stay.end: must be a calendar date YYYY-MM-DD from 1900 to 2199; found "later"',
      'stay.end：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD；但得到 "later"',
    ])
    expect(stay({ stay: { months: '3' } })[0]).toBe('stay.months: must be a whole number; found "3"')
    expect(stay({ stay: { months: 3, weeks: 1 } })[0]).toBe('stay.weeks: is not a field of this input')
  })

  describe('of several that are objects', () => {
    const numbers = (...names: readonly string[]): z.ZodType => z.strictObject(Object.fromEntries(names.map((name) => [name, count()])))
    const choosing = (forms: readonly z.ZodType[], value: unknown): string => errorOf(() => parser(z.strictObject({ value: z.union(forms) }))({ value })).message

    test('the one with the fewest things wrong, wherever it stands', () => {
      expect(choosing([numbers('first', 'last'), numbers('months')], { first: 1 })).toBe('value.last: is required: a whole number')
      expect(choosing([numbers('months'), numbers('first', 'last')], { first: 1 })).toBe('value.last: is required: a whole number')
    })

    test('the first, when as much is wrong with each', () => {
      expect(choosing([numbers('days'), numbers('months')], {})).toBe('value.days: is required: a whole number')
    })

    test('every field too many is one thing wrong', () => {
      expect(choosing([numbers('months'), numbers('a', 'b', 'c', 'd', 'e', 'f')], { a: 1, b: 2, c: 3 })).toBe(
        ['d', 'e', 'f'].map((name) => `value.${name}: is required: a whole number`).join('\n'),
      )
    })

    test('one with a field too many comes nearer than none', () => {
      expect(choosing([numbers('first', 'last'), numbers('months')], { months: '3', weeks: 1 })).toBe(
        'value.months: must be a whole number; found "3"\nvalue.weeks: is not a field of this input',
      )
    })

    test('one that is wrong as a whole comes no nearer, whatever else is wrong with it', () => {
      const never = numbers('first', 'last').superRefine((_pair, context) => {
        context.addIssue({ code: 'custom', path: [], continue: false })
        context.addIssue({ code: 'custom', path: ['first'] })
      })
      expect(choosing([never, numbers('first', 'months')], { first: 1, last: 2 })).toBe(
        'value.months: is required: a whole number\nvalue.last: is not a field of this input',
      )
    })
  })

  test('names the first demand of each form that is no object', () => {
    const Word = z.strictObject({ word: z.union([z.string().min(2).regex(/^a/, { abort: true }), z.literal('none')]) })
    expect(said(errorOf(() => parser(Word)({ word: 'x' })))[0]).toBe('word: must be a text of at least 2 characters or none; found "x"')
  })

  test('names what each form wants when none comes near', () => {
    expect(stay({ stay: 3 })).toEqual(['stay: must be an object with named fields; found 3', 'stay：必須是具名稱欄位的物件；但得到 3'])
    expect(stay({})).toEqual(['stay: is required: an object with named fields', 'stay：必須提供：具名稱欄位的物件'])
    expect(stay({ stay: { months: 3 }, until: 7 })).toEqual([
      'until: must be a calendar date YYYY-MM-DD from 1900 to 2199 or none; found 7',
      'until：必須是 1900 至 2199 年間的日曆日期 YYYY-MM-DD 或「none」；但得到 7',
    ])
    expect(stay({ stay: { months: 3 }, years: 14 })).toEqual(['years: must be 12 or 13; found 14', 'years：必須是「12」或「13」；但得到 14'])
  })
})

describe('demands of a module of its own', () => {
  test('speak in the words that the module gives', () => {
    const Even = z.strictObject({ seats: z.int().refine((seats) => seats % 2 === 0, { params: { message: text('must be even', '必須是雙數') } }) })
    expect(said(errorOf(() => parser(Even)({ seats: 3 })))).toEqual(['seats: must be even', 'seats：必須是雙數'])
  })

  test('are not taken from what is no message', () => {
    const Seats = z.strictObject({ seats: z.int().refine(() => false, { params: { message: null } }) })
    expect(said(errorOf(() => parser(Seats)({ seats: 3 })))[0]).toBe('seats: must be a valid value; found 3')
  })

  test.each([
    [z.string().refine((word) => word !== 'x'), 'x', 'must be a valid value; found "x"', '必須是有效的值；但得到 "x"'],
    [z.string().regex(/^a/), 'x', 'must be a text of the form asked for; found "x"', '必須是符合所要求格式的文字；但得到 "x"'],
    [z.number().multipleOf(5), 7, 'must be a multiple of 5; found 7', '必須是 5 的倍數；但得到 7'],
    [z.number().gt(5), 5, 'must be more than 5; found 5', '必須是大於 5 的數字；但得到 5'],
    [z.number().lt(5), 5, 'must be less than 5; found 5', '必須是小於 5 的數字；但得到 5'],
    [z.array(z.int()).min(1), [], 'must be a list of at least 1 item; found 0 items', '必須是至少 1 項的清單；但得到 0 項'],
    [z.null(), 1, 'must be null; found 1', '必須是 null；但得到 1'],
    [z.instanceof(Map), 1, 'must be a valid value; found 1', '必須是有效的值；但得到 1'],
    [z.record(z.string(), z.int()), 1, 'must be an object with named fields; found 1', '必須是具名稱欄位的物件；但得到 1'],
    [z.number(), 'x', 'must be a number; found "x"', '必須是數字；但得到 "x"'],
  ])('have plain words in any case: %#', (schema, value, en, zhHant) => {
    expect(said(errorOf(() => parser(z.strictObject({ value: schema }))({ value })))).toEqual([`value: ${en}`, `value：${zhHant}`])
  })

  test('a contradiction between facts is an issue at its own path', () => {
    const error = errorOf(() => reject(['absentDays'], text('is more than the school days', '多於上課日數')))
    expect(error.issues).toEqual([{ path: ['absentDays'], code: 'inconsistent', message: { en: 'is more than the school days', 'zh-Hant': '多於上課日數' } }])
    expect(said(error)).toEqual(['absentDays: is more than the school days', 'absentDays：多於上課日數'])
  })
})

describe('what is shown of a value', () => {
  test('is its first 40 characters', () => {
    expect(errorFor({ level: 'l'.repeat(40) }).message).toBe(`level: must be one of: mild, moderate; found "${'l'.repeat(40)}"`)
    expect(errorFor({ level: 'l'.repeat(41) }).message).toBe(`level: must be one of: mild, moderate; found "${'l'.repeat(40)}…"`)
  })

  test.each([
    ['line breaks and quotation marks', 'a\n"b"', String.raw`"a\n\"b\""`],
    ['colours of a terminal', '\u001b[31m', String.raw`"\u001b[31m"`],
    ['the other escape of a terminal', '\u009b31m', String.raw`"\u009b31m"`],
    ['what turns the line around', '\u202eabc', String.raw`"\u202eabc"`],
    ['half a character', '\ud800', String.raw`"\ud800"`],
    ['nothing', '\u0000', String.raw`"\u0000"`],
  ])('is written so that it does no harm: %s', (_name, level, shown) => {
    expect(errorFor({ level }).message).toBe(`level: must be one of: mild, moderate; found ${shown}`)
  })

  test('is 40 characters even when each is written as six', () => {
    const { message } = errorFor({ level: '\u0000'.repeat(1_000) })
    expect(message).toBe(`level: must be one of: mild, moderate; found "${String.raw`\u0000`.repeat(6)}${String.raw`\u00`}…"`)
  })

  test('and of a field that does not exist, too', () => {
    const key = 'k'.repeat(10_000_000)
    const error = errorFor({ [key]: 1 })
    expect(error.message).toBe(`["${'k'.repeat(40)}…"]: is not a field of this input`)
    expect(error.issues[0]?.path).toEqual([key])
  })
})

describe('whoever tells zod to generate no code', () => {
  afterEach(() => {
    z.config({ jitless: false })
    vi.unstubAllGlobals()
  })

  /** How often code is made from a text while an input is checked. */
  function codeMade(jitless: boolean): number {
    let made = 0
    z.config({ jitless })
    vi.stubGlobal('Function', new Proxy(Function, {
      construct(Making, texts: readonly unknown[]): object {
        made += 1
        return new Making(...texts.map(String))
      },
    }))
    expect(parser(z.strictObject({ seats: count() }))({ seats: 3 })).toEqual({ seats: 3 })
    return made
  }

  test('gets none generated; otherwise it is', () => {
    expect(codeMade(true)).toBe(0)
    expect(codeMade(false)).toBeGreaterThan(0)
  })
})

describe('a value that reads otherwise the second time', () => {
  const wanted = (path: PropertyKey[]) => ({ code: 'invalid_type', expected: 'number', path, message: '' }) as const

  test.each([
    ['a number where there was an object', { sections: 3 }],
    ['null where there was an object', { sections: null }],
  ])('is missing: %s', (_name, input) => {
    expect(issuesOf([wanted(['sections', 'places'])], input)).toEqual([
      { path: ['sections', 'places'], code: 'invalid_type', message: { en: 'is required: a number', 'zh-Hant': '必須提供：數字' } },
    ])
  })

  test('is named by what a symbol is called', () => {
    expect(issuesOf([wanted([Symbol('places')])], {})[0]?.path).toEqual(['Symbol(places)'])
  })
})

describe('paths', () => {
  test.each([
    [[], ''],
    [['students'], 'students'],
    [['sections', 0, 'approvedPlaces'], 'sections[0].approvedPlaces'],
    [[2, 'on'], '[2].on'],
    [['options', 'readings', 'A-E3'], 'options.readings.A-E3'],
    [['n'.repeat(40)], 'n'.repeat(40)],
    [['n'.repeat(41)], `["${'n'.repeat(40)}…"]`],
    [['學額'], '學額'],
    [['a b', 'c.d', ''], '["a b"]["c.d"][""]'],
    [['x\n::error'], String.raw`["x\n::error"]`],
    [['__proto__'], '__proto__'],
  ])('%j is written %s', (path, written) => {
    expect(pathText(path)).toBe(written)
  })

  test('the input as a whole has a name', () => {
    expect([placeText([], 'en'), placeText([], 'zh-Hant'), placeText(['a', 1], 'en')]).toEqual(['the input', '整項輸入', 'a[1]'])
  })
})

describe('an input that is in order', () => {
  const facts = { students: 12, fee: 0.1, start: '2025-09-01', year: '2025/26', name: '甲', confirmed: false, level: 'mild', version: 3, visits: [{ on: '2025-09-01', minutes: 60 }] }

  test('is copied, not kept: changing the copy leaves the input alone', () => {
    const frozen = Object.freeze({ ...facts, visits: Object.freeze(facts.visits.map((visit) => Object.freeze({ ...visit }))) })
    const parsed = parse(frozen)
    expect(parsed).toEqual(facts)
    expect(parsed).not.toBe(frozen)
    expect(parsed.visits).not.toBe(frozen.visits)
    expect(parsed.visits?.[0]).not.toBe(frozen.visits[0])
  })

  test('may leave facts out, or say null or undefined: all are not known', () => {
    expect(parse({ students: 0 })).toEqual({ students: 0 })
    expect(parse({ students: 0, fee: null, start: undefined }).fee ?? 'unknown').toBe('unknown')
  })

  test('never holds minus zero', () => {
    const parsed = parse({ students: -0, fee: -0 })
    expect([Object.is(parsed.students, 0), Object.is(parsed.fee, 0)]).toEqual([true, true])
  })

  test('may be an object of a class, or one that inherits its facts', () => {
    class Facts {
      students = 3
    }
    expect(parse(new Facts())).toEqual({ students: 3 })
    expect(parse(Object.create({ students: 4 }))).toEqual({ students: 4 })
  })
})

describe('hostile inputs', () => {
  test('what cannot be read is said to be so', () => {
    expect(said(errorOf(() => parse(hostileProxy())))).toEqual(['the input: could not be read', '整項輸入：無法讀取'])
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('the name %s is a field like any other that does not exist', (key) => {
    const input: unknown = JSON.parse(`{ "students": 1, "${key}": { "students": 2 } }`)
    expect(said(errorOf(() => parse(input)))[0]).toBe(`${key}: is not a field of this input`)
    expect({}).not.toHaveProperty('students')
  })

  test('of very many issues a hundred are listed and the others counted', () => {
    const error = errorFor(Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`k${index}`, index])))
    expect(error.issues).toHaveLength(101)
    expect(error.issues.at(-1)).toEqual({ path: [], code: 'more_issues', message: { en: '150 more issues are not listed', 'zh-Hant': '另有 150 項問題沒有列出' } })
  })

  test('a hundred issues are listed without such a line', () => {
    const error = errorFor(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, index])))
    expect(error.issues.map(({ code }) => code)).toEqual(Array(100).fill('unrecognized_keys'))
  })
})

test('whatever else is thrown while a value is read becomes an InputError; an InputError stays what it is', () => {
  expect(errorOf(() => readable(['options'], throwing)).issues).toEqual([{ path: ['options'], code: 'unreadable', message: { en: 'could not be read', 'zh-Hant': '無法讀取' } }])
  expect(errorOf(() => readable([], () => reject(['a'], text('b', '乙')))).issues[0]?.code).toBe('inconsistent')
  expect(readable([], () => 7)).toBe(7)
})

describe('fields', () => {
  const accepts = (schema: z.ZodType, values: readonly unknown[]): readonly boolean[] => values.map((value) => schema.safeParse(value).success)

  test.each<[string, z.ZodType, readonly unknown[], readonly unknown[]]>([
    ['a count', count(), [0, 1, 1_000_000_000], [-1, 0.5, 1_000_000_001, '1', null, true]],
    ['a count with a bound', count(3), [0, 3], [4]],
    ['minutes', minutes(), [0, 1_000_000], [1_000_001, -1]],
    ['whole dollars', wholeDollars(), [0, 1_000_000_000], [0.5, 1_000_000_001]],
    ['money', money(), [0, 0.01, 1_000_000_000], [-0.01, 0.001, 1_000_000_000.01, '1']],
    ['a date', date(), ['1900-01-01', '2024-02-29', '2199-12-31'], ['1899-12-31', '2200-01-01', '2025-2-1', '2025-02-29', '2025-13-01', ' 2025-01-01', '2025-01-01\n']],
    ['a school year', schoolYear(), ['1999/00', '2025/26', '2199/00'], ['2025/25', '2025/2026', '25/26', '2200/01', '2025/26 ', '１９９９/00']],
    ['a label', label(), ['a', '甲'.repeat(200)], ['', 'a'.repeat(201), 1]],
    ['a list', listOf(count(), 2), [[], [1], [1, 2]], [[1, 2, 3], ['1'], {}]],
    ['a fact that may not be known', known(count()), [0, null, undefined], ['0', Number.NaN]],
  ])('%s takes what lies on its limits and refuses what lies past them', (_name, schema, good, bad) => {
    expect(accepts(schema, good)).toEqual(good.map(() => true))
    expect(accepts(schema, bad)).toEqual(bad.map(() => false))
  })

  test('say with what words they can be refused because of other fields', () => {
    const [early, long] = [text('must not be earlier', '不得早於首日'), text('must not be longer', '不得較長')]
    const described = (...refusals: readonly Text[]): string | undefined => describedAs(known(count()), 'the days', '日數', ...refusals).description
    expect(described()).toBe('the days · 日數')
    expect(described(early)).toBe('the days (can be refused with: "must not be earlier") · 日數（可能不獲接受，訊息為「不得早於首日」）')
    expect(described(early, long)).toBe('the days (can be refused with: "must not be earlier" or "must not be longer") · 日數（可能不獲接受，訊息為「不得早於首日」或「不得較長」）')
  })

  test('keep their descriptions apart, though several are made of one schema', () => {
    const fact = known(yesOrNo)
    const [first, second] = [describedAs(fact, 'the first', '第一'), describedAs(fact, 'the second', '第二')]
    const [day, other] = [describedAs(date(), 'a day', '日子'), date()]
    expect([first, second, day, other].map(({ description }) => description)).toEqual(['the first · 第一', 'the second · 第二', 'a day · 日子', undefined])
  })

  test('have words for what no keyword of a JSON Schema can say of an amount and of a school year', () => {
    expect(Object.keys(beyondSchemas)).toEqual(['amount', 'schoolYear'])
  })

  test('carry a description in both languages, and reach the JSON Schema with their bounds', () => {
    expect(z.toJSONSchema(z.strictObject({ n: describedAs(known(count(9)), 'how many', '多少'), y: schoolYear(), l: listOf(label(), 2) }), { io: 'input' })).toMatchObject({
      properties: {
        n: { description: 'how many · 多少', anyOf: [{ type: 'integer', minimum: 0, maximum: 9 }, { type: 'null' }] },
        y: { type: 'string', maxLength: 200, pattern: '^(?:19|20|21)\\d\\d\\/\\d\\d$' },
        l: { type: 'array', maxItems: 2, items: { type: 'string', minLength: 1, maxLength: 200 } },
      },
      required: ['y', 'l'],
      additionalProperties: false,
    })
  })
})
