import { checkApplicationDeadline, planSupervisionFollowUp } from '../../../src/index.js'
import { dayOf, endOfStatutoryMonths, sameNumber, walk, type Day } from '../../kernel/slow-calendar.js'
import { daysOf, later, type DayReading } from '../day-exam.js'
import { margins, type Exam } from '../exam.js'
import { lastWorkingDay, nextWorkingDay, officeCalendar, worksInTaiwan } from '../rest-days.js'

// The Hsinchu regulations: a month before the opening, a month after enrolment, the window of the former text, and the
// day from which the text of 2024 holds.

const exam = daysOf('hsinchu-special-education')

/** The third day, the day of the order being the first; or that day itself. */
const commencements = { thirdDay: walk(dayOf('2024-09-10'), 2), promulgationDay: dayOf('2024-09-10') } as const

/** The month between filing and opening: the day of the same number a month before, and the day before that. */
const beforeOpening = { correspondingDay: (day: Day) => sameNumber(day, -1), clearMonth: (day: Day) => walk(sameNumber(day, -1), -1) } as const

const opening = (['clearMonth', 'correspondingDay'] as const).flatMap((month) =>
  (['noExtension', 'nextWorkingDay'] as const).map((extension): DayReading => ({
    name: `H-A16 ${month}, H-A16b ${extension}, with a calendar`,
    library: (day) => {
      const last = beforeOpening[month](day)
      const limit = extension === 'nextWorkingDay' ? nextWorkingDay(last, worksInTaiwan) : last
      const ask = (filed: Day) =>
        checkApplicationDeadline(
          { kind: 'schoolYear', firstSemesterOpeningDate: day.iso, filedOn: filed.iso, calendar: officeCalendar(day) },
          { readings: { 'H-A16': month, 'H-A16b': extension, 'H-A24': 'fromEvent' } },
        )
      const [onTheDay, dayAfter] = [ask(limit), ask(walk(limit, 1))]
      const { lastDay, lastDayExtended, safeLastDay, correspondingDayReading } = onTheDay.value
      return [lastDay, lastDayExtended, safeLastDay, correspondingDayReading, ...margins(onTheDay, 'filedBeforeOpening'), ...margins(dayAfter, 'filedBeforeOpening')]
    },
    oracle: (day) => {
      const last = beforeOpening[month](day)
      const moved = nextWorkingDay(last, worksInTaiwan)
      const extended = extension === 'nextWorkingDay' && moved.index !== last.index ? moved.iso : null
      const safe = lastWorkingDay(beforeOpening.clearMonth(day), worksInTaiwan)
      return [last.iso, extended, safe.iso, beforeOpening.correspondingDay(day).iso, true, 0, false, -1]
    },
    feel: `string(date(day) - duration("P1M")${month === 'clearMonth' ? ' - duration("P1D")' : ''})`,
    plain: later({ months: -1, days: month === 'clearMonth' ? -1 : 0 }),
  })),
)

/** A last day that had passed when the text took effect binds nobody. */
const passed: DayReading = {
  name: 'H-A24 fromCommencement',
  library: (day) => {
    const answer = checkApplicationDeadline({ kind: 'schoolYear', firstSemesterOpeningDate: day.iso, filedOn: day.iso })
    return [answer.value.lastDay, ...margins(answer, 'filedBeforeOpening')]
  },
  oracle: (day) => {
    const last = beforeOpening.clearMonth(day)
    return last.index < commencements.thirdDay.index ? [null, null, null] : [last.iso, false, last.index - day.index]
  },
}

const monthAfter = { statutory: (day: Day) => endOfStatutoryMonths(day, 1), sameNumberDay: (day: Day) => sameNumber(day, 1) } as const

function afterEnrolment(kind: 'transfer' | 'identifiedMidYear', counting: keyof typeof monthAfter, from: 'fromEvent' | 'fromCommencement'): DayReading {
  const start = (day: Day): Day => (from === 'fromCommencement' && day.index < commencements.thirdDay.index ? commencements.thirdDay : day)
  const last = (day: Day): Day => monthAfter[counting](start(day))
  /** A month that had run out at commencement is not opened again. */
  const hadRunOut = (day: Day): boolean =>
    from === 'fromCommencement' && nextWorkingDay(monthAfter.statutory(day), worksInTaiwan).index < commencements.thirdDay.index
  const readings = { 'H-A17d': counting, 'H-A17c': 'asTransfer', 'H-A24': from } as const
  const ask = (day: Day, filed: Day) => {
    const facts = { filedOn: filed.iso, calendar: officeCalendar(start(day)) }
    return kind === 'transfer'
      ? checkApplicationDeadline({ kind, enrolmentDate: day.iso, firstAttendanceDate: day.iso, recipient: 'student', ...facts }, { readings })
      : checkApplicationDeadline({ kind, identifiedOn: day.iso, ...facts }, { readings })
  }
  return {
    name: `${kind}, H-A17d ${counting}, H-A24 ${from}, with a calendar`,
    library: (day) => {
      const moved = nextWorkingDay(last(day), worksInTaiwan)
      const [onTheDay, onTheMoved, after] = [ask(day, last(day)), ask(day, moved), ask(day, walk(moved, 1))]
      const { lastDay, lastDayExtended, safeLastDay, saturdayNoonRule, status } = onTheDay.value
      return [lastDay, lastDayExtended, safeLastDay, saturdayNoonRule, status, onTheMoved.value.status, ...margins(onTheMoved, 'filedAfterEnrolment'), after.value.status, ...margins(after, 'filedAfterEnrolment')]
    },
    oracle: (day) => {
      if (hadRunOut(day)) return [null, null, null, false, null, null, null, null, null, null, null]
      const moved = nextWorkingDay(last(day), worksInTaiwan)
      let overSaturday = false
      for (let each = last(day); each.index < moved.index; each = walk(each, 1)) overSaturday ||= each.weekday === 6
      const [statutory, sameDay] = [monthAfter.statutory(start(day)), monthAfter.sameNumberDay(start(day))]
      const safe = lastWorkingDay(statutory.index < sameDay.index ? statutory : sameDay, worksInTaiwan)
      const status = moved.index === last(day).index ? 'inTime' : 'inTimeOnRestDayExtension'
      return [last(day).iso, moved.iso, safe.iso, overSaturday, 'inTime', status, true, 0, 'late', false, -1]
    },
    ...(from === 'fromEvent' ? { feel: 'string(date(day) + duration("P1M"))', plain: later({ months: 1 }) } : {}),
  }
}

const formerWindow: DayReading = {
  name: 'with a calendar',
  library: (day) => {
    const closes = walk(day, 20)
    return [walk(day, -1), day, closes, walk(closes, 1)].flatMap((filed) => {
      const answer = checkApplicationDeadline({
        kind: 'schoolYear', onDate: '2023-03-01', filedOn: filed.iso, announcedWindow: { opens: day.iso, closes: closes.iso },
        commissionedByCity: false, calendar: officeCalendar(day),
      })
      return [answer.value.lastDay, answer.value.safeLastDay, answer.value.status, ...margins(answer, 'formerFiledInWindow')]
    })
  },
  oracle: (day) => {
    const closes = walk(day, 20)
    const days = [closes.iso, lastWorkingDay(closes, worksInTaiwan).iso]
    return [...days, 'early', false, -1, ...days, 'inTime', true, 0, ...days, 'inTime', true, 0, ...days, 'late', false, -1]
  },
}

const commencement = (['thirdDay', 'promulgationDay'] as const).map((reading): DayReading => ({
  name: `H-A1 ${reading}`,
  library: (day) => {
    const { value } = planSupervisionFollowUp({ onDate: day.iso, deficiencies: [{ id: 'a', corrected: false }] }, { readings: { 'H-A1': reading } })
    return [value.version, value.cityMustOrderCorrection, value.nextVisitItems.length]
  },
  oracle: (day) => (day.index < commencements[reading].index ? ['former', false, 0] : ['amended2024', true, 1]),
}))

export const hsinchuDays: readonly Exam[] = [
  exam({ at: '第10條第1項', rule: 'a month before the first semester opens', readings: opening }),
  exam({ at: '第10條第1項', rule: 'no last day before the text took effect', readings: [passed] }),
  exam({
    at: '第10條第2項',
    rule: 'a month after enrolment, past rest days',
    readings: [
      afterEnrolment('transfer', 'statutory', 'fromEvent'), afterEnrolment('transfer', 'sameNumberDay', 'fromEvent'),
      afterEnrolment('transfer', 'statutory', 'fromCommencement'), afterEnrolment('identifiedMidYear', 'statutory', 'fromEvent'),
    ],
  }),
  exam({ at: '舊第3條前段', rule: 'the window of the former text', readings: [formerWindow] }),
  exam({ at: '第16條', rule: 'the text of 2024 from its third day', readings: commencement }),
]
