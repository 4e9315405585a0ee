import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '../../src/kernel/fields.js'
import { fromCents, moneyBetween, shareOfMoney, sumOfMoney, toCents } from '../../src/kernel/money.js'
import { percent, ratio, type Rounding } from '../../src/kernel/ratio.js'
import { roundings } from './exact.js'

const runs = { seed: 116, numRuns: 40_000 }

/** The largest amount that an input may hold, in cents. */
const MOST = 100_000_000_000

/** Dollars as a person writes them, so that no arithmetic of ours makes the number. */
const written = (cents: number): number => Number(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`)

const cents = fc.oneof(fc.nat(1_000), fc.nat(10_000_000), fc.nat(MOST), fc.integer({ min: MOST - 1_000, max: MOST }))

describe('dollars and cents', () => {
  test.each([
    [0, 0],
    [0.01, 1],
    [0.07, 7],
    [0.29, 29],
    [1.1, 110],
    [1.15, 115],
    [4.35, 435],
    [8.2, 820],
    [19.99, 1_999],
    [1_250.5, 125_050],
    [2_500_000, 250_000_000],
    [999_999_999.99, 99_999_999_999],
  ])('%d dollars are %i cents, and back', (dollars, expected) => {
    expect(toCents(dollars)).toBe(expected)
    expect(fromCents(expected)).toBe(dollars)
  })

  test.each([
    ['from nothing up', 0],
    ['around 2^31 cents', 2_147_483_648 - 50_000],
    ['around 2^32 cents', 4_294_967_296 - 50_000],
    ['around 2^36 cents', 68_719_476_736 - 50_000],
    ['up to the largest amount of an input', MOST - 100_000],
  ])('every one of a hundred thousand cents is exact: %s', (_range, first) => {
    const wrong: number[] = []
    for (let each = first; each <= first + 100_000; each += 1) {
      if (toCents(written(each)) !== each || fromCents(each) !== written(each)) wrong.push(each)
    }
    expect(wrong).toEqual([])
  })

  test('the total of ten thousand of the largest amounts is still exact to the cent', () => {
    const most = MOST * 10_000
    const wrong: number[] = []
    for (let each = most - 100_000; each <= most; each += 1) if (toCents(fromCents(each)) !== each) wrong.push(each)
    expect(wrong).toEqual([])
    expect(toCents(sumOfMoney(Array.from({ length: 10_000 }, () => 999_999_999.99)))).toBe(99_999_999_999 * 10_000)
  })
})

describe('a sum of amounts', () => {
  test('of nothing is zero, and of dimes has no rounding error', () => {
    expect(sumOfMoney([])).toBe(0)
    expect(sumOfMoney([0.1, 0.2])).toBe(0.3)
    expect(sumOfMoney(Array.from({ length: 1_000 }, () => 0.1))).toBe(100)
  })

  test('is exact to the cent', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 50 }), (amounts) => {
        const exact = amounts.reduce((sum, each) => sum + BigInt(each), 0n)
        const found = sumOfMoney(amounts.map(written))
        return BigInt(toCents(found)) === exact && found === written(Number(exact))
      }),
      { ...runs, numRuns: 10_000 },
    )
  })
})

describe('the difference of two amounts', () => {
  test('is exact, signed, and never minus zero', () => {
    expect([moneyBetween(0.1, 0.3), moneyBetween(0.3, 0.1), moneyBetween(0.3, 0.3), moneyBetween(0, 0)]).toEqual([0.2, -0.2, 0, 0])
  })

  test('is exact to the cent', () => {
    fc.assert(
      fc.property(cents, cents, (from, to) => {
        const exact = Number(BigInt(to) - BigInt(from))
        return moneyBetween(written(from), written(to)) === (exact < 0 ? -written(-exact) : written(exact))
      }),
      runs,
    )
  })
})

describe('a share of an amount', () => {
  test.each<[number, number, Rounding, number]>([
    [100, 29, 'floor', 29],
    [0.29, 50, 'floor', 0.14],
    [0.29, 50, 'nearest', 0.15],
    [0.29, 50, 'ceiling', 0.15],
    [1.15, 10, 'nearest', 0.12],
    [2_500_000, 10, 'nearest', 250_000],
    [999_999_999.99, 10, 'floor', 99_999_999.99],
    [999_999_999.99, 10, 'nearest', 100_000_000],
  ])('HK$%d at %i %% is, by %s, HK$%d', (amount, figure, way, expected) => {
    expect(shareOfMoney(amount, percent(figure), way)).toBe(expected)
  })

  test.each(['floor', 'nearest', 'ceiling'] as const)('is exact to the cent under %s', (way) => {
    const share = fc.oneof(fc.nat(100).map(percent), fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 })).map(([n, d]) => ratio(n, d)))
    fc.assert(
      fc.property(cents, share, (amount, part) => {
        const exact = roundings[way](BigInt(amount) * BigInt(part.numerator), BigInt(part.denominator))
        return BigInt(toCents(shareOfMoney(written(amount), part, way))) === exact
      }),
      runs,
    )
  })
})

describe('an amount of an input', () => {
  const schema = money()

  test('may be any number of cents up to the bound, and nothing finer', () => {
    fc.assert(fc.property(cents, (amount) => schema.parse(written(amount)) === written(amount)), runs)
    expect([0.001, 1.005, 0.1 + 0.2, 1_250.505, 999_999_999.995, 1_000_000_000.01, -0.01].map((amount) => schema.safeParse(amount).success)).toEqual(
      [false, false, false, false, false, false, false],
    )
  })

  test('is never minus zero', () => {
    expect(Object.is(schema.parse(-0), 0)).toBe(true)
  })
})
