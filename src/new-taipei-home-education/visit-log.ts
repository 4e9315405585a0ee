import * as z from 'zod'
import { addMonths, addYears, dateOfDayNumber, dayNumber, lastDayOfMonth, mondayNumber, monthOf, taiwanSchoolYearOf, type IsoDate } from '../kernel/calendar.js'
import { count, date, describedAs, known, listOf, minutes } from '../kernel/fields.js'
import { reject } from '../kernel/input.js'
import { text } from '../kernel/text.js'

const MOST_ENTRIES = 2_000
const MOST_RANGES = 120
const MOST_PERIODS = 50
const DAYS_PER_WEEK = 7
const WEEKDAYS = 5

const Range = () => z.tuple([date(), date()])

const day = () => describedAs(date(), 'the day', '日期')
const exceedsTheEntry = text('exceeds the periods of the entry', '多於該筆節數')

const PeriodsEntry = z.strictObject({
  date: day(),
  periods: describedAs(count(MOST_PERIODS), 'periods taught that day', '當日授課節數'),
  periodsOutsideSchoolHours: describedAs(count(MOST_PERIODS), 'those of them outside school hours', '其中上課時間以外的節數', exceedsTheEntry),
})

const notInOrder = text('is not in order, or overlaps', '次序不符或重疊')
/** What a range of days can be refused with. */
export const endsBeforeItStarts = text('ends before it starts', '末日早於首日')
/** What a log as a whole can be refused with. */
export const outsideTheLog = text('is not a day that the log covers', '不在紀錄涵蓋的日期之內')

/** What was done for one student over some time, entry by entry. */
export const VisitLog = z.strictObject({
  covers: describedAs(Range(), 'the first and the last day that the log covers', '紀錄涵蓋的首日及末日', endsBeforeItStarts),
  teachingWeeks: describedAs(
    listOf(Range(), MOST_RANGES),
    'ranges of teaching days, first and last day included, in order and without overlap',
    '上課期間，首末日均計，依序且不重疊',
    endsBeforeItStarts,
    notInOrder,
  ),
  visits: describedAs(
    known(listOf(z.strictObject({ date: day(), minutes: describedAs(minutes(), 'how long the visit lasted', '到家輔導的分鐘數') }), MOST_ENTRIES)),
    'home visits of a department-assigned teacher',
    '局派教師的到家輔導',
  ),
  periods: describedAs(
    known(listOf(PeriodsEntry, MOST_ENTRIES)),
    'periods taught by school-assigned teachers, all of them together',
    '自派教師的授課節數，各教師合計',
  ),
  phoneContacts: describedAs(
    known(listOf(z.strictObject({ date: day(), with: describedAs(z.enum(['institution', 'parents', 'student']), 'who was called', '聯繫對象') }), MOST_ENTRIES)),
    "the school's telephone interviews",
    '學校的電話訪談',
  ),
  onSiteVisits: describedAs(
    known(listOf(z.strictObject({ date: day(), by: describedAs(z.enum(['school', 'itinerantTeacher']), 'who visited', '訪視者') }), MOST_ENTRIES)),
    'visits on site to a student placed away',
    '對安置在外學生的實地訪視',
  ),
  schoolHomeVisits: describedAs(known(listOf(date(), MOST_ENTRIES)), "days of the school's own home visits", '學校到家訪視的日期'),
  reviewMeetings: describedAs(known(listOf(date(), MOST_ENTRIES)), 'days of meetings that review the service', '檢討服務會議的日期'),
})
export type VisitLog = z.output<typeof VisitLog>

const WeekFigures = z.strictObject({
  week: z.string(),
  visits: z.int().nullable(),
  /** Visits of full length. */
  fullVisits: z.int().nullable(),
  minutes: z.int().nullable(),
  periods: z.int().nullable(),
})

const MonthFigures = z.strictObject({
  month: z.string(),
  phoneContacts: z.int().nullable(),
  schoolHomeVisits: z.int().nullable(),
  reviewMeetings: z.int().nullable(),
})

const SchoolYearFigures = z.strictObject({ schoolYear: z.string(), onSiteVisits: z.int().nullable() })

/** A figure is `null` when the log does not have its list. */
export const LogFigures = z.strictObject({
  /** Each teaching week, by its Monday. */
  weeks: z.array(WeekFigures).readonly(),
  /** Each calendar month that the log touches. */
  months: z.array(MonthFigures).readonly(),
  /** Each school year, 1 August to 31 July, that the log touches. */
  schoolYears: z.array(SchoolYearFigures).readonly(),
})
export type LogFigures = Readonly<z.output<typeof LogFigures>>

const lists = ['visits', 'periods', 'phoneContacts', 'onSiteVisits', 'schoolHomeVisits', 'reviewMeetings'] as const satisfies readonly (keyof VisitLog)[]

/** A log that is not one: a range that ends before it starts, overlapping ranges, an entry outside the days covered. */
export function checkLog(log: VisitLog): void {
  const { covers: [first, last], teachingWeeks } = log
  if (last < first) reject(['log', 'covers'], endsBeforeItStarts)
  let before: IsoDate | undefined
  for (const [index, [from, to]] of teachingWeeks.entries()) {
    if (to < from) reject(['log', 'teachingWeeks', index], endsBeforeItStarts)
    if (before !== undefined && from <= before) reject(['log', 'teachingWeeks', index], notInOrder)
    before = to
  }
  for (const name of lists) {
    for (const [index, entry] of (log[name] ?? []).entries()) {
      const day = typeof entry === 'string' ? entry : entry.date
      if (day < first || day > last) reject(['log', name, index], outsideTheLog)
    }
  }
  log.periods?.forEach(({ periods, periodsOutsideSchoolHours: outsideHours }, index) => {
    if (outsideHours > periods) {
      reject(['log', 'periods', index, 'periodsOutsideSchoolHours'], exceedsTheEntry)
    }
  })
}

/** A teaching week with its figures. */
export interface CountedWeek {
  readonly figures: z.output<typeof WeekFigures>
  /** All its teaching days are days that the log covers. */
  readonly whole: boolean
}

/** A calendar month with its figures. */
export interface CountedMonth {
  readonly figures: z.output<typeof MonthFigures>
  readonly whole: boolean
  readonly hasTeaching: boolean
  /** How many of the two, the institution and the parents, were phoned. */
  readonly partiesCalled: number
}

/** A school year with its figures. */
export interface CountedYear {
  readonly figures: z.output<typeof SchoolYearFigures>
  /** Over, or still running; `null` when the log joins it after its first day. */
  readonly ended: boolean | null
}

/** A log counted week by week, month by month and school year by school year. */
export interface CountedLog {
  readonly weeks: readonly CountedWeek[]
  readonly months: readonly CountedMonth[]
  readonly schoolYears: readonly CountedYear[]
}

/** How the readings taken count the entries of a log. */
export interface CountingTerms {
  /** Whether a visit is of full length. */
  readonly isFull: (minutes: number) => boolean
  readonly wholeTeachingWeeksOnly: boolean
  readonly onSiteVisitsBySchoolOnly: boolean
}

/** A week from Monday to Sunday with its first and last teaching day, as day numbers, and how many of its weekdays are taught. */
interface TeachingWeek {
  readonly first: number
  readonly last: number
  readonly weekdays: number
}

/** The weeks with a teaching day, by the day number of their Monday. */
function teachingWeeks(ranges: VisitLog['teachingWeeks']): ReadonlyMap<number, TeachingWeek> {
  const weeks = new Map<number, TeachingWeek>()
  for (const range of ranges) {
    const [from, to] = [dayNumber(range[0]), dayNumber(range[1])]
    for (let monday = mondayNumber(from); monday <= to; monday += DAYS_PER_WEEK) {
      const first = Math.max(from, monday)
      const last = Math.min(to, monday + DAYS_PER_WEEK - 1)
      const weekdays = Math.max(0, Math.min(last, monday + WEEKDAYS - 1) - first + 1)
      const begun = weeks.get(monday)
      weeks.set(monday, { first: begun?.first ?? first, last, weekdays: (begun?.weekdays ?? 0) + weekdays })
    }
  }
  return weeks
}

/** The sums under each key, from nothing when a key is first asked for. */
function sumsBy<Sums>(nothing: () => Sums): (key: string | number) => Sums {
  const all = new Map<string | number, Sums>()
  return (key) => {
    const begun = all.get(key)
    if (begun !== undefined) return begun
    const sums = nothing()
    all.set(key, sums)
    return sums
  }
}

function countWeeks(log: VisitLog, { isFull, wholeTeachingWeeksOnly }: CountingTerms): readonly CountedWeek[] {
  const { covers, teachingWeeks: ranges, visits, periods } = log
  const sumsOf = sumsBy(() => ({ visits: 0, full: 0, minutes: 0, periods: 0 }))
  for (const visit of visits ?? []) {
    const week = sumsOf(mondayNumber(dayNumber(visit.date)))
    week.visits += 1
    week.minutes += visit.minutes
    if (isFull(visit.minutes)) week.full += 1
  }
  for (const entry of periods ?? []) sumsOf(mondayNumber(dayNumber(entry.date))).periods += entry.periods

  const [start, end] = [dayNumber(covers[0]), dayNumber(covers[1])]
  const counted: CountedWeek[] = []
  for (const [monday, { first, last, weekdays }] of teachingWeeks(ranges)) {
    const untouched = last < start || first > end
    if (untouched || (wholeTeachingWeeksOnly && weekdays < WEEKDAYS)) continue
    const sums = sumsOf(monday)
    const figures = {
      week: dateOfDayNumber(monday),
      visits: visits == null ? null : sums.visits,
      fullVisits: visits == null ? null : sums.full,
      minutes: visits == null ? null : sums.minutes,
      periods: periods == null ? null : sums.periods,
    }
    counted.push({ figures, whole: start <= first && last <= end })
  }
  return counted
}

function countMonths(log: VisitLog): readonly CountedMonth[] {
  const { covers, teachingWeeks: ranges, phoneContacts, schoolHomeVisits, reviewMeetings } = log
  const sumsOf = sumsBy(() => ({ calls: 0, homeVisits: 0, meetings: 0, institutionCalled: false, parentsCalled: false }))
  for (const contact of phoneContacts ?? []) {
    const month = sumsOf(monthOf(contact.date))
    month.calls += 1
    if (contact.with === 'institution') month.institutionCalled = true
    if (contact.with === 'parents') month.parentsCalled = true
  }
  schoolHomeVisits?.forEach((day) => { sumsOf(monthOf(day)).homeVisits += 1 })
  reviewMeetings?.forEach((day) => { sumsOf(monthOf(day)).meetings += 1 })

  const [start, end] = covers
  const counted: CountedMonth[] = []
  for (let first = `${monthOf(start)}-01`; first <= end; first = addMonths(first, 1)) {
    const month = monthOf(first)
    const sums = sumsOf(month)
    const figures = {
      month,
      phoneContacts: phoneContacts == null ? null : sums.calls,
      schoolHomeVisits: schoolHomeVisits == null ? null : sums.homeVisits,
      reviewMeetings: reviewMeetings == null ? null : sums.meetings,
    }
    counted.push({
      figures,
      whole: start <= first && lastDayOfMonth(first) <= end,
      hasTeaching: ranges.some(([from, to]) => monthOf(from) <= month && monthOf(to) >= month),
      partiesCalled: Number(sums.institutionCalled) + Number(sums.parentsCalled),
    })
  }
  return counted
}

function countSchoolYears(log: VisitLog, { onSiteVisitsBySchoolOnly }: CountingTerms): readonly CountedYear[] {
  const { covers: [start, end], onSiteVisits } = log
  const counted: CountedYear[] = []
  for (let year = taiwanSchoolYearOf(start); year.first <= end; year = taiwanSchoolYearOf(addYears(year.first, 1))) {
    const { first, last } = year
    const made = onSiteVisits?.filter(({ date: day, by }) => day >= first && day <= last && (by === 'school' || !onSiteVisitsBySchoolOnly))
    const schoolYear = `${first.slice(0, 'YYYY'.length)}/${last.slice('YY'.length, 'YYYY'.length)}`
    counted.push({
      figures: { schoolYear, onSiteVisits: made?.length ?? null },
      ended: start > first ? null : end >= last,
    })
  }
  return counted
}

/** Counts a log by week, by month and by school year. */
export const countLog = (log: VisitLog, terms: CountingTerms): CountedLog => ({
  weeks: countWeeks(log, terms),
  months: countMonths(log),
  schoolYears: countSchoolYears(log, terms),
})

/** The figures of a counted log. */
export const figuresOf = ({ weeks, months, schoolYears }: CountedLog): LogFigures => ({
  weeks: weeks.map(({ figures }) => figures),
  months: months.map(({ figures }) => figures),
  schoolYears: schoolYears.map(({ figures }) => figures),
})
