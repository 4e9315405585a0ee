import { roundings } from '../kernel/exact.js'

export { ceilingOf, floorOf, fraction, nearestOf, roundings, sumOf } from '../kernel/exact.js'

/** A fact as a whole number without end. */
export const big = (fact: number): bigint => BigInt(fact)

/** A whole number as the table's engines give it. */
export const number = (value: bigint): number => Number(value)

/** Cents as dollars, by writing them out and reading them. */
export function dollars(cents: bigint): number {
  const sign = cents < 0n ? '-' : ''
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return Number(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

/** An amount drawn in cents, as a caller gives it. */
export const asGiven = (cents: number): number => dollars(BigInt(cents))

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)

export type Way = keyof typeof roundings
export const ways = ['floor', 'nearest', 'ceiling'] as const

/** A percentage of a whole number, rounded to a whole number. */
export const percentage = (percent: number, of: bigint, way: keyof typeof roundings): bigint => roundings[way](BigInt(percent) * of, 100n)
