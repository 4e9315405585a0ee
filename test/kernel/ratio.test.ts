import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/kernel/input.js'
import { percent, ratio, ratioToNumber, roundRatio, shareOf, sumOfShares, type Ratio, type Rounding } from '../../src/kernel/ratio.js'
import { fraction, roundings, sumOf, type Fraction } from './exact.js'

const runs = { seed: 2_022, numRuns: 40_000 }

const ways = ['floor', 'nearest', 'ceiling'] as const satisfies readonly Rounding[]

/** Numbers of every size up to a bound: as many small ones as large. */
const ofEverySize = (least: number, most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: least, max: Math.min(most, 100) }), fc.integer({ min: least, max: Math.min(most, 100_000) }), fc.integer({ min: least, max: most }))

const isSame = (found: Ratio, exact: Fraction): boolean =>
  BigInt(found.numerator) === exact.numerator && BigInt(found.denominator) === exact.denominator

describe('a ratio', () => {
  test.each([
    [8, 100, 2, 25],
    [1, 3, 1, 3],
    [60, 80, 3, 4],
    [0, 7, 0, 1],
    [7, 7, 1, 1],
    [12, 1, 12, 1],
    [9_007_199_254_740_990, 2, 4_503_599_627_370_495, 1],
  ])('of %i and %i is %i/%i', (numerator, denominator, top, bottom) => {
    expect(ratio(numerator, denominator)).toEqual({ numerator: top, denominator: bottom })
  })

  test('is in its lowest terms, whatever it is made of', () => {
    fc.assert(
      fc.property(ofEverySize(0, Number.MAX_SAFE_INTEGER), ofEverySize(1, Number.MAX_SAFE_INTEGER), (numerator, denominator) => {
        return isSame(ratio(numerator, denominator), fraction(BigInt(numerator), BigInt(denominator)))
      }),
      runs,
    )
  })

  test('of a percentage is of a hundred', () => {
    expect([0, 8, 10, 12, 18, 25, 50, 100].map(percent)).toEqual([
      ratio(0, 1), ratio(2, 25), ratio(1, 10), ratio(3, 25), ratio(9, 50), ratio(1, 4), ratio(1, 2), ratio(1, 1),
    ])
  })
})

describe('a share of a whole number', () => {
  test.each([
    [100, 29, 29, 29, 29],
    [50, 58, 29, 29, 29],
    [90, 8, 7, 7, 8],
    [60, 10, 6, 6, 6],
    [130, 12, 15, 16, 16],
    [50, 9, 4, 5, 5],
    [25, 18, 4, 5, 5],
    [0, 18, 0, 0, 0],
    [1, 1, 0, 0, 1],
    [1, 49, 0, 0, 1],
    [1, 50, 0, 1, 1],
    [1, 51, 0, 1, 1],
  ])('of %i at %i %% is %i down, %i to the nearest, %i up', (whole, figure, floor, nearest, ceiling) => {
    expect(ways.map((way) => shareOf(whole, percent(figure), way))).toEqual([floor, nearest, ceiling])
  })

  test.each(ways)('is exact under %s for every percentage of every number to 1,000', (way) => {
    const wrong: unknown[] = []
    for (let figure = 0; figure <= 100; figure += 1) {
      for (let whole = 0; whole <= 1_000; whole += 1) {
        const exact = Number(roundings[way](BigInt(whole * figure), 100n))
        if (!Object.is(shareOf(whole, percent(figure), way), exact)) wrong.push({ whole, figure, exact })
      }
    }
    expect(wrong).toEqual([])
  })

  test.each(ways)('is exact under %s for large numbers, too, beyond what a double can multiply', (way) => {
    fc.assert(
      fc.property(ofEverySize(0, 10_000_000_000_000), ofEverySize(0, 1_000_000), ofEverySize(1, 1_000_000), (whole, numerator, denominator) => {
        const share = ratio(numerator, denominator)
        const exact = roundings[way](BigInt(whole) * BigInt(numerator), BigInt(denominator))
        fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER))
        return BigInt(shareOf(whole, share, way)) === exact
      }),
      runs,
    )
  })

  test.each(ways)('is exact under %s next to a half and to a whole, where a double would slip', (way) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -2, max: 2 }), (quotient, denominator, near) => {
        const dividends = [quotient * denominator + near, quotient * denominator + Math.floor(denominator / 2) + near].filter((dividend) => dividend >= 0)
        return dividends.every((dividend) => BigInt(shareOf(dividend, { numerator: 1, denominator }, way)) === roundings[way](BigInt(dividend), BigInt(denominator)))
      }),
      runs,
    )
  })

  test.each(ways)('is exact under %s where the product has 32 digits: so many parts of a whole of all its parts', (way) => {
    expect(shareOf(9_007_199_254_740_982, { numerator: 9_007_199_254_669_710, denominator: 9_007_199_254_740_982 }, way)).toBe(9_007_199_254_669_710)
    expect(shareOf(9_007_199_254_740_965, { numerator: 9_007_199_254_535_070, denominator: 9_007_199_254_740_965 }, way)).toBe(9_007_199_254_535_070)
  })

  test('of the largest whole numbers is exact', () => {
    const largest = Number.MAX_SAFE_INTEGER
    for (const [numerator, denominator] of [[1, 2], [2, 3], [99, 100], [1, 1], [999_999, 1_000_000]] as const) {
      for (const way of ways) {
        const exact = roundings[way](BigInt(largest) * BigInt(numerator), BigInt(denominator))
        expect(BigInt(shareOf(largest, { numerator, denominator }, way))).toBe(exact)
      }
    }
  })
})

describe('a ratio rounded to a whole number', () => {
  // Twice 2^52 and 3 are 2^53 + 3, which a double takes for 2^53 + 4: that is 6 times 1,501,199,875,790,166.
  test('is a third of 2^52 to the nearest, which doubling in a double would take for one more', () => {
    expect(roundRatio({ numerator: 4_503_599_627_370_496, denominator: 3 }, 'nearest')).toBe(1_501_199_875_790_165)
  })

  test.each(ways)('is exact under %s', (way) => {
    fc.assert(
      fc.property(ofEverySize(0, Number.MAX_SAFE_INTEGER), ofEverySize(1, 1_000_000_000), (numerator, denominator) => {
        return BigInt(roundRatio(ratio(numerator, denominator), way)) === roundings[way](BigInt(numerator), BigInt(denominator))
      }),
      runs,
    )
  })
})

describe('a sum of shares', () => {
  test('of 8 % of 90 and 10 % of 60 is 66/5', () => {
    expect(sumOfShares([{ whole: 90, share: percent(8) }, { whole: 60, share: percent(10) }])).toEqual({ numerator: 66, denominator: 5 })
  })

  test('of nothing is nothing', () => {
    expect(sumOfShares([])).toEqual({ numerator: 0, denominator: 1 })
  })

  test('does not depend on the order of its parts', () => {
    const parts = [{ whole: 7, share: ratio(1, 3) }, { whole: 5, share: ratio(2, 7) }]
    expect(sumOfShares(parts)).toEqual(sumOfShares([...parts].reverse()))
  })

  test('of three thirds is one', () => {
    const third = { whole: 1, share: ratio(1, 3) }
    expect(sumOfShares([third, third, third])).toEqual({ numerator: 1, denominator: 1 })
  })

  const part = fc.record({ whole: ofEverySize(0, 1_000_000_000), share: fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 })).map(([n, d]) => ratio(n, d)) })

  test('is exact, or refused when its terms are too large to be: never wrong', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const exact = sumOf(parts.map(({ whole, share }) => fraction(BigInt(whole) * BigInt(share.numerator), BigInt(share.denominator))))
        try {
          return isSame(sumOfShares(parts), exact)
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          refused += 1
          return true
        }
      }),
      runs,
    )
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThan(runs.numRuns / 2)
  })

  test('of fractions of six different primes is refused as a whole, not at one of its parts', () => {
    const parts = [997, 991, 983, 977, 971, 967].map((prime) => ({ whole: 1, share: ratio(1, prime) }))
    expect(() => sumOfShares(parts)).toThrow(expect.objectContaining({
      name: 'InputError',
      issues: [{ path: [], code: 'inconsistent', message: { en: 'gives shares whose sum is too fine to be exact', 'zh-Hant': '各項比例之和過於細碎，無法準確計算' } }],
    }))
  })

  test('of percentages is never refused: ten thousand parts of a million each', () => {
    const parts = Array.from({ length: 10_000 }, (_, index) => ({ whole: 1_000_000 - index, share: percent(index % 101) }))
    const exact = sumOf(parts.map(({ whole, share }) => fraction(BigInt(whole) * BigInt(share.numerator), BigInt(share.denominator))))
    expect(isSame(sumOfShares(parts), exact)).toBe(true)
  })
})

describe('a ratio as a number for people', () => {
  test('prints its decimals where they end, and the nearest number where they do not', () => {
    expect([ratio(66, 5), ratio(1, 3), ratio(27, 2), ratio(0, 1), ratio(15, 1)].map(ratioToNumber)).toEqual([13.2, 0.3333333333333333, 13.5, 0, 15])
  })

  test('is the number that forty decimal digits come nearest to', () => {
    const Exact = Decimal.clone({ precision: 40 })
    fc.assert(
      fc.property(ofEverySize(0, Number.MAX_SAFE_INTEGER), ofEverySize(1, 1_000_000), (numerator, denominator) => {
        return ratioToNumber({ numerator, denominator }) === new Exact(numerator).dividedBy(denominator).toNumber()
      }),
      runs,
    )
  })
})
