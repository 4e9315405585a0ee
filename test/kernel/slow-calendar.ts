/**
 * A calendar by walking, one day at a time, from the rules of the Gregorian calendar and of the two
 * jurisdictions alone. It shares nothing with the library, and is as slow as it looks.
 */

/** A day of the calendar, with its place in the walk. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly number: number
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number
  readonly iso: string
  readonly index: number
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const lengthOfMonth = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0))

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

/** Every day from 1 January 1890, a Wednesday, to the end of 2210. */
export const days: readonly Day[] = (() => {
  const all: Day[] = []
  let weekday = 3
  for (let year = 1890; year <= 2210; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let number = 1; number <= lengthOfMonth(year, month); number += 1) {
        all.push({ year, month, number, weekday, iso: `${year}-${two(month)}-${two(number)}`, index: all.length })
        weekday = weekday === 7 ? 1 : weekday + 1
      }
    }
  }
  return all
})()

const byName = new Map(days.map((day) => [day.iso, day]))

function required(day: Day | undefined): Day {
  if (day === undefined) throw new Error('a day outside the walk')
  return day
}

export const dayOf = (iso: string): Day => required(byName.get(iso))

/** So many days on, or back. */
export const walk = (day: Day, steps: number): Day => required(days[day.index + steps])

/** Walks until a day is right. */
export function walkUntil(from: Day, step: 1 | -1, isRight: (day: Day) => boolean): Day {
  let day = from
  while (!isRight(day)) day = walk(day, step)
  return day
}

/** The days from the first of January of one year to the end of another. */
export const daysOfYears = (first: number, last: number): readonly Day[] => days.filter(({ year }) => year >= first && year <= last)

/** Walks to the end of the month that lies so many months after the month of a day, and stops at a number on the way. */
function inMonth(day: Day, months: number, number: number): Day | undefined {
  let { year, month } = day
  for (let passed = 0; passed < Math.abs(months); passed += 1) {
    month += months < 0 ? -1 : 1
    if (month > 12) [year, month] = [year + 1, 1]
    if (month < 1) [year, month] = [year - 1, 12]
  }
  return byName.get(`${year}-${two(month)}-${two(number)}`)
}

function lastOfMonth(day: Day, months: number): Day {
  const first = required(inMonth(day, months, 1))
  return walkUntil(first, 1, ({ index, month }) => days[index + 1]?.month !== month)
}

/** The day of the same number so many months later; without one, the last of that month. */
export const sameNumber = (day: Day, months: number): Day => inMonth(day, months, day.number) ?? lastOfMonth(day, months)

/** Hong Kong: the day before the corresponding date; in a month without that date, its last day. */
export function endOfMonths(firstDay: Day, months: number): Day {
  const corresponding = inMonth(firstDay, months, firstDay.number)
  return corresponding === undefined ? lastOfMonth(firstDay, months) : walk(corresponding, -1)
}

/**
 * Taiwan, Civil Code 120 II, 121 II and 123 I: the event's own day is not counted. Counted from the beginning of a month,
 * months are whole ones; otherwise the period ends on the day before the one that answers to the first day
 * counted, or on the last day of a month that has none.
 */
export function endOfStatutoryMonths(event: Day, months: number): Day {
  const first = walk(event, 1)
  return first.number === 1 ? lastOfMonth(first, months - 1) : endOfMonths(first, months)
}

/** Civil Code 120 II and 121 II: the event's own day is not counted; so many times seven days are. */
export function endOfStatutoryWeeks(event: Day, weeks: number): Day {
  let last = event
  for (let counted = 0; counted < weeks * 7; counted += 1) last = walk(last, 1)
  return last
}
