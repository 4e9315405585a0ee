import * as z from 'zod'
import { count, describedAs, known, listOf, minutes, yesOrNo } from '../kernel/fields.js'
import type { Path } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import type { CountedLog, CountedMonth, CountedWeek, CountedYear, VisitLog } from './visit-log.js'

const MOST_PER_WEEK = 200

/** What a week as a whole can be refused with. */
export const exceedsTheWeek = text('exceeds the periods of the week', '多於當週節數')

/** One teaching week, with the month and the school year that it falls in. */
export const WeekRecord = z.strictObject({
  visitMinutes: describedAs(known(listOf(minutes(), MOST_PER_WEEK)), 'minutes of each home visit of the week', '當週各次到家輔導的分鐘數'),
  periods: describedAs(known(count(MOST_PER_WEEK)), 'periods taught in the week', '當週授課節數'),
  periodsOutsideSchoolHours: describedAs(known(count(MOST_PER_WEEK)), 'of these, periods outside school hours', '其中正常作息時間以外的節數', exceedsTheWeek),
  phoneContactsThisMonth: describedAs(known(count(MOST_PER_WEEK)), "the school's telephone interviews of the month", '當月學校電話訪談次數'),
  onSiteVisitsThisSchoolYear: describedAs(known(count(MOST_PER_WEEK)), 'visits on site of the school year', '本學年實地訪視次數'),
  schoolYearEnded: describedAs(known(yesOrNo), 'whether the school year has ended', '學年是否已結束'),
  schoolHomeVisitsThisMonth: describedAs(known(count(MOST_PER_WEEK)), "the school's home visits of the month", '當月學校到家訪視次數'),
  reviewMeetingsThisMonth: describedAs(
    known(count(MOST_PER_WEEK)),
    'meetings of the month that review the service; used only when N-A11 is read as monthlyMeetings or everyStudentMonthlyMeetings',
    '當月檢討會議次數；只在 N-A11 採用 monthlyMeetings 或 everyStudentMonthlyMeetings 時使用',
  ),
})
export type WeekRecord = z.output<typeof WeekRecord>

/** Numbers found one after another, for weeks, months or entries, each with its place in the input. */
export interface Series {
  /** A number that is not known is `null`; its path then names the missing fact. */
  forEach(look: (fact: number | null, index: number) => void): void
  path(index: number): Path
  /** Set when part of the time lies outside what is known: what is short may have been made up there. */
  open(index: number): Path | undefined
}

/** The visits on site of a school year that is over, still running, or not known in full. */
export interface YearCount {
  readonly fact: number | null
  readonly path: Path
  readonly open: Path
  readonly ended: CountedYear['ended']
}

/** What a record or a log shows, ready for the rules. */
export interface Counts {
  readonly visits: Series
  readonly visitMinutes: Series
  readonly periods: Series
  readonly periodsOutsideSchoolHours: Series
  readonly calls: Series
  readonly onSiteVisits: readonly YearCount[]
  readonly homeVisits: Series
  readonly monthlyMeetings: Series
  /** Over the whole time; `null` for a record of one week, which says nothing of it. */
  readonly meetings: Series | null
}

const settled = (): undefined => undefined

function series<Item>(
  items: readonly Item[],
  factOf: (item: Item) => number | null,
  path: Series['path'],
  open: Series['open'] = settled,
): Series {
  return { forEach: (look) => { items.forEach((item, index) => { look(factOf(item), index) }) }, path, open }
}

const single = (fact: number | null | undefined, path: Path): Series => series([fact ?? null], (each) => each, () => path)

/** The counts of one week's record; `counts` says which visits count towards the week. */
export function countsOfRecord(record: WeekRecord, counts: (minutes: number) => boolean): Counts {
  const { visitMinutes, schoolYearEnded } = record
  const of = (field: keyof WeekRecord, fact: number | null | undefined): Series => single(fact, ['record', field])
  return {
    visits: of('visitMinutes', visitMinutes?.filter(counts).length),
    visitMinutes: series(visitMinutes ?? [], (length) => length, (index) => ['record', 'visitMinutes', index]),
    periods: of('periods', record.periods),
    periodsOutsideSchoolHours: of('periodsOutsideSchoolHours', record.periodsOutsideSchoolHours),
    calls: of('phoneContactsThisMonth', record.phoneContactsThisMonth),
    onSiteVisits: [{
      fact: record.onSiteVisitsThisSchoolYear ?? null,
      path: ['record', 'onSiteVisitsThisSchoolYear'],
      open: ['record', 'schoolYearEnded'],
      ended: schoolYearEnded ?? null,
    }],
    homeVisits: of('schoolHomeVisitsThisMonth', record.schoolHomeVisitsThisMonth),
    monthlyMeetings: of('reviewMeetingsThisMonth', record.reviewMeetingsThisMonth),
    meetings: null,
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

const openUnlessWhole = (stretches: readonly { readonly whole: boolean }[]) => (index: number): Path | undefined =>
  stretches[index]?.whole === true ? undefined : COVERS

/** The counts of a log: every week, month and year that it touches, each with a path of its own. */
export function countsOfLog(log: VisitLog, { weeks, months, schoolYears }: CountedLog, terms: LogTerms): Counts {
  const { visits, periods, phoneContacts, onSiteVisits, schoolHomeVisits, reviewMeetings } = log

  /** A list that was not given is asked for once, whatever the number of weeks. */
  const byWeek = (list: keyof VisitLog, given: unknown, factOf: (week: CountedWeek['figures']) => number | null): Series =>
    given == null
      ? single(null, ['log', list])
      : series(weeks, ({ figures }) => factOf(figures), (index) => ['log', list, weeks[index]?.figures.week ?? ''], openUnlessWhole(weeks))

  const byMonth = (list: keyof VisitLog, given: unknown, factOf: (month: CountedMonth) => number | null, due = months): Series =>
    given == null
      ? single(null, ['log', list])
      : series(due, factOf, (index) => ['log', list, due[index]?.figures.month ?? ''], openUnlessWhole(due))

  const callsOf = (month: CountedMonth): number | null => (terms.callsByParty ? month.partiesCalled : month.figures.phoneContacts)
  const callsDue = terms.callsInTeachingMonthsOnly ? months.filter(({ hasTeaching }) => hasTeaching) : months
  return {
    visits: byWeek('visits', visits, (week) => (terms.anyLength ? week.visits : week.fullVisits)),
    visitMinutes: series(visits ?? [], ({ minutes: length }) => length, (index) => ['log', 'visits', index, 'minutes']),
    periods: byWeek('periods', periods, (week) => week.periods),
    periodsOutsideSchoolHours: series(
      periods ?? [],
      (entry) => entry.periodsOutsideSchoolHours,
      (index) => ['log', 'periods', index, 'periodsOutsideSchoolHours'],
    ),
    calls: byMonth('phoneContacts', phoneContacts, callsOf, callsDue),
    onSiteVisits: schoolYears.map(({ figures, ended }) => ({
      fact: figures.onSiteVisits,
      path: onSiteVisits == null ? ['log', 'onSiteVisits'] : ['log', 'onSiteVisits', figures.schoolYear],
      open: COVERS,
      ended,
    })),
    homeVisits: byMonth('schoolHomeVisits', schoolHomeVisits, ({ figures }) => figures.schoolHomeVisits),
    monthlyMeetings: byMonth('reviewMeetings', reviewMeetings, ({ figures }) => figures.reviewMeetings),
    meetings: single(reviewMeetings?.length, ['log', 'reviewMeetings']),
  }
}
