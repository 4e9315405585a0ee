import * as z from 'zod'
import { dayNumber, monthOf } from '../kernel/calendar.js'
import { count, describedAs, known, listOf, minutes } from '../kernel/fields.js'
import type { Path } from '../kernel/input.js'
import type { CountedLog, Stretch, VisitLog } from './visit-log.js'

const MOST_PER_WEEK = 200

/** One teaching week, with the month and the school year that it falls in. */
export const WeekRecord = z.strictObject({
  visitMinutes: describedAs(known(listOf(minutes(), MOST_PER_WEEK)), 'minutes of each home visit of the week', '當週各次到家輔導的分鐘數'),
  periods: describedAs(known(count(MOST_PER_WEEK)), 'periods taught in the week', '當週授課節數'),
  periodsOutsideSchoolHours: describedAs(known(count(MOST_PER_WEEK)), 'of these, periods outside school hours', '其中正常作息時間以外的節數'),
  phoneContactsThisMonth: describedAs(known(count(MOST_PER_WEEK)), "the school's telephone interviews of the month", '當月學校電話訪談次數'),
  onSiteVisitsThisSchoolYear: describedAs(known(count(MOST_PER_WEEK)), 'visits on site of the school year', '本學年實地訪視次數'),
  schoolYearEnded: describedAs(known(z.boolean()), 'whether the school year has ended', '學年是否已結束'),
  schoolHomeVisitsThisMonth: describedAs(known(count(MOST_PER_WEEK)), "the school's home visits of the month", '當月學校到家訪視次數'),
  reviewMeetingsThisMonth: describedAs(
    known(count(MOST_PER_WEEK)),
    'meetings of the month that review the service; used only when N-A11 is read as monthlyMeetings',
    '當月檢討會議次數；只在 N-A11 採用 monthlyMeetings 時使用',
  ),
})
export type WeekRecord = z.output<typeof WeekRecord>

/** A number found for a week, a month or an entry. */
export interface Count {
  /** `null` when it is not known; the path then names the missing fact. */
  readonly fact: number | null
  readonly path: Path
  /** Set when part of the time lies outside what is known: what is short may have been made up there. */
  readonly open?: Path | undefined
}

/** The visits on site of a school year that is over, still running, or not known in full. */
export interface YearCount extends Count {
  readonly year: 'ended' | 'running' | 'unknown'
}

/** What a record or a log shows, ready for the rules. */
export interface Counts {
  readonly visits: readonly Count[]
  readonly visitMinutes: readonly Count[]
  readonly periods: readonly Count[]
  readonly periodsOutsideSchoolHours: readonly Count[]
  readonly calls: readonly Count[]
  readonly onSiteVisits: readonly YearCount[]
  readonly homeVisits: readonly Count[]
  readonly monthlyMeetings: readonly Count[]
  /** Over the whole time; a record of one week says nothing of it. */
  readonly meetings: readonly Count[]
}

/** The counts of one week's record; `counts` says which visits count towards the week. */
export function countsOfRecord(record: WeekRecord, counts: (minutes: number) => boolean): Counts {
  const { visitMinutes, schoolYearEnded } = record
  const at = (field: keyof WeekRecord, fact: number | null | undefined): Count => ({ fact: fact ?? null, path: ['record', field] })
  const year = schoolYearEnded == null ? 'unknown' : schoolYearEnded ? 'ended' : 'running'
  return {
    visits: [at('visitMinutes', visitMinutes?.filter(counts).length)],
    visitMinutes: (visitMinutes ?? []).map((length, index) => ({ fact: length, path: ['record', 'visitMinutes', index] })),
    periods: [at('periods', record.periods)],
    periodsOutsideSchoolHours: [at('periodsOutsideSchoolHours', record.periodsOutsideSchoolHours)],
    calls: [at('phoneContactsThisMonth', record.phoneContactsThisMonth)],
    onSiteVisits: [{ ...at('onSiteVisitsThisSchoolYear', record.onSiteVisitsThisSchoolYear), year, open: ['record', 'schoolYearEnded'] }],
    homeVisits: [at('schoolHomeVisitsThisMonth', record.schoolHomeVisitsThisMonth)],
    monthlyMeetings: [at('reviewMeetingsThisMonth', record.reviewMeetingsThisMonth)],
    meetings: [],
  }
}

/** How the readings taken turn the figures of a log into counts. */
interface LogTerms {
  /** A visit of any length counts towards its week. */
  readonly anyLength: boolean
  /** The institution and the parents count once each. */
  readonly callsByParty: boolean
  readonly callsInTeachingMonthsOnly: boolean
}

const COVERS: Path = ['log', 'covers']

/** The counts of a log: every week, month and year that it touches, each with its own path. */
export function countsOfLog(log: VisitLog, { weeks, months, schoolYears, figures }: CountedLog, terms: LogTerms): Counts {
  const { covers, visits, periods, phoneContacts, onSiteVisits, schoolHomeVisits, reviewMeetings } = log
  const [start, end] = [dayNumber(covers[0]), dayNumber(covers[1])]

  /** One count for each stretch; a list that was not given is asked for once. */
  const perStretch = (list: keyof VisitLog, given: unknown, facts: readonly (number | null)[], labels: readonly string[], isWhole: (index: number) => boolean): readonly Count[] =>
    given == null
      ? [{ fact: null, path: ['log', list] }]
      : facts.map((fact, index) => ({ fact, path: ['log', list, labels[index] ?? ''], open: isWhole(index) ? undefined : COVERS }))

  const mondays = figures.weeks.map(({ week }) => week)
  const weekIsWhole = (index: number): boolean => {
    const week = weeks[index]
    return week !== undefined && week.first >= start && week.last <= end
  }
  const monthLabels = months.map(({ label }) => label)
  const monthIsWhole = (index: number): boolean => months[index]?.whole === true

  const called = terms.callsInTeachingMonthsOnly ? months.filter((month) => hasTeaching(month, log)) : months
  const callsOf = callCounter(log, terms.callsByParty)
  return {
    visits: perStretch('visits', visits, figures.weeks.map((week) => (terms.anyLength ? week.visits : week.fullVisits)), mondays, weekIsWhole),
    visitMinutes: (visits ?? []).map(({ minutes: length }, index) => ({ fact: length, path: ['log', 'visits', index, 'minutes'] })),
    periods: perStretch('periods', periods, figures.weeks.map((week) => week.periods), mondays, weekIsWhole),
    periodsOutsideSchoolHours: (periods ?? []).map((entry, index) => ({
      fact: entry.periodsOutsideSchoolHours,
      path: ['log', 'periods', index, 'periodsOutsideSchoolHours'],
    })),
    calls: perStretch('phoneContacts', phoneContacts, called.map(({ label }) => callsOf(label)), called.map(({ label }) => label), (index) => called[index]?.whole === true),
    onSiteVisits: schoolYears.map(({ label, whole, first }, index) => ({
      fact: figures.schoolYears[index]?.onSiteVisits ?? null,
      path: onSiteVisits == null ? ['log', 'onSiteVisits'] : ['log', 'onSiteVisits', label],
      open: COVERS,
      year: whole ? 'ended' : covers[0] <= first ? 'running' : 'unknown',
    })),
    homeVisits: perStretch('schoolHomeVisits', schoolHomeVisits, figures.months.map((month) => month.schoolHomeVisits), monthLabels, monthIsWhole),
    monthlyMeetings: perStretch('reviewMeetings', reviewMeetings, figures.months.map((month) => month.reviewMeetings), monthLabels, monthIsWhole),
    meetings: [{ fact: reviewMeetings?.length ?? null, path: ['log', 'reviewMeetings'] }],
  }
}

const hasTeaching = ({ first, last }: Stretch, { teachingWeeks }: VisitLog): boolean => teachingWeeks.some(([from, to]) => from <= last && to >= first)

/** Calls of a month: all of them, or the parties reached among the institution and the parents. */
function callCounter({ phoneContacts }: VisitLog, byParty: boolean): (month: string) => number {
  const reached = new Map<string, number>()
  const seen = new Set<string>()
  for (const { date, with: party } of phoneContacts ?? []) {
    const month = monthOf(date)
    const counts = !byParty || (party !== 'student' && !seen.has(month + party))
    seen.add(month + party)
    if (counts) reached.set(month, (reached.get(month) ?? 0) + 1)
  }
  return (month) => reached.get(month) ?? 0
}
