import { afterAll, describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  clearMonthBefore,
  daysBetween,
  isoWeekday,
  lastDayOfMonth,
  lastDayOfMonths,
  mondayOf,
  statutoryMonthsAfter,
  taiwanWorkingDays,
  workingDayOnOrAfter,
} from '../../src/kernel/calendar.js'
import * as slow from './slow-calendar.js'

const iso = ({ iso: name }: slow.Day): string => name

describe('the time zone of the machine', () => {
  const zone = process.env['TZ']
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  /** Days around which some clock was moved, skipped a day or ran on local mean time with seconds. */
  const days = [
    ...slow.daysOfYears(1900, 1901), ...slow.daysOfYears(1969, 1972), ...slow.daysOfYears(2011, 2012), ...slow.daysOfYears(2018, 2018),
  ].map(iso)
  const everything = (): readonly string[] =>
    days.flatMap((day) => [
      addDays(day, 40), addMonths(day, 1), addMonths(day, -13), addYears(day, 1), lastDayOfMonth(day), mondayOf(day), String(isoWeekday(day)), String(daysBetween('1999-12-31', day)),
      lastDayOfMonths(day, 3), statutoryMonthsAfter(day, 1), clearMonthBefore(day), workingDayOnOrAfter(day, taiwanWorkingDays(null)),
    ])
  const expected = days.flatMap((name) => {
    const day = slow.dayOf(name)
    return [
      iso(slow.walk(day, 40)), iso(slow.sameNumber(day, 1)), iso(slow.sameNumber(day, -13)), iso(slow.sameNumber(day, 12)),
      iso(slow.walkUntil(day, 1, ({ index, month }) => slow.days[index + 1]?.month !== month)), iso(slow.walkUntil(day, -1, ({ weekday }) => weekday === 1)),
      String(day.weekday), String(day.index - slow.dayOf('1999-12-31').index),
      iso(slow.endOfMonths(day, 3)), iso(slow.endOfStatutoryMonths(day, 1)), iso(slow.walk(slow.sameNumber(day, -1), -1)),
      iso(slow.walkUntil(day, 1, ({ weekday }) => weekday < 6)),
    ]
  })

  test.each([
    ['UTC', '2018-11-04', 0],
    ['Asia/Hong_Kong', '2018-11-04', -480],
    ['America/Sao_Paulo', '2018-11-05', 120],
    ['Pacific/Apia', '2011-12-29', 600],
    ['Pacific/Apia', '2012-01-01', -840],
    ['Asia/Hong_Kong', '1900-06-01', -456],
    ['Africa/Monrovia', '1970-01-01', 44],
  ])('%s moves no date (on %s it is %i minutes from UTC)', (name, day, offset) => {
    process.env['TZ'] = name
    expect(new Date(`${day}T12:00:00Z`).getTimezoneOffset(), 'the zone is in force').toBe(offset)
    expect(everything()).toEqual(expected)
  })
})
