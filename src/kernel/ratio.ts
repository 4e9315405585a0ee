import { Decimal } from 'decimal.js'

/** An exact share, kept as two whole numbers until the last step: a third stays `1/3`. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** Enough digits that a product of an amount in cents and a count is never cut. */
const Exact = Decimal.clone({ precision: 40 })

/** Ways to round, named after what the texts do with a fraction. */
export type Rounding = 'nearest' | 'floor' | 'ceiling'

const decimalRounding: Readonly<Record<Rounding, Decimal.Rounding>> = {
  nearest: Decimal.ROUND_HALF_UP,
  floor: Decimal.ROUND_FLOOR,
  ceiling: Decimal.ROUND_CEIL,
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/**
 * A ratio in its lowest terms.
 * @param numerator a whole number, zero or more
 * @param denominator a whole number, one or more
 */
export function ratio(numerator: number, denominator: number): Ratio {
  const divisor = greatestCommonDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** A percentage of a text as a ratio: `percent(18)` is 9/50. */
export const percent = (figure: number): Ratio => ratio(figure, 100)

/**
 * A share of a whole number, rounded to a whole number at the very end.
 * Half rounds up under `nearest`.
 */
export function shareOf(whole: number, share: Ratio, rounding: Rounding): number {
  return new Exact(whole)
    .times(share.numerator)
    .dividedBy(share.denominator)
    .toDecimalPlaces(0, decimalRounding[rounding])
    .toNumber()
}

/** The sum of several shares of whole numbers as one exact ratio: 8 % of 90 and 10 % of 60 are 66/5. */
export function sumOfShares(parts: readonly { readonly whole: number; readonly share: Ratio }[]): Ratio {
  let numerator = 0
  let denominator = 1
  for (const { whole, share } of parts) {
    numerator = numerator * share.denominator + whole * share.numerator * denominator
    denominator *= share.denominator
    ;({ numerator, denominator } = ratio(numerator, denominator))
  }
  return { numerator, denominator }
}

/** A ratio rounded to a whole number. */
export const roundRatio = ({ numerator, denominator }: Ratio, rounding: Rounding): number =>
  shareOf(numerator, { numerator: 1, denominator }, rounding)

/** A ratio as a decimal number for people to read: exact wherever its decimals end. */
export const ratioToNumber = ({ numerator, denominator }: Ratio): number =>
  new Exact(numerator).dividedBy(denominator).toNumber()
