import { reject } from './input.js'
import { text } from './text.js'

/** A civil date `YYYY-MM-DD`: a day of the calendar, without hours or a time zone. */
export type IsoDate = string

const MILLISECONDS_PER_DAY = 86_400_000
const DAYS_PER_WEEK = 7
const DAYS_PER_YEAR = 365
/** The days from 1 March of the year 0 to 1 January 1970, the day whose number is 0. */
const FIRST_DAY = 719_468
/** Day 0 was a Thursday, three days after a Monday. */
const DAYS_SINCE_MONDAY_ON_FIRST_DAY = 3
const ZERO = '0'.charCodeAt(0)

const digit = (day: IsoDate, index: number): number => day.charCodeAt(index) - ZERO
const twoDigits = (day: IsoDate, index: number): number => digit(day, index) * 10 + digit(day, index + 1)

/** The year of a date. */
export const yearOf = (day: IsoDate): number => twoDigits(day, 0) * 100 + twoDigits(day, 2)

/** 1 for January to 12 for December. */
export const monthNumberOf = (day: IsoDate): number => twoDigits(day, 'YYYY-'.length)

/** The number of the day in its month. */
export const dayOfMonth = (day: IsoDate): number => twoDigits(day, 'YYYY-MM-'.length)

const padded: readonly string[] = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

const beyondTheCalendar = text('leads to a date beyond the years 1000 to 9999', '推算所得的日期超出公元 1000 至 9999 年')

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

/** The date of a day number. */
export function dateOfDayNumber(number: number): IsoDate {
  const day = new Date(number * MILLISECONDS_PER_DAY)
  return written(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

/** The days since the Monday of the week, 0 to 6, of a day number. */
export const daysSinceMonday = (number: number): number =>
  (((number + DAYS_SINCE_MONDAY_ON_FIRST_DAY) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK

/** The day number of the Monday of the ISO week that a day number falls in. */
export const mondayNumber = (number: number): number => number - daysSinceMonday(number)
