import { checkApplicationSubmission, checkProjectCompliance, checkReportSubmission, computeInstalments, computeRefund } from '../../../src/index.js'
import { dayOf, sameNumber, walk, walkUntil, type Day } from '../../kernel/slow-calendar.js'
import { daysOf, later, type DayReading } from '../day-exam.js'
import { margins, type Exam, type Figure } from '../exam.js'
import { holidaysNear, worksInHongKong } from '../rest-days.js'

// The guidelines on Community-based Projects: reports by the end of a month, fifteen working days, a year, seven years.

const exam = daysOf('hk-community-projects')

const lastOfMonth = (day: Day): Day => walkUntil(day, 1, (each) => walk(each, 1).month !== each.month)
const dueDates = {
  lastDay: (day: Day) => lastOfMonth(day),
  dayBefore: (day: Day) => walk(lastOfMonth(day), -1),
  rollPastSunday: (day: Day) => walkUntil(lastOfMonth(day), 1, ({ weekday }) => weekday !== 7),
} as const
const reports = [
  { report: 'operationStatusReport', month: '2025-10-01', at: '9(監察)(a)i' },
  { report: 'progressReport', month: '2026-01-01', at: '9(監察)(a)ii' },
  { report: 'finalReport', month: '2026-09-01', at: '9(監察)(a)iii' },
  { report: 'auditedAccounts', month: '2027-01-01', at: '9(監察)(a)iv' },
] as const
const reportExams = reports.map(({ report, month, at }) =>
  exam({
    at,
    rule: `a report by the end of ${month.slice(0, 'YYYY-MM'.length)}`,
    readings: (['lastDay', 'dayBefore', 'rollPastSunday'] as const).map((reading): DayReading => ({
      name: `A-C18 ${reading}`,
      library: (day) => {
        const answer = checkReportSubmission({ report, submittedOn: day.iso }, { readings: { 'A-C18': reading } })
        return [answer.value.dueDate, answer.value.onTime, ...margins(answer, `${report}InTime`)]
      },
      oracle: (day) => {
        const due = dueDates[reading](dayOf(month))
        return [due.iso, day.index <= due.index, day.index <= due.index, due.index - day.index]
      },
    })),
  }),
)

const workingDays = [
  { reading: 'fromNextDay', closingDayCounts: false, saturdaysToo: false },
  { reading: 'fromClosingDay', closingDayCounts: true, saturdaysToo: false },
  { reading: 'fromNextDaySaturdaysToo', closingDayCounts: false, saturdaysToo: true },
  { reading: 'fromClosingDaySaturdaysToo', closingDayCounts: true, saturdaysToo: true },
] as const

/** The fifteenth working day, found day by day. */
function fifteenth(closing: Day, closingDayCounts: boolean, works: (day: Day) => boolean): Day {
  let day = closingDayCounts ? walk(closing, -1) : closing
  for (let counted = 0; counted < 15;) {
    day = walk(day, 1)
    if (works(day)) counted += 1
  }
  return day
}

type Counting = (typeof workingDays)[number]['reading']
function submitted(closing: Day, on: Day, reading: Counting, holidays: { readonly holidays?: string[] }): readonly Figure[] {
  const application = { channel: 'online', deadline: closing.iso, submittedOn: on.iso, collaboratingSchool: true, explanation: true, collabEvidence: true } as const
  const { status, lastLateDate } = checkApplicationSubmission({ ...application, ...holidays }, { readings: { 'A-C5': reading } }).value
  return [lastLateDate, status]
}

const late = workingDays.map(({ reading, closingDayCounts, saturdaysToo }): DayReading => {
  const last = (closing: Day): Day => fifteenth(closing, closingDayCounts, worksInHongKong(saturdaysToo))
  return {
    name: `A-C5 ${reading}, with a calendar`,
    library: (day) => {
      const holidays = { holidays: holidaysNear(day) }
      return [day, last(day), walk(last(day), 1)].flatMap((on) => submitted(day, on, reading, holidays))
    },
    oracle: (day) => [null, 'onTime', last(day).iso, 'lateMayBeConsidered', last(day).iso, 'lateNormallyNotAccepted'],
  }
})

/** The general holidays of 2024 to 2026 as the government gazetted them. */
const gazetted = new Set([
  '2024-01-01', '2024-02-10', '2024-02-12', '2024-02-13', '2024-03-29', '2024-03-30', '2024-04-01', '2024-04-04', '2024-05-01', '2024-05-15', '2024-06-10',
  '2024-07-01', '2024-09-18', '2024-10-01', '2024-10-11', '2024-12-25', '2024-12-26', '2025-01-01', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04',
  '2025-04-18', '2025-04-19', '2025-04-21', '2025-05-01', '2025-05-05', '2025-05-31', '2025-07-01', '2025-10-01', '2025-10-07', '2025-10-29', '2025-12-25',
  '2025-12-26', '2026-01-01', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-03', '2026-04-04', '2026-04-06', '2026-04-07', '2026-05-01', '2026-05-25',
  '2026-06-19', '2026-07-01', '2026-09-26', '2026-10-01', '2026-10-19', '2026-12-25', '2026-12-26',
])
const lateAsGazetted = workingDays.map(({ reading, closingDayCounts, saturdaysToo }): DayReading => ({
  name: `A-C5 ${reading}, with the gazetted calendar`,
  library: (day) => submitted(day, walk(day, 1), reading, {}),
  // Nothing is known of the holidays of other years: a count that needs one of their days is refused.
  oracle: (day) => {
    const unknown: Day[] = []
    const works = (each: Day): boolean => {
      if (each.year < 2024 || each.year > 2026) unknown.push(each)
      return each.weekday < (saturdaysToo ? 7 : 6) && !gazetted.has(each.iso)
    }
    const last = fifteenth(day, closingDayCounts, works)
    return unknown.length > 0 ? ['refused'] : [last.iso, 'lateMayBeConsidered']
  },
}))

const lapses = { anniversary: (day: Day) => sameNumber(day, 12), dayBefore: (day: Day) => walk(sameNumber(day, 12), -1) } as const
const lapse = (['anniversary', 'dayBefore'] as const).map((reading): DayReading => ({
  name: `A-C16 ${reading}`,
  library: (day) => {
    const end = lapses[reading](day)
    return [end, walk(end, 1)].flatMap((asOf) => {
      const project = { grant: 1, lapse: { completion: day.iso, asOf: asOf.iso, exceptionApproved: false } }
      const answer = computeInstalments(project, { readings: { 'A-C16': reading } })
      return [answer.value.lastDay, answer.value.lapsed, ...margins(answer, 'withinOneYear')]
    })
  },
  oracle: (day) => [lapses[reading](day).iso, false, true, 0, lapses[reading](day).iso, true, false, -1],
  feel: reading === 'anniversary' ? 'string(date(day) + duration("P1Y"))' : 'string(date(day) + duration("P1Y") - duration("P1D"))',
  plain: later({ months: 12, days: reading === 'anniversary' ? 0 : -1 }),
}))

const runsFrom = { completion: 'completion', lastTransaction: 'lastTransaction', audit: 'auditedOn' } as const
const retention = (['completion', 'lastTransaction', 'audit'] as const).map((reading): DayReading => ({
  name: `A-C17 ${reading}`,
  library: (day) => {
    const end = sameNumber(day, 7 * 12)
    return [end, walk(end, 1)].flatMap((on) => {
      const answer = checkProjectCompliance({ [runsFrom[reading]]: day.iso, destroyed: { on: on.iso } }, { readings: { 'A-C17': reading } })
      return [answer.value.retainUntil, ...margins(answer, 'recordsKeptLongEnough')]
    })
  },
  oracle: (day) => [sameNumber(day, 7 * 12).iso, false, -1, sameNumber(day, 7 * 12).iso, true, 0],
  feel: 'string(date(day) + duration("P7Y"))',
  plain: later({ months: 7 * 12 }),
}))

const returned: DayReading = {
  name: '',
  library: (day) =>
    [-1, 0, 1].flatMap((steps) => {
      const timing = { deadline: day.iso, repaidOn: walk(day, steps).iso }
      return margins(computeRefund({ outcome: 'terminated', disbursed: 1, allowable: 0, timing }), 'returnedInTime')
    }),
  oracle: () => [true, 1, true, 0, false, -1],
}

export const communityProjectDays: readonly Exam[] = [
  ...reportExams,
  exam({ at: '6(d)ii', rule: 'fifteen working days after the closing date', readings: late }),
  exam({ at: '6(d)ii', rule: 'the same by the gazetted holidays', readings: lateAsGazetted }),
  exam({ at: '8(e)iii s2', rule: 'money held back lapses after a year', readings: lapse }),
  exam({ at: '8(e)iv-1 s2', rule: 'records kept for seven years', readings: retention }),
  exam({ at: '8(e)vii', rule: 'money returned by the day that is set', readings: [returned] }),
]
