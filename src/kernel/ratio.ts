import { Decimal } from 'decimal.js'
import { reject } from './input.js'
import { text } from './text.js'

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
 * A quotient of whole numbers rounded to a whole number; half rounds up under `nearest`.
 * While twice the dividend with the divisor is a safe integer, dividing doubles and rounding down is exact: a quotient that is
 * not whole lies further from the next whole number than a double can err. Beyond that decimals take over.
 */
function divide(dividend: number, divisor: number, rounding: Rounding): number {
  if (!Number.isSafeInteger(2 * dividend + divisor)) {
    return new Exact(dividend).dividedBy(divisor).toDecimalPlaces(0, decimalRounding[rounding]).toNumber()
  }
  switch (rounding) {
    case 'floor':
      return Math.floor(dividend / divisor)
    case 'ceiling':
      return Math.ceil(dividend / divisor)
    case 'nearest':
      return Math.floor((2 * dividend + divisor) / (2 * divisor))
  }
}

/**
 * A share of a whole number, rounded to a whole number at the very end; half rounds up under `nearest`.
 * @param whole a whole number, zero or more
 */
export function shareOf(whole: number, { numerator, denominator }: Ratio, rounding: Rounding): number {
  const dividend = whole * numerator
  if (Number.isSafeInteger(dividend)) return divide(dividend, denominator, rounding)
  return new Exact(whole).times(numerator).dividedBy(denominator).toDecimalPlaces(0, decimalRounding[rounding]).toNumber()
}

const tooFine = text('gives shares whose sum is too fine to be exact', '各項比例之和過於細碎，無法準確計算')

/**
 * The sum of several shares of whole numbers as one exact ratio: 8 % of 90 and 10 % of 60 are 66/5.
 * @throws InputError when its terms outgrow the whole numbers that a double holds, rather than be wrong
 */
export function sumOfShares(parts: readonly { readonly whole: number; readonly share: Ratio }[]): Ratio {
  let sum = ratio(0, 1)
  for (const { whole, share } of parts) {
    const common = greatestCommonDivisor(sum.denominator, share.denominator)
    const numerator = sum.numerator * (share.denominator / common) + whole * share.numerator * (sum.denominator / common)
    const denominator = (sum.denominator / common) * share.denominator
    if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) reject([], tooFine)
    sum = ratio(numerator, denominator)
  }
  return sum
}

/** A ratio rounded to a whole number. */
export const roundRatio = ({ numerator, denominator }: Ratio, rounding: Rounding): number =>
  divide(numerator, denominator, rounding)

/** A ratio as the nearest number: exact wherever its decimals end. */
export const ratioToNumber = ({ numerator, denominator }: Ratio): number => numerator / denominator
