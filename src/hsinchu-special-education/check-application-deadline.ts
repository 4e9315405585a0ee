import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import {
  addDays,
  addMonths,
  clearMonthBefore,
  earlier,
  isoWeekday,
  statutoryMonthsAfter,
  taiwanWorkingDays,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  type IsoDate,
} from '../kernel/calendar.js'
import { between, given, onOrBefore, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import { COMMENCEMENT, onDate, readingMattersOn, Version, versionOn } from './versions.js'

/** Within one month of enrolment. @source Art. 10(2) */
const MONTHS_AFTER_ENROLMENT = 1

const SATURDAY = 6

const rules = regulations.rules({
  filedBeforeOpening: {
    at: '第10條第1項',
    force: 'mandatory',
    test: onOrBefore(given('a month before the first semester opens', '第一學期開學前一個月')),
    says: text('The application is filed {test}.', '申請於{test}提出。'),
    next: text('file now and ask the City whether it still takes the application', '儘速提出，並洽本府是否受理'),
  },
  filedAfterEnrolment: {
    at: '第10條第2項',
    force: 'mandatory',
    test: onOrBefore(given('one month after enrolment', '入學後一個月')),
    says: text('The application for the student is filed {test}.', '轉學生之申請於{test}提出。'),
    next: text('file now and ask the City whether it still takes the application', '儘速提出，並洽本府是否受理'),
  },
  filedBeforeNoon: {
    at: '第10條第2項',
    force: 'mandatory',
    test: present(),
    says: text('On a last day that moved past a Saturday, the application is filed in the morning.', '末日因星期六順延者，於上午提出。'),
  },
  formerFiledInWindow: {
    at: '舊第3條前段',
    force: 'mandatory',
    test: between(given('in the window that the education department announced', '教育處公告之時程內')),
    says: text('The application is filed {test}.', '申請於{test}提出。'),
  },
})

const MOST_DAYS = 1000

const afterReceipt = text('the postmark is later than the receipt', '郵戳日晚於收件日')
const beforeItOpens = text('the window closes before it opens', '截止日早於起始日')

const common = {
  onDate,
  filedOn: describedAs(known(date()), 'the day on which the City received the application', '本府收件日'),
  postmarkedOn: describedAs(known(date()), 'the day of the postmark, of an application sent by registered mail', '掛號郵寄之郵戳日', afterReceipt),
  calendar: describedAs(
    known(
      z.strictObject({
        restDays: describedAs(listOf(date(), MOST_DAYS), 'days of rest besides Saturdays and Sundays', '週六、週日以外之放假日'),
        makeupWorkdays: describedAs(listOf(date(), MOST_DAYS), 'Saturdays or Sundays declared working days', '補行上班之週六、週日'),
      }),
    ),
    "the office calendar of government agencies; without it only weekends count as rest days",
    '政府行政機關辦公日曆表；未提供時僅以週末為休息日',
  ),
  announcedWindow: describedAs(
    known(
      z.strictObject({
        opens: describedAs(date(), 'its first day', '首日'),
        closes: describedAs(date(), 'its last day', '末日', beforeItOpens),
      }),
    ),
    'the window announced for the semester (former text)',
    '該學期公告之申請時程（修正前條文）',
  ),
  commissionedByCity: describedAs(known(yesOrNo), 'the City commissioned the school of its own accord (former text)', '由本府主動委託（修正前條文）'),
}

const filedBeforeNoon = describedAs(
  known(yesOrNo),
  'it was filed in the morning; used when H-A18b is read as morningOnly',
  '於上午提出；僅於 H-A18b 採 morningOnly 時使用',
)

/** An application: for a new school year, for a student who transfers, or for one identified in the middle of a year. */
export const ApplicationDeadlineInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: describedAs(z.literal('schoolYear'), 'an application for a new school year', '申請新學年度'),
    firstSemesterOpeningDate: describedAs(known(date()), 'the official opening day of the first semester', '第一學期正式開學日'),
    firstClassDate: describedAs(
      known(date()),
      'the first day of classes; used when H-A16c is read as firstClassDay',
      '正式上課首日；僅於 H-A16c 採 firstClassDay 時使用',
    ),
    ...common,
  }),
  z.strictObject({
    kind: describedAs(z.literal('transfer'), 'an application for a student who transfers', '轉學生之申請'),
    enrolmentDate: describedAs(
      known(date()),
      'the day of registration; given alone, first attendance is taken to be no earlier',
      '報到日；僅提供此日者，視首次到校不早於此日',
    ),
    firstAttendanceDate: describedAs(
      known(date()),
      'the first day of attendance; left out, it is taken to be no earlier than registration',
      '首次到校日；未提供者，視為不早於報到日',
    ),
    recipient: describedAs(known(z.enum(['student', 'preschoolChild'])), 'who transfers', '轉學者'),
    filedBeforeNoon,
    ...common,
  }),
  z.strictObject({
    kind: describedAs(z.literal('identifiedMidYear'), 'an application for a student identified during a school year', '學年中經鑑定者之申請'),
    identifiedOn: describedAs(
      known(date()),
      'the day of identification; used when H-A17c is read as asTransfer',
      '鑑定確認日；僅於 H-A17c 採 asTransfer 時使用',
    ),
    filedBeforeNoon,
    ...common,
  }),
])
export type ApplicationDeadlineInput = z.input<typeof ApplicationDeadlineInput>

export const ApplicationDeadlineFigures = z.strictObject({
  version: Version,
  /** The last day to file; `null` where the text sets none, where it had passed before commencement, or where a fact is missing. */
  lastDay: z.string().nullable(),
  /** The last day moved past rest days, where that is done. */
  lastDayExtended: z.string().nullable(),
  /** A working day that is in time whichever way the month is counted. */
  safeLastDay: z.string().nullable(),
  /** The corresponding day of the month before the opening: one day later than the clear month. */
  correspondingDayReading: z.string().nullable(),
  /** The last day moves past a Saturday, so that the Administrative Procedure Act may give the next morning only. */
  saturdayNoonRule: z.boolean(),
  /** No calendar was given: only Saturdays and Sundays were taken to be rest days. */
  weekendsOnly: z.boolean(),
  /** How the filing stands; `dependsOnReading`: in time on the corresponding day only. `null` while it or the last day is not known. */
  status: z.enum(['early', 'inTime', 'inTimeOnRestDayExtension', 'dependsOnReading', 'late']).nullable(),
})
export type ApplicationDeadlineFigures = Readonly<z.output<typeof ApplicationDeadlineFigures>>

type Facts = z.output<typeof ApplicationDeadlineInput>
type Kind<Name extends Facts['kind']> = Extract<Facts, { kind: Name }>
type MonthFacts = Kind<'transfer' | 'identifiedMidYear'>
type Day = IsoDate | null
type Status = ApplicationDeadlineFigures['status']
type Result = Answer<ApplicationDeadlineFigures>
type IsWorkingDay = (day: IsoDate) => boolean

/** What every kind of application has in common. */
interface Filing {
  readonly day: Day
  readonly path: readonly string[]
  readonly isWorkingDay: IsWorkingDay
  readonly blank: ApplicationDeadlineFigures
}

/** Registered mail is filed on the day of the postmark (Administrative Procedure Act 49). */
function filingDay({ filedOn, postmarkedOn }: Facts, reader: Reader): Pick<Filing, 'day' | 'path'> {
  if (filedOn != null && postmarkedOn != null && postmarkedOn > filedOn) {
    reject(['postmarkedOn'], afterReceipt)
  }
  const byPost = postmarkedOn != null && postmarkedOn !== filedOn && reader.take('H-A18') === 'postmark'
  return byPost ? { day: postmarkedOn, path: ['postmarkedOn'] } : { day: filedOn ?? null, path: ['filedOn'] }
}

/** The day on which the 2024 text took effect, noting the reading only where a day lies between the two. */
const commencementFor = (day: IsoDate, reader: Reader): IsoDate =>
  readingMattersOn(day) ? COMMENCEMENT[reader.take('H-A1')] : COMMENCEMENT.thirdDay

/** Two days of which a reading takes one. */
interface EitherDay {
  readonly day: Day
  readonly path: readonly string[]
}

/** Art. 10(1): the opening that the month is counted back from. */
function opening({ firstSemesterOpeningDate, firstClassDate }: Kind<'schoolYear'>, reader: Reader): EitherDay {
  const official = { day: firstSemesterOpeningDate ?? null, path: ['firstSemesterOpeningDate'] }
  const sameDay = firstClassDate != null && firstClassDate === firstSemesterOpeningDate
  if (sameDay || reader.take('H-A16c') === 'officialOpening') return official
  return { day: firstClassDate ?? null, path: ['firstClassDate'] }
}

/** Art. 10(1): a clear month before the opening. The month is counted back, so that a rest day does not extend it. */
function forSchoolYear(facts: Kind<'schoolYear'>, filing: Filing, reader: Reader): Result {
  const { day: opens, path } = opening(facts, reader)
  if (opens === null) return answer(filing.blank, [rules.filedBeforeOpening.unknown(path)], reader.taken)

  const clearMonth = clearMonthBefore(opens)
  const correspondingDay = addDays(clearMonth, 1)
  const lastDay = reader.take('H-A16') === 'clearMonth' ? clearMonth : correspondingDay
  const nextWorkingDay = workingDayOnOrAfter(lastDay, filing.isWorkingDay)
  const extended = nextWorkingDay !== lastDay && reader.take('H-A16b') === 'nextWorkingDay'
  const limit = extended ? nextWorkingDay : lastDay
  const passedBeforeCommencement = limit < commencementFor(limit, reader)
  if (passedBeforeCommencement && reader.take('H-A24') === 'fromCommencement') return answer(filing.blank, [], reader.taken)
  const figures = {
    ...filing.blank,
    lastDay,
    lastDayExtended: extended ? nextWorkingDay : null,
    safeLastDay: workingDayOnOrBefore(clearMonth, filing.isWorkingDay),
    correspondingDayReading: correspondingDay,
    status: schoolYearStatus(filing, clearMonth, correspondingDay),
  }
  return answer(figures, [rules.filedBeforeOpening.apply(filing.day, filing.path, limit)], reader.taken)
}

function schoolYearStatus({ day, isWorkingDay }: Filing, clearMonth: IsoDate, correspondingDay: IsoDate): Status {
  if (day === null) return null
  if (day <= clearMonth) return 'inTime'
  return day <= workingDayOnOrAfter(correspondingDay, isWorkingDay) ? 'dependsOnReading' : 'late'
}

/** Art. 10(2): the enrolment that the month runs from. */
function enrolment({ enrolmentDate, firstAttendanceDate }: Kind<'transfer'>, reader: Reader): EitherDay {
  const registration = { day: enrolmentDate ?? null, path: ['enrolmentDate'] }
  if (enrolmentDate != null && enrolmentDate === firstAttendanceDate) return registration
  const reading = reader.take('H-A17')
  const attendance = { day: firstAttendanceDate ?? null, path: ['firstAttendanceDate'] }
  if (reading === 'firstAttendance') return attendance
  if (reading === 'registration' || enrolmentDate == null || firstAttendanceDate == null) return registration
  return firstAttendanceDate < enrolmentDate ? attendance : registration
}

/** The day that a month runs from: of one that still ran at commencement, that day; `null` of one that had run out. */
function monthBegins(event: IsoDate, { isWorkingDay }: Filing, reader: Reader): Day {
  if (event >= commencementFor(event, reader) || reader.take('H-A24') === 'fromEvent') return event
  const ended = workingDayOnOrAfter(statutoryMonthsAfter(event, MONTHS_AFTER_ENROLMENT), isWorkingDay)
  return ended < commencementFor(ended, reader) ? null : COMMENCEMENT[reader.take('H-A1')]
}

/** Art. 10(2): a month from the event, whose own day is not counted; a last day that is a rest day moves on. */
function withinMonth(event: IsoDate, facts: MonthFacts, filing: Filing, reader: Reader): Result {
  const from = monthBegins(event, filing, reader)
  if (from === null) return answer(filing.blank, [], reader.taken)
  const statutory = statutoryMonthsAfter(from, MONTHS_AFTER_ENROLMENT)
  const sameNumber = addMonths(from, MONTHS_AFTER_ENROLMENT)
  const lastDay = statutory === sameNumber || reader.take('H-A17d') === 'statutory' ? statutory : sameNumber
  const lastDayExtended = workingDayOnOrAfter(lastDay, filing.isWorkingDay)
  const saturdayNoonRule = restsOnSaturday(lastDay, lastDayExtended)
  const figures = {
    ...filing.blank,
    lastDay,
    lastDayExtended,
    safeLastDay: workingDayOnOrBefore(earlier(statutory, sameNumber), filing.isWorkingDay),
    saturdayNoonRule,
    status: transferStatus(filing.day, lastDay, lastDayExtended),
  }
  const findings: readonly Finding[] = [rules.filedAfterEnrolment.apply(filing.day, filing.path, lastDayExtended)]
  const onMovedDay = saturdayNoonRule && filing.day === lastDayExtended
  if (!onMovedDay || reader.take('H-A18b') === 'wholeDay') return answer(figures, findings, reader.taken)
  return answer(figures, [...findings, rules.filedBeforeNoon.apply(facts.filedBeforeNoon, ['filedBeforeNoon'])], reader.taken)
}

/** Art. 10(2): a month from the event, as soon as that is known. */
function withinMonthOf({ day, path }: EitherDay, facts: MonthFacts, filing: Filing, reader: Reader): Result {
  return day === null ? answer(filing.blank, [rules.filedAfterEnrolment.unknown(path)], reader.taken) : withinMonth(day, facts, filing, reader)
}

/** Whether a rest-day Saturday is among the days that the last day moves over. */
function restsOnSaturday(lastDay: IsoDate, lastDayExtended: IsoDate): boolean {
  for (let day = lastDay; day < lastDayExtended; day = addDays(day, 1)) if (isoWeekday(day) === SATURDAY) return true
  return false
}

function transferStatus(day: Day, lastDay: IsoDate, lastDayExtended: IsoDate): Status {
  if (day === null) return null
  if (day <= lastDay) return 'inTime'
  return day <= lastDayExtended ? 'inTimeOnRestDayExtension' : 'late'
}

/**
 * Attendance alone is known. An earlier registration would only bring the last day forward, so that what is late is late
 * all the same; of an attendance before commencement not even that is known, for then the month may have run out before.
 */
function fromAttendanceAlone(attended: IsoDate, facts: Kind<'transfer'>, filing: Filing, reader: Reader): Result {
  if (attended >= commencementFor(attended, reader)) {
    const { value, findings } = withinMonth(attended, facts, filing, reader)
    if (value.status === 'late') return answer({ ...filing.blank, status: 'late' }, findings, reader.taken)
  }
  return answer(filing.blank, [rules.filedAfterEnrolment.unknown(['enrolmentDate'])], reader.taken)
}

/** A student who transfers; a child who changes preschool by analogy. */
function forTransfer(facts: Kind<'transfer'>, filing: Filing, reader: Reader): Result {
  if (facts.recipient !== 'student' && reader.take('H-A17b') === 'studentsOnly') {
    return answer(filing.blank, facts.recipient == null ? [rules.filedAfterEnrolment.unknown(['recipient'])] : [], reader.taken)
  }
  const enrolled = enrolment(facts, reader)
  const { firstAttendanceDate: attended } = facts
  const attendanceAlone = enrolled.day === null && attended != null && reader.take('H-A17') === 'earliest'
  return attendanceAlone ? fromAttendanceAlone(attended, facts, filing, reader) : withinMonthOf(enrolled, facts, filing, reader)
}

/** A gap of the text: no date for a student identified in the middle of a year. */
function forMidYear(facts: Kind<'identifiedMidYear'>, filing: Filing, reader: Reader): Result {
  if (reader.take('H-A17c') === 'gap') return answer(filing.blank, [], reader.taken)
  return withinMonthOf({ day: facts.identifiedOn ?? null, path: ['identifiedOn'] }, facts, filing, reader)
}

/** The former Art. 3: the window of the semester, or a commission by the City instead of an application. */
function underFormerText({ announcedWindow: window, commissionedByCity }: Facts, filing: Filing, reader: Reader): Result {
  if (window != null && window.closes < window.opens) {
    reject(['announcedWindow', 'closes'], beforeItOpens)
  }
  if (window == null) {
    return answer(filing.blank, commissionedByCity === true ? [] : [rules.formerFiledInWindow.unknown(['announcedWindow'])], reader.taken)
  }
  const { opens, closes } = window
  const status = filing.day === null ? null : filing.day < opens ? 'early' : filing.day <= closes ? 'inTime' : 'late'
  const lastWorkingDay = workingDayOnOrBefore(closes, filing.isWorkingDay)
  const figures = { ...filing.blank, lastDay: closes, safeLastDay: lastWorkingDay < opens ? null : lastWorkingDay, status } as const
  if (commissionedByCity === true) return answer(figures, [], reader.taken)
  const inWindow = rules.formerFiledInWindow.apply(filing.day, filing.path, [opens, closes])
  const commissionOpen = commissionedByCity == null && inWindow.met === false
  return answer(figures, [commissionOpen ? rules.formerFiledInWindow.unknown(['commissionedByCity']) : inWindow], reader.taken)
}

const parse = parser(ApplicationDeadlineInput)

/**
 * By when an application must be filed, and whether it was.
 *
 * For a new school year a clear month lies between filing and the opening of the first semester: for 1 September the
 * last day is 31 July, and a rest day does not move it. For a student who transfers, a month runs from the day after
 * enrolment and a last day that is a rest day moves to the next working day: enrolled on 30 September, the last day is
 * 31 October. Attendance alone says when it is late at the latest, not when it is in time. The last day itself is in time.
 * A last day before commencement binds nobody, and a month that still ran then runs from commencement. In the former text
 * the window that was announced for the semester counts, both its ends included.
 *
 * @param input the dates of the application, with the office calendar
 * @param options another reading of H-A16, H-A16b, H-A16c (opening), H-A17, H-A17b, H-A17c, H-A17d (enrolment), H-A18,
 * H-A18b (filing) or H-A24 (commencement)
 * @returns the last day under the reading taken, a day that is safe whichever way it is counted, and how the filing stands
 * @throws InputError when a date is malformed, the postmark is later than the receipt, or a window closes before it opens
 * @source Hsinchu special education programme regulations (2024) Arts. 10, 16; former Art. 3
 * @example
 * checkApplicationDeadline({ kind: 'schoolYear', firstSemesterOpeningDate: '2025-09-01' }).value.lastDay //=> '2025-07-31'
 * @example
 * checkApplicationDeadline({ kind: 'transfer', enrolmentDate: '2025-09-30' }).value.lastDay //=> '2025-10-31'
 */
export function checkApplicationDeadline(input: ApplicationDeadlineInput, options?: Options): Answer<ApplicationDeadlineFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)
  const blank = {
    version,
    lastDay: null,
    lastDayExtended: null,
    safeLastDay: null,
    correspondingDayReading: null,
    saturdayNoonRule: false,
    weekendsOnly: facts.calendar == null,
    status: null,
  } as const
  if (version === 'amended2024' && facts.kind !== 'schoolYear') reader.prefer((at) => at === '第10條第2項')
  const filing = { isWorkingDay: taiwanWorkingDays(facts.calendar), blank, ...filingDay(facts, reader) }

  if (version === 'former') return underFormerText(facts, filing, reader)
  switch (facts.kind) {
    case 'schoolYear':
      return forSchoolYear(facts, filing, reader)
    case 'transfer':
      return forTransfer(facts, filing, reader)
    case 'identifiedMidYear':
      return forMidYear(facts, filing, reader)
  }
}

export const checkApplicationDeadlineEntry = {
  name: 'checkApplicationDeadline',
  answers: text('By when an application must be filed, and whether it was', '申請之期限及是否如期提出'),
  input: ApplicationDeadlineInput,
  value: ApplicationDeadlineFigures,
  rules,
  run: checkApplicationDeadline,
} as const satisfies FunctionEntry
