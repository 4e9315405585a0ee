/** Arithmetic on whole numbers without end, to compare the library's with. */

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export const floorOf = (numerator: bigint, denominator: bigint): bigint => numerator / denominator

/** Half goes up. */
export const nearestOf = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator)

export const ceilingOf = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator

export const roundings = { floor: floorOf, nearest: nearestOf, ceiling: ceilingOf } as const

/** A fraction in its lowest terms. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  const divisor = gcd(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const sumOf = (fractions: readonly Fraction[]): Fraction =>
  fractions.reduce((a, b) => fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator), fraction(0n, 1n))
