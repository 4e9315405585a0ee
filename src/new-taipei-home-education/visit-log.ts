import * as z from 'zod'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  lastDayOfMonth,
  mondayNumber,
  monthOf,
  taiwanSchoolYearOf,
  type IsoDate,
} from '../kernel/calendar.js'
import { count, date, describedAs, known, listOf, minutes } from '../kernel/fields.js'
import { reject } from '../kernel/input.js'
import { text } from '../kernel/text.js'

const MOST_ENTRIES = 2_000
const MOST_RANGES = 120
const MOST_PERIODS = 50
const DAYS_PER_WEEK = 7
const WEEKDAYS = 5

const Range = () => z.tuple([date(), date()])

/** What was done for one student over some time, entry by entry. */
export const VisitLog = z.strictObject({
  covers: describedAs(Range(), 'the first and the last day that the log covers', '紀錄涵蓋的首日及末日'),
  teachingWeeks: describedAs(
    listOf(Range(), MOST_RANGES),
    'ranges of teaching days, first and last day included, in order and without overlap',
    '上課期間，首末日均計，依序且不重疊',
  ),
  visits: describedAs(
    known(listOf(z.strictObject({ date: date(), minutes: minutes() }), MOST_ENTRIES)),
    'home visits of a department-assigned teacher',
    '局派教師的到家輔導',
  ),
  periods: describedAs(
    known(listOf(z.strictObject({ date: date(), periods: count(MOST_PERIODS), periodsOutsideSchoolHours: count(MOST_PERIODS) }), MOST_ENTRIES)),
    'periods taught by school-assigned teachers, all of them together',
    '自派教師的授課節數，各教師合計',
  ),
  phoneContacts: describedAs(
    known(listOf(z.strictObject({ date: date(), with: z.enum(['institution', 'parents', 'student']) }), MOST_ENTRIES)),
    "the school's telephone interviews",
    '學校的電話訪談',
  ),
  onSiteVisits: describedAs(
    known(listOf(z.strictObject({ date: date(), by: z.enum(['school', 'itinerantTeacher']) }), MOST_ENTRIES)),
    'visits on site to a student placed away',
    '對安置在外學生的實地訪視',
  ),
  schoolHomeVisits: describedAs(known(listOf(date(), MOST_ENTRIES)), "days of the school's own home visits", '學校到家訪視的日期'),
  reviewMeetings: describedAs(known(listOf(date(), MOST_ENTRIES)), 'days of meetings that review the service', '檢討服務會議的日期'),
})
export type VisitLog = z.output<typeof VisitLog>

export const LogFigures = z.strictObject({
  /** Each teaching week, by its Monday. A figure is `null` when its list was not given. */
  weeks: z.array(
    z.strictObject({
      week: z.string(),
      visits: z.int().nullable(),
      /** Visits of full length. */
      fullVisits: z.int().nullable(),
      minutes: z.int().nullable(),
      periods: z.int().nullable(),
    }),
  ).readonly(),
  /** Each calendar month that the log touches. */
  months: z.array(
    z.strictObject({
      month: z.string(),
      phoneContacts: z.int().nullable(),
      schoolHomeVisits: z.int().nullable(),
      reviewMeetings: z.int().nullable(),
    }),
  ).readonly(),
  /** Each school year, 1 August to 31 July, that the log touches. */
  schoolYears: z.array(z.strictObject({ schoolYear: z.string(), onSiteVisits: z.int().nullable() })).readonly(),
})
export type LogFigures = Readonly<z.output<typeof LogFigures>>

/** A week from Monday to Sunday with the teaching days that it holds. */
export interface TeachingWeek {
  readonly monday: number
  readonly first: number
  readonly last: number
  /** Teaching days from Monday to Friday. */
  readonly weekdays: number
}

/** A log that is not one: a range that ends before it starts, overlapping ranges, an entry outside the days covered. */
export function checkLog({ covers: [first, last], teachingWeeks, ...lists }: VisitLog): void {
  const outside = text('is not a day that the log covers', '不在紀錄涵蓋的日期之內')
  if (last < first) reject(['log', 'covers'], text('ends before it starts', '末日早於首日'))
  let before: IsoDate | undefined
  for (const [index, [from, to]] of teachingWeeks.entries()) {
    if (to < from) reject(['log', 'teachingWeeks', index], text('ends before it starts', '末日早於首日'))
    if (before !== undefined && from <= before) reject(['log', 'teachingWeeks', index], text('is not in order, or overlaps', '次序不符或重疊'))
    before = to
  }
  for (const [name, entries] of Object.entries(lists)) {
    for (const [index, entry] of (entries ?? []).entries()) {
      const day = typeof entry === 'string' ? entry : entry.date
      if (day < first || day > last) reject(['log', name, index], outside)
    }
  }
  for (const [index, { periods, periodsOutsideSchoolHours: outsideHours }] of (lists.periods ?? []).entries()) {
    if (outsideHours > periods) {
      reject(['log', 'periods', index, 'periodsOutsideSchoolHours'], text('exceeds the periods of the entry', '多於該筆節數'))
    }
  }
}

/** The weeks with a teaching day among the days covered. */
function teachingWeeksOf({ covers, teachingWeeks }: VisitLog): readonly TeachingWeek[] {
  const [start, end] = [dayNumber(covers[0]), dayNumber(covers[1])]
  const weeks: TeachingWeek[] = []
  for (const range of teachingWeeks) {
    const [from, to] = [dayNumber(range[0]), dayNumber(range[1])]
    for (let monday = mondayNumber(from); monday <= to; monday += DAYS_PER_WEEK) {
      const first = Math.max(from, monday)
      const last = Math.min(to, monday + DAYS_PER_WEEK - 1)
      if (last < start || first > end) continue
      const weekdays = Math.max(0, Math.min(last, monday + WEEKDAYS - 1) - first + 1)
      const previous = weeks.at(-1)
      if (previous?.monday !== monday) weeks.push({ monday, first, last, weekdays })
      else weeks[weeks.length - 1] = { monday, first: previous.first, last, weekdays: previous.weekdays + weekdays }
    }
  }
  return weeks
}

/** Whether all five weekdays are teaching days. */
const isWholeTeachingWeek = ({ weekdays }: TeachingWeek): boolean => weekdays === WEEKDAYS

/** A stretch of the calendar, and whether the log covers all of it. */
export interface Stretch {
  readonly label: string
  readonly first: IsoDate
  readonly last: IsoDate
  readonly whole: boolean
}

/** The calendar months that the log touches. */
function monthsOf({ covers: [start, end] }: VisitLog): readonly Stretch[] {
  const months: Stretch[] = []
  for (let first = `${monthOf(start)}-01`; first <= end;) {
    const last = lastDayOfMonth(first)
    months.push({ label: monthOf(first), first, last, whole: start <= first && last <= end })
    first = addDays(last, 1)
  }
  return months
}

/** The school years that the log touches. */
function schoolYearsOf({ covers: [start, end] }: VisitLog): readonly Stretch[] {
  const years: Stretch[] = []
  for (let day = start; day <= end;) {
    const { first, last } = taiwanSchoolYearOf(day)
    const label = `${first.slice(0, 'YYYY'.length)}/${last.slice('YY'.length, 'YYYY'.length)}`
    years.push({ label, first, last, whole: start <= first && last <= end })
    day = addDays(last, 1)
  }
  return years
}

/** Adds up, for each key, what its entries bring. */
function sums<Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key, amountOf: (entry: Entry) => number): ReadonlyMap<Key, number> {
  const totals = new Map<Key, number>()
  for (const entry of entries) {
    const key = keyOf(entry)
    totals.set(key, (totals.get(key) ?? 0) + amountOf(entry))
  }
  return totals
}

const mondayOfEntry = ({ date: day }: { readonly date: IsoDate }): number => mondayNumber(dayNumber(day))
const monthOfEntry = ({ date: day }: { readonly date: IsoDate }): string => monthOf(day)
const one = (): number => 1

/** Looks up a sum; without the list nothing is known, with it a missing key is zero. */
const sumOf = <Key>(totals: ReadonlyMap<Key, number> | undefined, key: Key): number | null => (totals === undefined ? null : (totals.get(key) ?? 0))

/** How the readings taken count the entries of a log. */
export interface CountingTerms {
  /** Whether a visit is of full length. */
  readonly isFull: (minutes: number) => boolean
  readonly wholeTeachingWeeksOnly: boolean
  readonly onSiteVisitsBySchoolOnly: boolean
}

/** A log with the stretches of time that it is judged by. */
export interface CountedLog {
  readonly weeks: readonly TeachingWeek[]
  readonly months: readonly Stretch[]
  readonly schoolYears: readonly Stretch[]
  readonly figures: LogFigures
}

/** Counts a log week by week, month by month and school year by school year. */
export function countLog(log: VisitLog, { isFull, wholeTeachingWeeksOnly, onSiteVisitsBySchoolOnly }: CountingTerms): CountedLog {
  const { visits, periods, phoneContacts, onSiteVisits, schoolHomeVisits, reviewMeetings } = log
  const weeks = wholeTeachingWeeksOnly ? teachingWeeksOf(log).filter(isWholeTeachingWeek) : teachingWeeksOf(log)
  const months = monthsOf(log)
  const schoolYears = schoolYearsOf(log)
  const visitsByWeek = visits == null ? undefined : sums(visits, mondayOfEntry, one)
  const fullByWeek = visits == null ? undefined : sums(visits, mondayOfEntry, (visit) => (isFull(visit.minutes) ? 1 : 0))
  const minutesByWeek = visits == null ? undefined : sums(visits, mondayOfEntry, (visit) => visit.minutes)
  const periodsByWeek = periods == null ? undefined : sums(periods, mondayOfEntry, (entry) => entry.periods)
  const callsByMonth = phoneContacts == null ? undefined : sums(phoneContacts, monthOfEntry, one)
  const homeVisitsByMonth = schoolHomeVisits == null ? undefined : sums(schoolHomeVisits, monthOf, one)
  const meetingsByMonth = reviewMeetings == null ? undefined : sums(reviewMeetings, monthOf, one)
  const onSite = onSiteVisitsBySchoolOnly ? onSiteVisits?.filter(({ by }) => by === 'school') : onSiteVisits
  const figures = {
    weeks: weeks.map(({ monday }) => ({
      week: dateOfDayNumber(monday),
      visits: sumOf(visitsByWeek, monday),
      fullVisits: sumOf(fullByWeek, monday),
      minutes: sumOf(minutesByWeek, monday),
      periods: sumOf(periodsByWeek, monday),
    })),
    months: months.map(({ label }) => ({
      month: label,
      phoneContacts: sumOf(callsByMonth, label),
      schoolHomeVisits: sumOf(homeVisitsByMonth, label),
      reviewMeetings: sumOf(meetingsByMonth, label),
    })),
    schoolYears: schoolYears.map(({ label, first, last }) => ({
      schoolYear: label,
      onSiteVisits: onSite?.filter(({ date: day }) => day >= first && day <= last).length ?? null,
    })),
  }
  return { weeks, months, schoolYears, figures }
}
