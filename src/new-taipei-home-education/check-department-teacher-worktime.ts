import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, atMost } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, listOf } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'

/** The working day of a department-assigned teacher, in minutes. @source New Taipei home-education plan (2019) X.3(1)1 */
const WORKING_DAY = 480

/** Half-days of service a week at homes, institutions and medical facilities. @source New Taipei home-education plan (2019) X.3(1)2 */
const FIELD_HALF_DAYS = 8

const MINUTES_OF_A_DAY = 1_440
const HALF_DAYS_OF_A_WEEK = 14
const MOST_SEGMENTS = 100
const NONE = 0

const rules = plan.rules({
  eightHours: {
    at: '壹拾、三、（一）1',
    force: 'mandatory',
    test: atLeast(WORKING_DAY, 'minute'),
    says: text('The working day comes to {test}.', '每日工作時間{test}。'),
    next: text('spend the rest at the establishment school or the Resource Centre', '其餘時間於編制學校或特教資源中心工作'),
  },
  // 包含 opens the list, and X.1(3)2 itself sends the teacher to meetings and training.
  otherWorkNotNeeded: {
    at: '壹拾、三、（一）1',
    force: 'in-principle',
    decides: text('the Education Department', '教育局'),
    test: atMost(NONE, 'minute'),
    says: text(
      'Of other work, which the list neither names nor excludes, {test} are needed to reach the working day.',
      '其他工作未經列舉，亦未排除；須計入方足工作時間者{test}。',
    ),
    next: text('ask whether the other work counts, such as meetings and training', '請教育局決定會議、研習等其他工作是否計入'),
  },
  eightHalfDays: {
    at: '壹拾、三、（一）2前段',
    force: 'mandatory',
    test: atLeast(FIELD_HALF_DAYS, 'halfDay'),
    says: text('Service at homes, institutions and medical facilities comes to {test} in the week.', '當週到家中、機構、醫療院所服務{test}。'),
    next: text('schedule more half-days with students', '增排到學生處所服務的半日'),
  },
})

const worked = ['preparation', 'directTeaching', 'supervisingAide', 'evaluatingResults', 'consultation', 'travelToSecondStudent'] as const
const kinds = [...worked, 'travelToLaterStudent', 'travelToFirstStudent', 'travelHome', 'other'] as const
type Kind = (typeof kinds)[number]

const longerThanADay = text('the pieces exceed a day', '各段合計超過一日')

export const DepartmentTeacherWorktimeInput = z.strictObject({
  segments: describedAs(
    listOf(
      z.strictObject({
        kind: describedAs(z.enum(kinds), 'what the time was spent on', '時間用途'),
        minutes: describedAs(count(MINUTES_OF_A_DAY), 'whole minutes', '分鐘數'),
      }),
      MOST_SEGMENTS,
    ),
    'the whole of one day, piece by piece',
    '一日的全部時間，逐段列出',
    longerThanADay,
  ),
  fieldHalfDaysThisWeek: describedAs(known(count(HALF_DAYS_OF_A_WEEK)), 'half-days of service with students this week', '本週到學生處所服務的半日數'),
})
export type DepartmentTeacherWorktimeInput = z.input<typeof DepartmentTeacherWorktimeInput>

export const DepartmentTeacherWorktimeFigures = z.strictObject({
  countedMinutes: z.int(),
  /** Journeys to later students, which the wording leaves out and its purpose may take in. */
  disputedMinutes: z.int(),
  excludedMinutes: z.int(),
  /** Without other work. */
  shortfallMinutes: z.int(),
  /** `null` while the half-days are not known. */
  halfDayShortfall: z.int().nullable(),
})
export type DepartmentTeacherWorktimeFigures = Readonly<z.output<typeof DepartmentTeacherWorktimeFigures>>

type Treatment = 'countedMinutes' | 'disputedMinutes' | 'excludedMinutes'

/** Where a piece of the day belongs; journeys as N-A17 reads them. */
function treatmentOf(kind: Kind, reader: Reader): Treatment {
  switch (kind) {
    case 'other':
      return 'excludedMinutes'
    case 'travelToLaterStudent':
      return reader.take('N-A17') === 'secondStudent' ? 'disputedMinutes' : 'countedMinutes'
    case 'travelToFirstStudent':
    case 'travelHome':
      return reader.take('N-A17') === 'everyJourney' ? 'countedMinutes' : 'excludedMinutes'
    default:
      return 'countedMinutes'
  }
}

/** X.3(1)1: eight hours; what only other work can fill is neither met nor missed. */
function workingDay(counted: number, other: number, shortfall: number): readonly Finding[] {
  const hours = rules.eightHours.apply(counted, ['segments'])
  if (other === NONE || other < shortfall) return [hours]
  const open = rules.otherWorkNotNeeded.apply(shortfall, ['segments'])
  return shortfall > NONE ? [open] : [hours, open]
}

const parse = parser(DepartmentTeacherWorktimeInput)

/**
 * Whether a department-assigned teacher's day comes to eight hours and the week to eight half-days with students.
 *
 * Exactly 480 minutes is enough, 479 is one short; exactly eight half-days is enough. The journey to the second student
 * of a day is working time, as written. The journeys to later students are shown apart and not counted, those to the
 * first student and home are left out, unless another reading is taken. Other work, such as meetings and training, is
 * left out too; but where the minutes reach 480 with it and not without it, the Department decides: 240 minutes of
 * teaching and 240 of meetings are for judgement, and with 239 of meetings the day is short either way. Half-days count
 * as reported: their length is not stated, and a week with holidays is not reduced. An empty list is a day without
 * work.
 *
 * @param input one day in pieces of whole minutes (at most 1,440 together), and the half-days of its week (0 to 14)
 * @param options another reading of N-A17 (journeys)
 * @returns the minutes counted, disputed and left out, and what is short
 * @throws InputError when a piece is malformed or the pieces exceed a day
 * @source New Taipei home-education plan (2019) X.3(1)1–2
 * @example
 * checkDepartmentTeacherWorktime({ segments: [{ kind: 'directTeaching', minutes: 479 }], fieldHalfDaysThisWeek: 8 }).value.shortfallMinutes //=> 1
 * @example
 * checkDepartmentTeacherWorktime({ segments: [{ kind: 'travelHome', minutes: 30 }] }).value.excludedMinutes //=> 30
 */
export function checkDepartmentTeacherWorktime(
  input: DepartmentTeacherWorktimeInput,
  options?: Options,
): Answer<DepartmentTeacherWorktimeFigures> {
  const { segments, fieldHalfDaysThisWeek: halfDays } = parse(input)
  const reader = readings.reader(options)
  const sums = { countedMinutes: NONE, disputedMinutes: NONE, excludedMinutes: NONE }
  let [whole, other] = [NONE, NONE]
  for (const { kind, minutes } of segments) {
    sums[treatmentOf(kind, reader)] += minutes
    whole += minutes
    if (kind === 'other') other += minutes
  }
  if (whole > MINUTES_OF_A_DAY) reject(['segments'], longerThanADay)
  const shortfallMinutes = Math.max(NONE, WORKING_DAY - sums.countedMinutes)
  return answer(
    {
      shortfallMinutes,
      halfDayShortfall: halfDays == null ? null : Math.max(NONE, FIELD_HALF_DAYS - halfDays),
      ...sums,
    },
    [
      ...workingDay(sums.countedMinutes, other, shortfallMinutes),
      rules.eightHalfDays.apply(halfDays, ['fieldHalfDaysThisWeek']),
    ],
    reader.taken,
  )
}

export const checkDepartmentTeacherWorktimeEntry = {
  name: 'checkDepartmentTeacherWorktime',
  answers: text("Whether a department-assigned teacher's working time is complete", '局派教師的工作時間是否足夠'),
  input: DepartmentTeacherWorktimeInput,
  value: DepartmentTeacherWorktimeFigures,
  rules,
  run: checkDepartmentTeacherWorktime,
} as const satisfies FunctionEntry
