import { checkAppeal, checkListAmendment, checkProgressMeetingSchedule } from '../../../src/index.js'
import { walk, walkUntil, type Day } from '../../kernel/slow-calendar.js'
import { daysOf, later, type DayReading } from '../day-exam.js'
import { margins, type Exam } from '../exam.js'
import { holidaysNear, nextWorkingDay, worksInHongKong } from '../rest-days.js'

// EDB Circular 2/2022: March for the meeting, 1 August for the list, two weeks for an appeal.

const exam = daysOf('hk-extension-of-study')

const named = (month: number, number: number) => (day: Day): boolean => day.month === month && day.number === number
/** The first of September on or before a day. */
const schoolYearStart = (day: Day): Day => walkUntil(day, -1, named(9, 1))
const nameOf = ({ year }: Day): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

/** The school year of a day, the one before and the one after. */
const schoolYears = [
  { name: 'of the same school year', startOf: schoolYearStart },
  { name: 'of the school year before', startOf: (day: Day) => schoolYearStart(walk(schoolYearStart(day), -1)) },
  { name: 'of the school year after', startOf: (day: Day) => walkUntil(walk(day, 1), 1, named(9, 1)) },
] as const

const meeting = schoolYears.flatMap(({ name, startOf }) =>
  (['withinSchoolYear', 'anyEarlierDate'] as const).map((reading): DayReading => ({
    name: `A-E15 ${reading}, ${name}`,
    library: (day) => {
      const answer = checkProgressMeetingSchedule({ schoolYear: nameOf(startOf(day)), meetingDate: day.iso }, { readings: { 'A-E15': reading } })
      return [answer.value.lastMeetingDay, answer.value.firstMeetingDay, ...margins(answer, 'meetingByMarch'), ...margins(answer, 'meetingWithinSchoolYear')]
    },
    oracle: (day) => {
      const first = startOf(day)
      const last = walkUntil(first, 1, named(3, 31))
      const early = reading === 'withinSchoolYear' ? [day.index >= first.index, day.index - first.index] : [null, null]
      return [last.iso, reading === 'withinSchoolYear' ? first.iso : null, day.index <= last.index, last.index - day.index, ...early]
    },
  })),
)

const report: DayReading = {
  name: '',
  library: (day) =>
    [-1, 0, 1].flatMap((steps) =>
      margins(checkProgressMeetingSchedule({ schoolYear: nameOf(schoolYearStart(walk(day, -1))), edbDate: day.iso, semisDate: walk(day, steps).iso }), 'reportedByDate')),
  oracle: () => [true, 1, true, 0, false, -1],
}

/** A change before the school year is refused: there is no list of it yet. */
const list = schoolYears.slice(0, 2).flatMap(({ name, startOf }) =>
  (['normallyNotAccepted', 'refused'] as const).map((reading): DayReading => ({
    name: `A-E19 ${reading}, ${name}`,
    library: (day) => {
      const amendment = { schoolYear: nameOf(startOf(day)), ground: 'appealAllowed', submittedOn: day.iso, remainingPlaces: 1, inWriting: true, fullGrounds: true, progressMeeting: true, repeat: false } as const
      const answer = checkListAmendment(amendment, { readings: { 'A-E19': reading } })
      return [answer.value.deadline, answer.value.status, ...margins(answer, reading === 'refused' ? 'amendmentInTimeOnly' : 'amendmentInTime')]
    },
    oracle: (day) => {
      const last = walkUntil(startOf(day), 1, named(8, 1))
      const inTime = day.index <= last.index
      return [last.iso, inTime ? 'eligible' : reading === 'refused' ? 'notEligible' : 'lateNormallyNotAccepted', inTime, last.index - day.index]
    },
  })),
)

/** Fourteen steps after the day of receipt, or thirteen when that day is the first. */
const appealEnds = {
  receiptDayExcluded: (day: Day) => walk(day, 14),
  receiptDayCounted: (day: Day) => walk(day, 13),
  rollForward: (day: Day) => nextWorkingDay(walk(day, 14), worksInHongKong(false)),
} as const
const appeal = (['receiptDayExcluded', 'receiptDayCounted', 'rollForward'] as const).map((reading): DayReading => ({
  name: `A-E17 ${reading}, with a calendar`,
  library: (day) => {
    const ask = (notified: Day) => checkAppeal({ receivedOn: day.iso, notifiedOn: notified.iso, holidays: holidaysNear(day) }, { readings: { 'A-E17': reading } })
    const end = appealEnds[reading](day)
    return [ask(end).value.notifyBy, ...margins(ask(end), 'notifiedInTime'), ...margins(ask(walk(end, 1)), 'notifiedInTime')]
  },
  oracle: (day) => [appealEnds[reading](day).iso, true, 0, false, -1],
  ...(reading === 'receiptDayExcluded' ? { feel: 'string(date(day) + duration("P14D"))', plain: later({ days: 14 }) } : {}),
  ...(reading === 'receiptDayCounted' ? { feel: 'string(date(day) + duration("P13D"))', plain: later({ days: 13 }) } : {}),
}))

export const extensionOfStudyDays: readonly Exam[] = [
  exam({ at: 'App 乙(i) s2 meeting', rule: 'the progress meeting by the end of March', readings: meeting }),
  exam({ at: 'App 乙(i) s2 report', rule: 'the report on the day that is set', readings: [report] }),
  exam({ at: 'App 丙 closing s1', rule: 'changes of the list by 1 August', readings: list }),
  exam({ at: 'App 乙(iv)3', rule: 'an appeal answered in two weeks', readings: appeal }),
]
