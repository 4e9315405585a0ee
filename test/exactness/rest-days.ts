import { walkUntil, type Day } from '../kernel/slow-calendar.js'
import { everyDay } from './day-exam.js'

// Invented holidays and make-up days, dense enough to fall on every kind of last day, and the walks over them.

/** Every 37th day, and four days together each half year. */
const isHoliday = ({ index }: Day): boolean => index % 37 === 0 || index % 181 < 4
const isMakeUpDay = ({ index, weekday }: Day): boolean => weekday > 5 && index % 11 === 0
const isWeekend = ({ weekday }: Day): boolean => weekday > 5

/** Only the days near a day, so that a call has no more to read than it needs. */
const REACH = 70
const near = (is: (day: Day) => boolean): ((day: Day) => string[]) => {
  const all = everyDay.filter(is)
  return ({ index }) => all.filter((day) => Math.abs(day.index - index) <= REACH).map(({ iso }) => iso)
}
const remembered = (of: (day: Day) => string[]): ((day: Day) => string[]) => {
  const known = new Map<number, string[]>()
  return (day) => {
    const found = known.get(day.index) ?? of(day)
    known.set(day.index, found)
    return found
  }
}

export const holidaysNear = remembered(near(isHoliday))
const makeUpDaysNear = remembered(near(isMakeUpDay))

/** The office calendar of the agencies of Taiwan around a day. */
export const officeCalendar = (day: Day): { restDays: string[]; makeupWorkdays: string[] } => ({ restDays: holidaysNear(day), makeupWorkdays: makeUpDaysNear(day) })

/** Outside the years that are asked about nothing is invented. */
const [first, last] = [everyDay[0]?.index ?? 0, everyDay.at(-1)?.index ?? 0]
const isListed = ({ index }: Day): boolean => index >= first && index <= last

export const worksInTaiwan = (day: Day): boolean => (isListed(day) && isMakeUpDay(day)) || (!isWeekend(day) && !(isListed(day) && isHoliday(day)))
export const worksInHongKong = (saturdaysToo: boolean) => (day: Day): boolean =>
  day.weekday < (saturdaysToo ? 7 : 6) && !(isListed(day) && isHoliday(day))

export const nextWorkingDay = (day: Day, works: (day: Day) => boolean): Day => walkUntil(day, 1, works)
export const lastWorkingDay = (day: Day, works: (day: Day) => boolean): Day => walkUntil(day, -1, works)
