import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { dateOfDayNumber, dayNumber, dayOfMonth, daysSinceMonday, mondayNumber, monthNumberOf, written, yearOf, type IsoDate } from './day-number.js'
import { InputError, type Path } from './input.js'
import { text } from './text.js'

export { beyondTheCalendar, dateOfDayNumber, dayNumber, mondayNumber, type IsoDate } from './day-number.js'

const DAYS_PER_WEEK = 7
const MONTHS_PER_YEAR = 12
const MONDAY = 1
const SATURDAY = 6
const SUNDAY = 7
const AUGUST = 8
const SEPTEMBER = 9

/** Every month has this many days: only past them does it matter which month it is. */
const DAYS_OF_EVERY_MONTH = 28

/**
 * The base that date-fns works on here: a `Date` whose local fields are its UTC fields, so that no time
 * zone, daylight-saving change or skipped day of the machine can move a civil date. It has what the
 * function above uses; the tests run it in zones that would show any other.
 */
class CivilDate extends Date {
  override getFullYear(): number { return this.getUTCFullYear() }
  override getMonth(): number { return this.getUTCMonth() }
  override getDate(): number { return this.getUTCDate() }
  override setFullYear(year: number, month = this.getUTCMonth(), day = this.getUTCDate()): number { return this.setUTCFullYear(year, month, day) }
  override setHours(hours: number, minutes = 0, seconds = 0, milliseconds = 0): number { return this.setUTCHours(hours, minutes, seconds, milliseconds) }
}

/** The months of the calendar as whole numbers, to count from one to another. */
const monthIndex = (day: IsoDate): number => yearOf(day) * MONTHS_PER_YEAR + monthNumberOf(day) - 1
const yearOfMonth = (month: number): number => Math.floor(month / MONTHS_PER_YEAR)
const numberInYear = (month: number): number => month % MONTHS_PER_YEAR

/** The lengths asked for so far: date-fns is asked once for each month. */
const lengths = new Map<number, number>()

function daysOfMonth(month: number): number {
  const known = lengths.get(month)
  if (known !== undefined) return known
  const length = getDaysInMonth(new CivilDate(Date.UTC(yearOfMonth(month), numberInYear(month))))
  lengths.set(month, length)
  return length
}

/** A day of a month. */
const dayIn = (month: number, number: number): IsoDate => written(yearOfMonth(month), numberInYear(month) + 1, number)

/** The days from one date to another: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)

/** The date so many days later (or earlier, when negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  if (days === 0) return day
  const number = dayOfMonth(day) + days
  const sameMonth = number >= 1 && number <= DAYS_OF_EVERY_MONTH
  return sameMonth ? written(yearOf(day), monthNumberOf(day), number) : dateOfDayNumber(dayNumber(day) + days)
}

/** The same day number so many months later (or earlier); the month's last day where it has no such day. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const month = monthIndex(day) + months
  return dayIn(month, Math.min(dayOfMonth(day), daysOfMonth(month)))
}

/** The same date so many years later; 28 February where the year has no 29th. */
export const addYears = (day: IsoDate, years: number): IsoDate => addMonths(day, years * MONTHS_PER_YEAR)

/** The last day of the month that a date falls in. */
export function lastDayOfMonth(day: IsoDate): IsoDate {
  const month = monthIndex(day)
  return dayIn(month, daysOfMonth(month))
}

/** 1 for Monday to 7 for Sunday. */
export const isoWeekday = (day: IsoDate): number => MONDAY + daysSinceMonday(dayNumber(day))

/** The Monday of the ISO week that a date falls in. */
export const mondayOf = (day: IsoDate): IsoDate => dateOfDayNumber(mondayNumber(dayNumber(day)))

/** The month of a date, `YYYY-MM`. */
export const monthOf = (day: IsoDate): string => day.slice(0, 'YYYY-MM'.length)

const isWeekend = (day: IsoDate): boolean => isoWeekday(day) >= SATURDAY

/** The earlier of two dates. */
export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b)

/** The later of two dates. */
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)

/**
 * The last day of a period of months that starts on `firstDay`, that day included: the day before the
 * corresponding date; where the last month has no such date, that month's last day.
 *
 * Hong Kong texts count so from the day on which a stay begins: from 8 September three months end on
 * 7 December, from 30 November on 28 February. No text defines it; the meaning of month as a calendar
 * month (Cap. 1, s 3) supports it.
 */
export function lastDayOfMonths(firstDay: IsoDate, months: number): IsoDate {
  const dayBefore = dayOfMonth(firstDay) - 1
  const month = monthIndex(firstDay) + months
  if (dayBefore === 0) return dayIn(month - 1, daysOfMonth(month - 1))
  return dayIn(month, Math.min(dayBefore, daysOfMonth(month)))
}

/** The first and the last day of a school year, both included. */
export interface Span {
  readonly first: IsoDate
  readonly last: IsoDate
}

/** A Hong Kong school year: 1 September to 31 August. The circulars do not define it; this is its usual meaning. */
export function hongKongSchoolYear(schoolYear: string): Span {
  const year = yearOf(schoolYear)
  return { first: `${year}-09-01`, last: `${year + 1}-08-31` }
}

/** The Hong Kong school year that a date falls in: 31 August 2026 is in 2025/26, 1 September 2026 in 2026/27. */
export function hongKongSchoolYearOf(day: IsoDate): string {
  const first = monthNumberOf(day) >= SEPTEMBER ? yearOf(day) : yearOf(day) - 1
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`
}

/** General holidays of Hong Kong as gazetted, by year; checked against the government's published lists. */
const gazettedHolidays: Readonly<Record<number, ReadonlySet<string>>> = {
  2024: new Set(['01-01', '02-10', '02-12', '02-13', '03-29', '03-30', '04-01', '04-04', '05-01', '05-15', '06-10', '07-01', '09-18', '10-01', '10-11', '12-25', '12-26']),
  2025: new Set(['01-01', '01-29', '01-30', '01-31', '04-04', '04-18', '04-19', '04-21', '05-01', '05-05', '05-31', '07-01', '10-01', '10-07', '10-29', '12-25', '12-26']),
  2026: new Set(['01-01', '02-17', '02-18', '02-19', '04-03', '04-04', '04-06', '04-07', '05-01', '05-25', '06-19', '07-01', '09-26', '10-01', '10-19', '12-25', '12-26']),
}

const heldYears = Object.keys(gazettedHolidays)

/** What a day of another year can be refused with when the caller gives no holidays. */
export const holidaysNotHeld = text(
  `the general holidays held here cover ${heldYears[0] ?? ''} to ${heldYears.at(-1) ?? ''}`,
  `本程式庫只備有 ${heldYears[0] ?? ''} 至 ${heldYears.at(-1) ?? ''} 年的公眾假期`,
)

/** Which days of the week can be working days, where a text leaves it open. */
export type WorkingWeek = 'mondayToFriday' | 'mondayToSaturday'

/**
 * Tells Hong Kong working days from others: Monday to Friday, general holidays excepted.
 * @param holidays the caller's own list; without one the gazetted list is used
 * @param path the fact that the dates come from, for the error outside the years that the gazetted list holds
 * @param week whether Saturdays count, too
 */
export function hongKongWorkingDays(
  holidays: readonly IsoDate[] | null | undefined,
  path: Path,
  week: WorkingWeek = 'mondayToFriday',
): (day: IsoDate) => boolean {
  const given = holidays == null ? undefined : new Set(holidays)
  const firstRestDay = week === 'mondayToFriday' ? SATURDAY : SUNDAY
  const inWorkingWeek = (day: IsoDate): boolean => isoWeekday(day) < firstRestDay
  return (day) => {
    if (given !== undefined) return inWorkingWeek(day) && !given.has(day)
    const year = yearOf(day)
    const ofYear = gazettedHolidays[year]
    if (ofYear === undefined) {
      throw new InputError([{
        path,
        code: 'holidays_unknown',
        message: text(`${holidaysNotHeld.en}; give the holidays of ${year}`, `${holidaysNotHeld['zh-Hant']}；請提供 ${year} 年的假期`),
      }])
    }
    return inWorkingWeek(day) && !ofYear.has(day.slice('YYYY-'.length))
  }
}

/** The nth working day after a date, that date itself excluded. */
export function workingDayAfter(day: IsoDate, n: number, isWorkingDay: (day: IsoDate) => boolean): IsoDate {
  let current = day
  for (let counted = 0; counted < n;) {
    current = addDays(current, 1)
    if (isWorkingDay(current)) counted += 1
  }
  return current
}

/** The first working day on or after a date. */
export function workingDayOnOrAfter(day: IsoDate, isWorkingDay: (day: IsoDate) => boolean): IsoDate {
  let current = day
  while (!isWorkingDay(current)) current = addDays(current, 1)
  return current
}

/** The last working day on or before a date. */
export function workingDayOnOrBefore(day: IsoDate, isWorkingDay: (day: IsoDate) => boolean): IsoDate {
  let current = day
  while (!isWorkingDay(current)) current = addDays(current, -1)
  return current
}

/** The Taiwan school year that a date falls in: 1 August to 31 July. */
export function taiwanSchoolYearOf(day: IsoDate): Span {
  const first = monthNumberOf(day) >= AUGUST ? yearOf(day) : yearOf(day) - 1
  return { first: `${first}-08-01`, last: `${first + 1}-07-31` }
}

/**
 * The rest days of Taiwan's agencies in the time concerned, as their office calendar gives them: the
 * proclaimed rest days, and the Saturdays or Sundays declared working days to make up for others.
 */
export interface RestDayCalendar {
  readonly restDays: readonly IsoDate[]
  readonly makeupWorkdays: readonly IsoDate[]
}

/** Tells Taiwan working days from others; Saturday and Sunday rest unless declared a make-up working day. */
export function taiwanWorkingDays(calendar: RestDayCalendar | null | undefined): (day: IsoDate) => boolean {
  const { restDays = [], makeupWorkdays = [] } = calendar ?? {}
  return (day) => makeupWorkdays.includes(day) || (!isWeekend(day) && !restDays.includes(day))
}

/**
 * The last day of N weeks after an event, whose own day is not counted: the same weekday N weeks later
 * (Civil Code 120 II, 121 II; Administrative Procedure Act 48 II).
 */
export const statutoryWeeksAfter = (event: IsoDate, weeks: number): IsoDate => addDays(event, weeks * DAYS_PER_WEEK)

/**
 * The last day of N months after an event, whose own day is not counted (Civil Code 120 II, 121 II,
 * 123 I; Administrative Procedure Act 48 III). Counting begins on the next day: on the 1st, whole calendar
 * months run, so that one month after 30 September ends on 31 October and one after 28 February 2025 on
 * 31 March; otherwise the period ends on the day before the corresponding date, or on the month's last day.
 */
export const statutoryMonthsAfter = (event: IsoDate, months: number): IsoDate => lastDayOfMonths(addDays(event, 1), months)

/**
 * The latest day that leaves a whole statutory month before an event: the day before the same day number of
 * the month before. The Civil Code has no rule for counting backwards; by analogy neither the day itself
 * nor the event's day belongs to the month, so that the month after 31 July ends just before 1 September.
 */
export const clearMonthBefore = (event: IsoDate): IsoDate => addDays(addMonths(event, -1), -1)
