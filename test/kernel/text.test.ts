import { describe, expect, test } from 'vitest'
import { fill, locales, quantity, text, type Unit } from '../../src/kernel/text.js'

test('there are two languages', () => {
  expect(locales).toEqual(['en', 'zh-Hant'])
  expect(text('a', '甲')).toEqual({ en: 'a', 'zh-Hant': '甲' })
})

describe('a quantity', () => {
  test.each<[number, Unit, string, string]>([
    [0, 'place', '0 places', '0 個學額'],
    [1, 'place', '1 place', '1 個學額'],
    [2, 'place', '2 places', '2 個學額'],
    [-1, 'place', '−1 places', '−1 個學額'],
    [999, 'student', '999 students', '999 名學生'],
    [1_000, 'student', '1,000 students', '1,000 名學生'],
    [1_234_567, 'person', '1,234,567 people', '1,234,567 人'],
    [-1_000, 'class', '−1,000 classes', '−1,000 班'],
    [1, 'class', '1 class', '1 班'],
    [3, 'workshop', '3 workshops', '3 次工作坊'],
    [2.5, 'subject', '2.5 subjects', '2.5 科'],
    [1_234.5, 'halfDay', '1,234.5 half-days', '1,234.5 個半日'],
    [3, 'month', '3 months', '3 個月'],
    [1, 'schoolDay', '1 school day', '1 個上課日'],
    [1, 'person', '1 person', '1 人'],
  ])('%d %s is %s, %s', (amount, unit, en, zhHant) => {
    expect([quantity(amount, unit, 'en'), quantity(amount, unit, 'zh-Hant')]).toEqual([en, zhHant])
  })

  test.each<[number, string, string]>([
    [0, '0 minutes', '0 分鐘'],
    [1, '1 minute', '1 分鐘'],
    [30, '30 minutes', '30 分鐘'],
    [59, '59 minutes', '59 分鐘'],
    [60, '1 hour', '1 小時'],
    [61, '61 minutes', '61 分鐘'],
    [75, '75 minutes', '75 分鐘'],
    [90, '1.5 hours', '1.5 小時'],
    [269, '269 minutes', '269 分鐘'],
    [270, '4.5 hours', '4.5 小時'],
    [120, '2 hours', '2 小時'],
    [60_000, '1,000 hours', '1,000 小時'],
    [-90, '−90 minutes', '−90 分鐘'],
  ])('%d minutes are %s, %s', (amount, en, zhHant) => {
    expect([quantity(amount, 'minute', 'en'), quantity(amount, 'minute', 'zh-Hant')]).toEqual([en, zhHant])
  })

  test.each<[number, 'HKD' | 'TWD', string]>([
    [0, 'HKD', 'HK$0'],
    [0.01, 'HKD', 'HK$0.01'],
    [0.1, 'HKD', 'HK$0.10'],
    [999.99, 'HKD', 'HK$999.99'],
    [1_000, 'HKD', 'HK$1,000'],
    [1_250.5, 'HKD', 'HK$1,250.50'],
    [2_500_000, 'HKD', 'HK$2,500,000'],
    [999_999_999.99, 'HKD', 'HK$999,999,999.99'],
    [-0.01, 'HKD', '−HK$0.01'],
    [-5_000, 'HKD', '−HK$5,000'],
    [-0, 'HKD', 'HK$0'],
    [100_000, 'TWD', 'NT$100,000'],
  ])('%d %s is %s in either language', (amount, unit, written) => {
    expect([quantity(amount, unit, 'en'), quantity(amount, unit, 'zh-Hant')]).toEqual([written, written])
  })

  test('of a date is the date, and of a school year its name', () => {
    expect(quantity('2025-09-01', 'date', 'zh-Hant')).toBe('2025-09-01')
    expect([quantity(2025, 'schoolYear', 'en'), quantity(1999, 'schoolYear', 'zh-Hant'), quantity(2008, 'schoolYear', 'en')]).toEqual(['2025/26', '1999/00', '2008/09'])
    expect(quantity('all', 'place', 'en')).toBe('all')
  })

  test('zero has no sign', () => {
    expect(quantity(-0, 'place', 'en')).toBe('0 places')
  })
})

describe('a sentence with places', () => {
  test('is filled, each place as often as it stands', () => {
    expect(fill('{a} and {b}, {a}', { a: '1', b: '2' })).toBe('1 and 2, 1')
  })

  test('keeps a place that nothing was given for', () => {
    expect(fill('{a} and {b}', { a: '1' })).toBe('1 and {b}')
    expect(fill('{constructor} {__proto__}', {})).toBe('{constructor} {__proto__}')
  })

  test('takes what it is given as it is: no places, no patterns in it', () => {
    expect(fill('{a} {b}', { a: '{b}', b: '$& $1' })).toBe('{b} $& $1')
  })

  test('may be empty in a place', () => {
    expect(fill('[{a}]', { a: '' })).toBe('[]')
  })

  test.each([
    ['不超過 {limit}。', '定額', '不超過定額。'],
    ['不超過 {limit}。', '15 個學額', '不超過 15 個學額。'],
    ['{limit} 或以前', '2025-08-01', '2025-08-01 或以前'],
    ['{limit} 或以前', '截止日期', '截止日期或以前'],
    ['{limit} 或以前', '2025-08-01（截止日期）', '2025-08-01（截止日期）或以前'],
    ['共 {limit} 項', 'ABC', '共 ABC 項'],
    ['得到 {limit}', '"甲 乙"', '得到 "甲 乙"'],
  ])('%s with %s has a space only beside what is not Chinese', (sentence, limit, filled) => {
    expect(fill(sentence, { limit })).toBe(filled)
  })
})
