import { computeCaseDeadlines, computeTravelAllowance, itinerantVisitRequirements } from '../../../src/index.js'
import { dayOf, endOfStatutoryWeeks, walk, walkUntil, type Day } from '../../kernel/slow-calendar.js'
import { daysOf, type DayReading } from '../day-exam.js'
import { findingOf, margins, type Exam, type Figure } from '../exam.js'
import { lastWorkingDay, nextWorkingDay, officeCalendar, worksInTaiwan } from '../rest-days.js'

// The New Taipei plan: weeks after an opening, a meeting or an allocation, the end of the semester, and the weeks, months
// and school years of a log. Before the amendment of 2019 another text held, of which nothing is said.

const exam = daysOf('new-taipei-home-education')

const amended = dayOf('2019-01-31')
const isHeld = (day: Day): boolean => day.index >= amended.index
const moved = (day: Day): Day => nextWorkingDay(day, worksInTaiwan)

const caseOf = (opening: Day, readings: Readonly<Record<string, string>>, facts: Readonly<Record<string, unknown>>) => {
  const base = { teacherType: 'schoolAssigned', semesterOpeningDate: opening.iso, calendar: officeCalendar(opening) } as const
  return computeCaseDeadlines({ ...base, ...facts }, { readings })
}

const iepEnds = { planDate: (day: Day) => endOfStatutoryWeeks(day, 2), centralRules: (day: Day) => walk(day, -1) } as const
const iepMeeting = (['planDate', 'centralRules'] as const).flatMap((source) =>
  (['lastDay', 'nextWorkingDay'] as const).map((extension): DayReading => {
    const extended = (day: Day): Day => (source === 'planDate' ? moved(iepEnds.planDate(day)) : iepEnds.centralRules(day))
    const limit = (day: Day): Day => (extension === 'nextWorkingDay' ? extended(day) : iepEnds[source](day))
    return {
      name: `N-A5 ${source}, N-A26 ${extension}, with a calendar`,
      library: (day) => {
        const ask = (held: Day) => caseOf(day, { 'N-A5': source, 'N-A26': extension }, { student: 'existing', done: { iepMeetingHeldOn: held.iso } })
        const [onTheDay, dayAfter] = [ask(limit(day)), ask(walk(limit(day), 1))]
        const { iepMeeting } = onTheDay.value
        return [iepMeeting?.lastDay ?? null, iepMeeting?.lastDayExtended ?? null, ...margins(onTheDay, 'iepMeetingInTime'), ...margins(dayAfter, 'iepMeetingInTime')]
      },
      oracle: (day) => (isHeld(day) ? [iepEnds[source](day).iso, extended(day).iso, true, 0, false, -1] : [null, null, null, null, null, null]),
    }
  }),
)

const plainTwoWeeks: DayReading = {
  name: 'N-A5 planDate, weekends only',
  library: (day) => {
    const { weekendsOnly, iepMeeting } = computeCaseDeadlines({ teacherType: 'departmentAssigned', semesterOpeningDate: day.iso }).value
    return isHeld(day) ? [iepMeeting?.lastDay ?? null, iepMeeting?.lastDayExtended ?? null, weekendsOnly] : [iepMeeting === null]
  },
  oracle: (day) => {
    const last = endOfStatutoryWeeks(day, 2)
    return isHeld(day) ? [last.iso, nextWorkingDay(last, ({ weekday }) => weekday < 6).iso, true] : [true]
  },
}

/** Meetings so many days from the opening day, which is the day asked about: of those before it the readings differ. */
const fromOpening = [-21, -14, -13, -1] as const

function assignment(reading: 'byCase' | 'earlier' | 'eitherSuffices', steps: number | 'none'): DayReading {
  const find = (opening: Day): readonly [basis: string, last: Day, extended: Day, strict: Day] => {
    const before = walk(opening, -1)
    if (steps === 'none') return ['beforeOpening', before, before, before]
    const after = endOfStatutoryWeeks(walk(opening, steps), 2)
    if (steps >= 0) return ['afterPlacementMeeting', after, moved(after), after]
    const strict = after.index < before.index ? after : before
    const governing = { byCase: before, earlier: strict, eitherSuffices: after.index > before.index ? after : before }[reading]
    return governing.index === before.index ? ['beforeOpening', before, before, strict] : ['afterPlacementMeeting', after, moved(after), strict]
  }
  return {
    name: `N-A3 ${reading}, meeting ${steps} from the opening, with a calendar`,
    library: (day) => {
      const meeting = steps === 'none' ? 'none' : walk(day, steps).iso
      const ask = (assigned: Day) => caseOf(day, { 'N-A3': reading }, { placementMeetingEndDate: meeting, done: { teacherAssignedOn: assigned.iso } })
      const last = find(day)[1]
      const [onTheDay, dayAfter] = [ask(last), ask(walk(last, 1))]
      const found = onTheDay.value.teacherAssignment
      if (found === null) return [null]
      const met = (answer: typeof onTheDay): Figure => findingOf(answer, 'schoolArrangesInTime')?.met ?? null
      return [found.basis, found.lastDay, found.lastDayExtended, found.strictLastDay, found.lastWorkingDay, met(onTheDay), met(dayAfter)]
    },
    oracle: (day) => {
      const meetingIsHeld = steps === 'none' || isHeld(walk(day, steps))
      if (!isHeld(day) || !meetingIsHeld) return [null]
      const [basis, last, extended, strict] = find(day)
      return [basis, last.iso, extended.iso, strict.iso, lastWorkingDay(last, worksInTaiwan).iso, true, false]
    },
  }
}

const contact = (['both', 'schoolOnly'] as const).map((reading): DayReading => ({
  name: `N-A4 ${reading}, with a calendar`,
  library: (day) => {
    const { schoolContact, parentContact } = caseOf(dayOf('2035-09-01'), { 'N-A4': reading }, { allocationDate: day.iso, calendar: officeCalendar(day) }).value
    return [schoolContact?.lastDay ?? null, schoolContact?.lastDayExtended ?? null, parentContact?.lastDay ?? null]
  },
  oracle: (day) => {
    const week = endOfStatutoryWeeks(day, 1)
    return isHeld(day) ? [week.iso, moved(week).iso, reading === 'both' ? week.iso : null] : [null, null, null]
  },
}))

const semesterEnd: DayReading = {
  name: 'N-A24 calendarSemester',
  library: (day) => [caseOf(day, { 'N-A24': 'calendarSemester' }, {}).value.semesterEndTasks?.dueBy ?? null],
  oracle: (day) => [isHeld(day) ? walkUntil(day, 1, ({ month, number }) => number === 31 && (month === 1 || month === 7)).iso : null],
}

/** Trips on the days around both ends of a range of teaching days. */
const teachingWeeks: DayReading = {
  name: '',
  library: (day) => {
    const trips = [-1, 0, 6, 7].map((steps) => ({ date: walk(day, steps).iso, studentId: 'a' }))
    const { value } = computeTravelAllowance({ trips, ratePerTrip: 100, teachingWeeks: [[day.iso, walk(day, 6).iso]] })
    return [value.payableTrips, value.outsideTeachingWeeks, value.tripsUnderFormerText, value.allowance]
  },
  oracle: (day) => {
    const held = [-1, 0, 6, 7].filter((steps) => isHeld(walk(day, steps)))
    const payable = held.filter((steps) => steps === 0 || steps === 6).length
    return [payable, held.length - payable, 4 - held.length, 100 * payable]
  },
}

const monday = (day: Day): Day => walkUntil(day, -1, ({ weekday }) => weekday === 1)
const schoolYearStart = (day: Day): Day => walkUntil(day, -1, ({ month, number }) => month === 8 && number === 1)
const DAYS_OF_LOG = 40

/** A log of forty days, each with a visit of an hour, in weeks, months and school years. */
const log = (['anyTeachingDay', 'wholeTeachingWeeks'] as const).map((reading): DayReading => ({
  name: `N-A25 ${reading}`,
  library: (day) => {
    const last = walk(day, DAYS_OF_LOG - 1)
    const days = Array.from({ length: DAYS_OF_LOG }, (_, step) => walk(day, step).iso)
    const answer = itinerantVisitRequirements(
      {
        teacherType: 'departmentAssigned', placement: 'outsideCity',
        log: {
          covers: [day.iso, last.iso], teachingWeeks: [[day.iso, last.iso]],
          visits: days.map((date) => ({ date, minutes: 60 })), phoneContacts: days.map((date) => ({ date, with: 'parents' as const })),
          onSiteVisits: days.map((date) => ({ date, by: 'school' as const })),
        },
      },
      { readings: { 'N-A25': reading } },
    )
    const { log } = answer.value
    if (log === null) return [null]
    return [
      log.weeks.map(({ week, visits, minutes }) => `${week}: ${visits ?? ''}, ${minutes ?? ''}`).join('; '),
      log.months.map(({ month, phoneContacts }) => `${month}: ${phoneContacts ?? ''}`).join('; '),
      log.schoolYears.map(({ schoolYear, onSiteVisits }) => `${schoolYear}: ${onSiteVisits ?? ''}`).join('; '),
    ]
  },
  oracle: (day) => {
    if (!isHeld(day)) return [null]
    const [weeks, months, years] = [new Map<string, Day[]>(), new Map<string, number>(), new Map<string, number>()]
    for (let step = 0; step < DAYS_OF_LOG; step += 1) {
      const each = walk(day, step)
      const [week, month, start] = [monday(each).iso, each.iso.slice(0, 'YYYY-MM'.length), schoolYearStart(each).year]
      const year = `${start}/${String((start + 1) % 100).padStart(2, '0')}`
      weeks.set(week, [...(weeks.get(week) ?? []), each])
      months.set(month, (months.get(month) ?? 0) + 1)
      years.set(year, (years.get(year) ?? 0) + 1)
    }
    const counted = [...weeks].filter(([, days]) => reading === 'anyTeachingDay' || days.filter(({ weekday }) => weekday < 6).length === 5)
    const list = (entries: Iterable<readonly [string, number]>): string => [...entries].map(([name, count]) => `${name}: ${count}`).join('; ')
    return [counted.map(([week, days]) => `${week}: ${days.length}, ${60 * days.length}`).join('; '), list(months), list(years)]
  },
}))

export const homeEducationDays: readonly Exam[] = [
  exam({ at: '柒、一、（四）前段', rule: 'the IEP meeting two weeks after opening', readings: iepMeeting }),
  exam({
    at: '柒、一、（四）前段',
    rule: 'the same without a list of rest days',
    readings: [plainTwoWeeks],
  }),
  exam({
    at: '柒、一、（一）1前段',
    rule: 'a teacher before opening, or in two weeks',
    readings: [
      ...[...fromOpening, 0, 9, 'none' as const].map((steps) => assignment('byCase', steps)),
      ...fromOpening.map((steps) => assignment('earlier', steps)),
      ...fromOpening.map((steps) => assignment('eitherSuffices', steps)),
    ],
  }),
  exam({ at: '柒、一、（二）前段', rule: 'contact within a week of allocation', readings: contact }),
  exam({ at: '柒、一、（六）', rule: 'what is due when the semester ends', readings: [semesterEnd] }),
  exam({ at: '壹拾壹、一、（一）', rule: 'trips on days of teaching weeks', readings: [teachingWeeks] }),
  exam({ at: '柒、四、（一）前段', rule: 'weeks, months and school years of a log', readings: log }),
]
