import { shareOf, type Ratio, type Rounding } from './ratio.js'

/** One Hong Kong dollar in cents. */
const CENTS = 100

/**
 * An amount in dollars as a user gives it: a number or a decimal text of at most two decimals.
 * Amounts are parsed to numbers; within the bounds of the schema each one is the nearest double to its
 * cents, so that turning it into cents and back never changes it. Add amounts up in cents, not in dollars.
 */
export const toCents = (dollars: number): number => Math.round(dollars * CENTS)

/** Cents as dollars, exact to the cent. */
export const fromCents = (cents: number): number => cents / CENTS

/** Adds amounts up in cents. */
export function sumOfMoney(amounts: readonly number[]): number {
  let cents = 0
  for (const amount of amounts) cents += toCents(amount)
  return fromCents(cents)
}

/** The difference of two amounts, exact to the cent. */
export const moneyBetween = (from: number, to: number): number => fromCents(toCents(to) - toCents(from))

/** A share of an amount, rounded to the cent. */
export const shareOfMoney = (amount: number, share: Ratio, rounding: Rounding): number =>
  fromCents(shareOf(toCents(amount), share, rounding))
