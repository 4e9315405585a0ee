import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  clearMonthBefore,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  earlier,
  hongKongSchoolYear,
  hongKongSchoolYearOf,
  hongKongWorkingDays,
  isoWeekday,
  lastDayOfMonth,
  lastDayOfMonths,
  later,
  mondayNumber,
  mondayOf,
  monthOf,
  statutoryMonthsAfter,
  statutoryWeeksAfter,
  taiwanSchoolYearOf,
  taiwanWorkingDays,
  workingDayAfter,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../src/kernel/calendar.js'
import { InputError } from '../../src/kernel/input.js'
import * as slow from './slow-calendar.js'

/** The years over which every rule is compared with the slow calendar, day by day. */
const everyDay = slow.daysOfYears(2015, 2035)
const iso = ({ iso: name }: slow.Day): string => name

/** The first day on which two ways to reckon part; none when they never do. */
function firstDifference(ofLibrary: (day: string) => unknown, ofWalk: (day: slow.Day) => unknown, days = everyDay): unknown {
  for (const day of days) {
    const [found, expected] = [ofLibrary(day.iso), ofWalk(day)]
    if (found !== expected) return { day: day.iso, found, expected }
  }
  return undefined
}

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}

describe('the slow calendar itself', () => {
  test.each([
    ['1890-01-01', 3],
    ['1900-01-01', 1],
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['2024-02-29', 4],
    ['2026-11-22', 7],
    ['2199-12-31', 2],
  ])('%s is weekday %i', (day, weekday) => {
    expect(slow.dayOf(day).weekday).toBe(weekday)
  })

  test('has 7,670 days from 2015 to 2035, five of them leap days', () => {
    expect(everyDay).toHaveLength(21 * 365 + 5)
  })
})

describe('days', () => {
  const allDays = slow.daysOfYears(1900, 2199)
  const epoch = slow.dayOf('1970-01-01')

  test('are numbered from 1 January 1970, before it downwards, on every day of 1900 to 2199', () => {
    expect(firstDifference(dayNumber, ({ index }) => index - epoch.index, allDays)).toBe(undefined)
    expect(firstDifference((day) => dateOfDayNumber(dayNumber(day)), iso, allDays)).toBe(undefined)
  })

  test('have the weekday that comes after the weekday of the day before', () => {
    expect(firstDifference(isoWeekday, ({ weekday }) => weekday, allDays)).toBe(undefined)
  })

  test('belong to the week of the Monday on or before them', () => {
    const monday = (day: slow.Day): slow.Day => slow.walkUntil(day, -1, ({ weekday }) => weekday === 1)
    expect(firstDifference(mondayOf, (day) => iso(monday(day)), allDays)).toBe(undefined)
    expect(firstDifference((day) => mondayNumber(dayNumber(day)), (day) => monday(day).index - epoch.index, allDays)).toBe(undefined)
  })

  test.each([-1_000, -366, -31, -28, -1, 0, 1, 2, 14, 27, 28, 29, 30, 31, 365, 1_461])('plus %i days are what a walk of so many days reaches', (steps) => {
    expect(firstDifference((day) => addDays(day, steps), (day) => iso(slow.walk(day, steps)))).toBe(undefined)
    expect(firstDifference((day) => daysBetween(day, addDays(day, steps)), () => steps)).toBe(undefined)
  })

  test('between a day and itself there are none, and never minus zero', () => {
    expect(daysBetween('2025-09-01', '2025-09-01')).toBe(0)
    expect(daysBetween('2025-09-01', '2025-08-31')).toBe(-1)
  })

  test('of a year without four digits are out of reach, loudly', () => {
    const beyond = [
      () => addDays('2025-01-01', 3_000_000), () => addDays('2025-01-01', -400_000), () => addDays('2025-01-01', 1e15),
      () => addMonths('2025-01-01', 12 * 8_000), () => addMonths('2025-01-31', 12 * 8_000), () => addMonths('2025-01-31', Number.NaN),
    ]
    for (const run of beyond) expect(thrownBy(run)).toBeInstanceOf(InputError)
    expect(String(thrownBy(() => addDays('2025-01-01', 3_000_000)))).toBe('InputError: the input: leads to a date beyond the years 1000 to 9999')
    expect(addYears('9998-12-31', 1)).toBe('9999-12-31')
    expect(addDays('1000-01-02', -1)).toBe('1000-01-01')
  })

  test('the earlier and the later of two dates, in either order and when they are the same', () => {
    expect([earlier('2025-08-31', '2025-09-01'), earlier('2025-09-01', '2025-08-31')]).toEqual(['2025-08-31', '2025-08-31'])
    expect([later('2025-08-31', '2025-09-01'), later('2025-09-01', '2025-08-31')]).toEqual(['2025-09-01', '2025-09-01'])
    expect([earlier('2025-08-31', '2025-08-31'), later('2025-08-31', '2025-08-31')]).toEqual(['2025-08-31', '2025-08-31'])
  })
})

describe('months', () => {
  test.each([-25, -12, -1, 0, 1, 2, 3, 6, 11, 12, 13, 48])('plus %i keep the number of the day, or take the last day', (months) => {
    expect(firstDifference((day) => addMonths(day, months), (day) => iso(slow.sameNumber(day, months)))).toBe(undefined)
  })

  test.each([-4, -1, 0, 1, 2, 4, 100])('plus %i years keep the date, or take 28 February', (years) => {
    expect(firstDifference((day) => addYears(day, years), (day) => iso(slow.sameNumber(day, 12 * years)))).toBe(undefined)
  })

  test('end where the month changes', () => {
    const last = (day: slow.Day): slow.Day => slow.walkUntil(day, 1, (each) => each.number === slow.lengthOfMonth(each.year, each.month))
    expect(firstDifference(lastDayOfMonth, (day) => iso(last(day)), slow.daysOfYears(1900, 2199))).toBe(undefined)
  })

  test('are named by year and month', () => {
    expect(monthOf('2025-09-30')).toBe('2025-09')
  })
})

describe('Hong Kong', () => {
  test.each([
    ['2025-09-08', 3, '2025-12-07', 'the day before the corresponding date'],
    ['2025-09-01', 3, '2025-11-30', 'from the first of a month, whole months'],
    ['2025-11-30', 3, '2026-02-28', 'February has no 30th'],
    ['2027-11-30', 3, '2028-02-29', 'nor in a leap year'],
    ['2027-11-29', 3, '2028-02-28', 'a leap February has a 29th: the day before it'],
    ['2026-11-29', 3, '2027-02-28', 'another February has none'],
    ['2025-08-31', 1, '2025-09-30', 'September has no 31st'],
    ['2026-03-31', 6, '2026-09-30', 'nor six months later'],
    ['2026-02-28', 6, '2026-08-27', 'the last day of a month is a number like any other'],
    ['2025-09-01', 6, '2026-02-28', 'six months of 181 days'],
    ['2026-03-01', 6, '2026-08-31', 'six months of 184 days'],
    ['2025-12-31', 1, '2026-01-30', 'over the turn of the year'],
    ['2024-02-29', 12, '2025-02-28', 'a year from 29 February'],
  ])('from %s %i months end on %s: %s', (firstDay, months, lastDay) => {
    expect(lastDayOfMonths(firstDay, months)).toBe(lastDay)
  })

  test.each([1, 2, 3, 4, 6, 12, 24])('%i months end where the slow calendar says, on every day of 21 years', (months) => {
    expect(firstDifference((day) => lastDayOfMonths(day, months), (day) => iso(slow.endOfMonths(day, months)))).toBe(undefined)
  })

  test('a later first day never ends earlier', () => {
    for (const months of [1, 3, 6]) {
      expect(firstDifference((day) => lastDayOfMonths(day, months) <= lastDayOfMonths(addDays(day, 1), months), () => true)).toBe(undefined)
    }
  })

  test('a school year runs from 1 September to 31 August', () => {
    expect(hongKongSchoolYear('2025/26')).toEqual({ first: '2025-09-01', last: '2026-08-31' })
    expect(hongKongSchoolYear('1999/00')).toEqual({ first: '1999-09-01', last: '2000-08-31' })
    expect(hongKongSchoolYear('2099/00')).toEqual({ first: '2099-09-01', last: '2100-08-31' })
  })

  test('every day falls in the school year that holds it', () => {
    const schoolYear = ({ year, month }: slow.Day): string => {
      const first = month < 9 ? year - 1 : year
      return `${first}/${`${first + 1}`.slice(2)}`
    }
    expect(firstDifference(hongKongSchoolYearOf, schoolYear, slow.daysOfYears(1900, 2199))).toBe(undefined)
    expect(firstDifference((day) => {
      const { first, last } = hongKongSchoolYear(hongKongSchoolYearOf(day))
      return first <= day && day <= last
    }, () => true)).toBe(undefined)
  })

  /** General Holidays Ordinance (Cap. 149): the days gazetted for each year. */
  const gazetted = [
    '2024-01-01', '2024-02-10', '2024-02-12', '2024-02-13', '2024-03-29', '2024-03-30', '2024-04-01', '2024-04-04', '2024-05-01',
    '2024-05-15', '2024-06-10', '2024-07-01', '2024-09-18', '2024-10-01', '2024-10-11', '2024-12-25', '2024-12-26',
    '2025-01-01', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04', '2025-04-18', '2025-04-19', '2025-04-21', '2025-05-01',
    '2025-05-05', '2025-05-31', '2025-07-01', '2025-10-01', '2025-10-07', '2025-10-29', '2025-12-25', '2025-12-26',
    '2026-01-01', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-03', '2026-04-04', '2026-04-06', '2026-04-07', '2026-05-01',
    '2026-05-25', '2026-06-19', '2026-07-01', '2026-09-26', '2026-10-01', '2026-10-19', '2026-12-25', '2026-12-26',
  ]
  const years = slow.daysOfYears(2024, 2026)

  test('a year has seventeen general holidays', () => {
    expect(['2024', '2025', '2026'].map((year) => gazetted.filter((day) => day.startsWith(year)).length)).toEqual([17, 17, 17])
  })

  test('working days are Monday to Friday without the gazetted holidays of 2024 to 2026', () => {
    const isWorkingDay = hongKongWorkingDays(undefined, ['deadline'])
    expect(firstDifference(isWorkingDay, ({ iso: day, weekday }) => weekday <= 5 && !gazetted.includes(day), years)).toBe(undefined)
  })

  test('in a six-day week Saturdays count, too', () => {
    const isWorkingDay = hongKongWorkingDays(null, ['deadline'], 'mondayToSaturday')
    expect(firstDifference(isWorkingDay, ({ iso: day, weekday }) => weekday <= 6 && !gazetted.includes(day), years)).toBe(undefined)
  })

  test("the caller's own holidays take the place of the gazetted ones, in any year", () => {
    const isWorkingDay = hongKongWorkingDays(['2030-06-05'], ['deadline'])
    expect(firstDifference(isWorkingDay, ({ iso: day, weekday }) => weekday <= 5 && day !== '2030-06-05')).toBe(undefined)
    expect(hongKongWorkingDays([], ['deadline'])('2025-10-01')).toBe(true)
  })

  test('the nth working day after a date leaves out the date itself and whatever is no working day', () => {
    const isWorkingDay = hongKongWorkingDays(undefined, ['deadline'])
    const nth = (day: slow.Day, n: number): slow.Day => {
      let current = day
      for (let left = n; left > 0; left -= 1) current = slow.walkUntil(slow.walk(current, 1), 1, ({ iso: name, weekday }) => weekday <= 5 && !gazetted.includes(name))
      return current
    }
    for (const n of [0, 1, 5, 15]) {
      expect(firstDifference((day) => workingDayAfter(day, n, isWorkingDay), (day) => iso(nth(day, n)), slow.daysOfYears(2024, 2025))).toBe(undefined)
    }
  })

  test.each([
    ['2025-12-24', 1, '2025-12-29', 'Christmas, Boxing Day and a weekend'],
    ['2025-10-06', 1, '2025-10-08', 'the day after Mid-Autumn'],
    ['2026-02-16', 1, '2026-02-20', 'the three days of the Lunar New Year'],
    ['2025-09-30', 15, '2025-10-23', 'fifteen working days over the National Day and the Mid-Autumn holiday'],
  ])('after %s working day %i is %s: %s', (day, n, expected) => {
    expect(workingDayAfter(day, n, hongKongWorkingDays(undefined, ['deadline']))).toBe(expected)
  })

  test.each(['2023-12-29', '2023-12-30', '2027-01-01'])('outside the years held here %s is not guessed at', (day) => {
    const error = thrownBy(() => hongKongWorkingDays(undefined, ['submission', 'deadline'])(day))
    const year = day.slice(0, 4)
    expect(error).toBeInstanceOf(InputError)
    expect(error instanceof InputError && error.issues).toEqual([
      {
        path: ['submission', 'deadline'],
        code: 'holidays_unknown',
        message: {
          en: `the general holidays held here cover 2024 to 2026; give the holidays of ${year}`,
          'zh-Hant': `本程式庫只備有 2024 至 2026 年的公眾假期；請提供 ${year} 年的假期`,
        },
      },
    ])
  })

  test('a count of working days that runs out of the years held here says so', () => {
    const isWorkingDay = hongKongWorkingDays(undefined, ['deadline'])
    expect(workingDayAfter('2026-12-24', 4, isWorkingDay)).toBe('2026-12-31')
    expect(thrownBy(() => workingDayAfter('2026-12-24', 5, isWorkingDay))).toBeInstanceOf(InputError)
  })
})

describe('Taiwan', () => {
  test('a school year runs from 1 August to 31 July', () => {
    expect(taiwanSchoolYearOf('2025-07-31')).toEqual({ first: '2024-08-01', last: '2025-07-31' })
    expect(taiwanSchoolYearOf('2025-08-01')).toEqual({ first: '2025-08-01', last: '2026-07-31' })
    expect(firstDifference((day) => taiwanSchoolYearOf(day).first, ({ year, month }) => `${month < 8 ? year - 1 : year}-08-01`)).toBe(undefined)
    expect(firstDifference((day) => taiwanSchoolYearOf(day).last, ({ year, month }) => `${month < 8 ? year : year + 1}-07-31`)).toBe(undefined)
  })

  test.each([
    ['2019-03-20', 2, '2019-04-03'],
    ['2019-02-21', 1, '2019-02-28'],
    ['2019-08-30', 2, '2019-09-13'],
    ['2025-12-25', 1, '2026-01-01'],
  ])('from %s %i weeks end on the same weekday, %s', (event, weeks, lastDay) => {
    expect(statutoryWeeksAfter(event, weeks)).toBe(lastDay)
  })

  test.each([1, 2, 4, 52])('%i weeks end where the slow calendar says, on every day of 21 years', (weeks) => {
    expect(firstDifference((day) => statutoryWeeksAfter(day, weeks), (day) => iso(slow.endOfStatutoryWeeks(day, weeks)))).toBe(undefined)
  })

  test.each([
    ['2025-09-01', '2025-10-01', 'counted from 2 September to the day before 2 October'],
    ['2025-08-31', '2025-09-30', 'counted from the first: the whole of September'],
    ['2025-09-30', '2025-10-31', 'the whole of October, not 30 days'],
    ['2025-04-30', '2025-05-31', 'the whole of May'],
    ['2025-06-30', '2025-07-31', 'the whole of July'],
    ['2025-11-30', '2025-12-31', 'the whole of December'],
    ['2025-02-28', '2025-03-31', 'the whole of March'],
    ['2024-02-28', '2024-03-28', 'in a leap year counted from the 29th'],
    ['2024-02-29', '2024-03-31', 'the whole of March'],
    ['2025-01-27', '2025-02-27', 'counted from the 28th to the day before the next'],
    ['2025-01-28', '2025-02-28', 'February has no 29th'],
    ['2025-01-29', '2025-02-28', 'nor a 30th'],
    ['2025-01-30', '2025-02-28', 'nor a 31st'],
    ['2025-01-31', '2025-02-28', 'the whole of February'],
    ['2024-01-29', '2024-02-29', 'nor a 30th in a leap year'],
    ['2025-12-31', '2026-01-31', 'the whole of January of the next year'],
  ])('one month after %s ends on %s: %s', (event, lastDay) => {
    expect(statutoryMonthsAfter(event, 1)).toBe(lastDay)
  })

  test.each([1, 2, 3, 6, 12])('%i months end where the slow calendar says, on every day of 21 years', (months) => {
    expect(firstDifference((day) => statutoryMonthsAfter(day, months), (day) => iso(slow.endOfStatutoryMonths(day, months)))).toBe(undefined)
  })

  test.each([
    ['2025-09-01', '2025-07-31', 'August is clear'],
    ['2024-08-30', '2024-07-29', 'opening on a day that July has'],
    ['2028-08-30', '2028-07-29', 'the month after a Saturday'],
    ['2025-03-31', '2025-02-27', 'a month without that day'],
    ['2024-03-31', '2024-02-28', 'and in a leap year'],
    ['2025-03-01', '2025-01-31', 'February is clear'],
    ['2026-01-01', '2025-11-30', 'December is clear'],
  ])('the latest day that leaves a clear month before %s is %s: %s', (event, day) => {
    expect(clearMonthBefore(event)).toBe(day)
  })

  test('a clear month is the latest day whose statutory month ends before the event', () => {
    const latest = (event: slow.Day): slow.Day => slow.walkUntil(slow.walk(event, -1), -1, (day) => slow.endOfStatutoryMonths(day, 1).index < event.index)
    expect(firstDifference(clearMonthBefore, (event) => iso(latest(event)))).toBe(undefined)
  })

  test('it is the same number in the month before, or its last day, less a day; the corresponding day is one later', () => {
    expect(firstDifference(clearMonthBefore, (event) => iso(slow.walk(slow.sameNumber(event, -1), -1)))).toBe(undefined)
    expect(firstDifference((event) => addDays(clearMonthBefore(event), 1), (event) => iso(slow.sameNumber(event, -1)))).toBe(undefined)
  })
})

/** New Taipei City in the second semester of 2018: holidays, and a Saturday worked to make up for one of them. */
const spring2019 = { restDays: ['2019-02-28', '2019-03-01', '2019-04-04', '2019-04-05', '2019-09-13'], makeupWorkdays: ['2019-02-23'] }

/** What the modules put together from the calendar for a period that is counted forwards. */
function deadline(lastDay: string, isWorkingDay: (day: string) => boolean): { lastDay: string; lastDayExtended: string; safeLastDay: string; saturdayNoonRule: boolean } {
  const lastDayExtended = workingDayOnOrAfter(lastDay, isWorkingDay)
  let saturdayNoonRule = false
  for (let day = lastDay; day < lastDayExtended; day = addDays(day, 1)) saturdayNoonRule ||= isoWeekday(day) === 6
  return { lastDay, lastDayExtended, safeLastDay: workingDayOnOrBefore(lastDay, isWorkingDay), saturdayNoonRule }
}

describe('rest days in Taiwan', () => {
  test('are Saturdays, Sundays and the proclaimed ones, but not a make-up working day', () => {
    const isWorkingDay = taiwanWorkingDays(spring2019)
    const expected = ({ iso: day, weekday }: slow.Day): boolean =>
      day === '2019-02-23' || (weekday < 6 && !['2019-02-28', '2019-03-01', '2019-04-04', '2019-04-05', '2019-09-13'].includes(day))
    expect(firstDifference(isWorkingDay, expected)).toBe(undefined)
  })

  test.each([undefined, null, { restDays: [], makeupWorkdays: [] }])('without a calendar (%o) are the weekends alone', (calendar) => {
    expect(firstDifference(taiwanWorkingDays(calendar), ({ weekday }) => weekday < 6)).toBe(undefined)
  })

  test('a day that stands in both lists is worked', () => {
    expect(taiwanWorkingDays({ restDays: ['2025-05-30'], makeupWorkdays: ['2025-05-30'] })('2025-05-30')).toBe(true)
  })

  test.each([
    ['a working day stays', '2019-02-27', '2019-02-27', '2019-02-27', false],
    ['Peace Memorial Day, a bridge day and a weekend: the Monday, past a Saturday', '2019-02-28', '2019-03-04', '2019-02-27', true],
    ['a make-up Saturday is a working day', '2019-02-23', '2019-02-23', '2019-02-23', false],
    ['the Sunday after a make-up Saturday', '2019-02-24', '2019-02-25', '2019-02-23', false],
    ['a Saturday goes to Monday, its morning under APA 48(4)', '2019-03-09', '2019-03-11', '2019-03-08', true],
    ['a Sunday goes to Monday, all of it', '2019-03-10', '2019-03-11', '2019-03-08', false],
    ['a holiday on a Friday goes past the weekend', '2019-09-13', '2019-09-16', '2019-09-12', true],
    ['a rest day after the last day changes nothing', '2019-04-03', '2019-04-03', '2019-04-03', false],
    ['a long weekend from Thursday to Sunday', '2019-04-04', '2019-04-08', '2019-04-03', true],
  ])('%s', (_claim, lastDay, lastDayExtended, safeLastDay, saturdayNoonRule) => {
    expect(deadline(lastDay, taiwanWorkingDays(spring2019))).toEqual({ lastDay, lastDayExtended, safeLastDay, saturdayNoonRule })
  })

  test('a holiday in the middle of the week is passed without a Saturday', () => {
    expect(deadline('2025-05-01', taiwanWorkingDays({ restDays: ['2025-05-01'], makeupWorkdays: [] }))).toEqual({
      lastDay: '2025-05-01',
      lastDayExtended: '2025-05-02',
      safeLastDay: '2025-04-30',
      saturdayNoonRule: false,
    })
  })

  test('every last day of 21 years is extended and made safe as a walk would', () => {
    const isRestDay = ({ iso: day, weekday }: slow.Day): boolean => (weekday > 5 || spring2019.restDays.includes(day)) && !spring2019.makeupWorkdays.includes(day)
    const isWorkingDay = taiwanWorkingDays(spring2019)
    const works = (day: slow.Day): boolean => !isRestDay(day)
    expect(firstDifference((day) => workingDayOnOrAfter(day, isWorkingDay), (day) => iso(slow.walkUntil(day, 1, works)))).toBe(undefined)
    expect(firstDifference((day) => workingDayOnOrBefore(day, isWorkingDay), (day) => iso(slow.walkUntil(day, -1, works)))).toBe(undefined)
  })

  const twoThousandDays = slow.daysOfYears(2024, 2035).slice(0, 2_000).map(iso)

  test('two thousand rest days in a row are passed', () => {
    const isWorkingDay = taiwanWorkingDays({ restDays: twoThousandDays, makeupWorkdays: [] })
    expect(twoThousandDays.at(-1)).toBe('2029-06-22')
    expect(workingDayOnOrAfter('2024-01-01', isWorkingDay)).toBe('2029-06-25')
    expect(workingDayOnOrBefore('2029-06-22', isWorkingDay)).toBe('2023-12-29')
  })

  test('two thousand rest days that are all make-up working days are none', () => {
    const isWorkingDay = taiwanWorkingDays({ restDays: twoThousandDays, makeupWorkdays: twoThousandDays })
    expect(workingDayOnOrAfter('2024-01-06', isWorkingDay)).toBe('2024-01-06')
    expect(workingDayOnOrBefore('2029-06-17', isWorkingDay)).toBe('2029-06-17')
  })
})
