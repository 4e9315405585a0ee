import { reject } from './input.js'
import { text } from './text.js'

/** A civil date `YYYY-MM-DD`: a day of the calendar, without hours or a time zone. */
export type IsoDate = string

const DAYS_PER_WEEK = 7
const DAYS_PER_YEAR = 365
const YEARS_PER_CYCLE = 400
const DAYS_PER_CYCLE = 146_097
/** With all its leap days but the last, which the next century or cycle brings. */
const DAYS_PER_FOUR_YEARS = 1_460
const DAYS_PER_CENTURY = 36_524
/** The days from 1 March of the year 0 to 1 January 1970, the day whose number is 0. */
const FIRST_DAY = 719_468
/** Day 0 was a Thursday, three days after a Monday. */
const DAYS_SINCE_MONDAY_ON_FIRST_DAY = 3
const ZERO = '0'.charCodeAt(0)

const digit = (text: string, index: number): number => text.charCodeAt(index) - ZERO
/** The number that the two digits from an index on make. */
export const twoDigits = (text: string, index: number): number => digit(text, index) * 10 + digit(text, index + 1)

/** The year of a date. */
export const yearOf = (day: IsoDate): number => twoDigits(day, 0) * 100 + twoDigits(day, 2)

/** 1 for January to 12 for December. */
export const monthNumberOf = (day: IsoDate): number => twoDigits(day, 'YYYY-'.length)

/** The number of the day in its month. */
export const dayOfMonth = (day: IsoDate): number => twoDigits(day, 'YYYY-MM-'.length)

const padded: readonly string[] = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

/** What a vast number can be refused with. */
export const beyondTheCalendar = text('leads to a date beyond the years 1000 to 9999', '推算所得的日期超出公元 1000 至 9999 年')

/** Writes a date. Only an input with a vast number leads to a year that does not have four digits. */
export function written(year: number, month: number, day: number): IsoDate {
  if (!(year >= 1000 && year <= 9999)) reject([], beyondTheCalendar)
  return `${year}-${padded[month] ?? ''}-${padded[day] ?? ''}`
}

/**
 * The days from 1 January 1970 to a date: dates as whole numbers, to add, subtract and group them quickly.
 *
 * Years are counted from March here, so that a leap day is the last of its year, and the months before a
 * month have 153 days in every five.
 */
export function dayNumber(day: IsoDate): number {
  const month = monthNumberOf(day)
  const year = month > 2 ? yearOf(day) : yearOf(day) - 1
  const monthsSinceMarch = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const daysSinceMarch = Math.floor((monthsSinceMarch * 153 + 2) / 5) + dayOfMonth(day) - 1
  return year * DAYS_PER_YEAR + leapDays + daysSinceMarch - FIRST_DAY
}

/** The date of a day number: the way back, by years that begin in March, in cycles of 400. */
export function dateOfDayNumber(number: number): IsoDate {
  const days = number + FIRST_DAY
  const cycle = Math.floor(days / DAYS_PER_CYCLE)
  const dayOfCycle = days - cycle * DAYS_PER_CYCLE
  const leapDays = Math.floor(dayOfCycle / DAYS_PER_FOUR_YEARS) - Math.floor(dayOfCycle / DAYS_PER_CENTURY) + Math.floor(dayOfCycle / (DAYS_PER_CYCLE - 1))
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / DAYS_PER_YEAR)
  const dayOfYear = dayOfCycle - (DAYS_PER_YEAR * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
  const year = yearOfCycle + cycle * YEARS_PER_CYCLE + (month > 2 ? 0 : 1)
  return written(year, month, dayOfYear - Math.floor((monthsSinceMarch * 153 + 2) / 5) + 1)
}

/** The days since the Monday of the week, 0 to 6, of a day number. */
export const daysSinceMonday = (number: number): number =>
  (((number + DAYS_SINCE_MONDAY_ON_FIRST_DAY) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK

/** The day number of the Monday of the ISO week that a day number falls in. */
export const mondayNumber = (number: number): number => number - daysSinceMonday(number)
