import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { addDays, beyondTheCalendar, daysBetween, lastDayOfMonths, later, type IsoDate } from '../kernel/calendar.js'
import { given, onOrAfter, onOrBefore } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, date, describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, reject, type Path } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { coverage, yearOfDay } from './coverage.js'
import { COVERS, memorandum, readings, type Options, type Reader } from './document.js'
import {
  earlyReturn, EXTENSION, extensionFindings, FIRST_PERIOD, firstMonths, minimumStay, monthCount, MOST_EXTENSIONS, planRules, STAY, sumOfMonths,
} from './short-stay.js'

/** The fewest months of a stay that is lengthened at all. @source fn 1 s1, fn 1 s3 */
const SHORTEST_EXTENDED_STAY = FIRST_PERIOD + EXTENSION.least

/** The days of a month, and of three months, where A-S6 is read in days. */
const DAYS_OF_A_MONTH = 30
const MONTHS_OF_NINETY_DAYS = 3
const NINETY_DAYS = 90

const dateRules = memorandum.rules({
  stayThreeMonths: {
    at: '4(c)¶2 s1 period',
    force: 'mandatory',
    test: onOrAfter(given(`the last day of ${STAY.least} months from the first day`, `由首日起計 ${STAY.least} 個月的最後一天`)),
    says: text('The last day of the stay is {test}.', '支援期的最後一天：{test}。'),
    next: text('record that both sides found the goals reached, if they did', '如雙方檢視後認為已達目標，請予記錄'),
  },
  staySixMonths: {
    at: 'fn 1 s4',
    also: ['4(c)¶2 s1 period'],
    force: 'mandatory',
    test: onOrBefore(given(`the last day of ${STAY.most} months from the first day`, `由首日起計 ${STAY.most} 個月的最後一天`)),
    says: text('The last day of the stay is {test}.', '支援期的最後一天：{test}。'),
    next: text('end the stay by that day; the student returns', '支援期須於該日或以前結束，安排學生返回原校'),
  },
  extensionOfAMonth: {
    at: 'fn 1 s3',
    also: ['fn 1 s1'],
    force: 'in-principle',
    decides: text("the resource centre and the student's own school", '資源中心與原校'),
    test: onOrAfter(
      given(`the last day of ${SHORTEST_EXTENDED_STAY} months from the first day`, `由首日起計 ${SHORTEST_EXTENDED_STAY} 個月的最後一天`),
    ),
    says: text(`A stay of more than ${FIRST_PERIOD} months ends {test}.`, `支援期超過 ${FIRST_PERIOD} 個月時，最後一天：{test}。`),
    next: text(`end the stay after ${FIRST_PERIOD} months, or lengthen it further`, `在 ${FIRST_PERIOD} 個月屆滿時結束，或再延長支援期`),
  },
  endsWithTheScheme: {
    at: 'title',
    force: 'mandatory',
    test: onOrBefore(COVERS.last),
    says: text('The stay ends with the two school years, {test}.', '支援期隨兩個學年完結而結束：{test}。'),
  },
})

const rules = { ...dateRules, ...planRules, ...earlyReturn, ...coverage }

const goalsMet = describedAs(
  known(yesOrNo),
  'whether both sides, on review, found the goals of the support plan reached when the stay ended',
  '支援期結束時，雙方檢視後是否認為已達支援計劃的目標',
)

const beforeTheFirstDay = text('must not be before the first day', '不得早於首日')
const longerThanTheStay = text('must not exceed the days of the stay', '不得多於支援期的日數')

/** A stay by its dates, or planned in months. */
export const ShortStayDurationInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: describedAs(z.literal('dates').optional(), 'a stay by its dates; may be left out', '以日期表示的支援期；可略去'),
    startDate: describedAs(date(), 'the first day of the stay', '支援期首日'),
    endDate: describedAs(known(date()), 'the last day of the stay, that day included', '支援期最後一天（包括當日）', beforeTheFirstDay),
    goalsMet,
    schoolHolidayDays: describedAs(
      known(count()),
      'calendar days of school holidays from the first to the last day; used only when A-S14 is read as excluded',
      '首日至最後一天之間學校假期的日數；只在 A-S14 採用 excluded 時使用',
      longerThanTheStay,
      beyondTheCalendar,
    ),
  }),
  z.strictObject({
    kind: describedAs(z.literal('plan'), 'a stay planned in months', '以月數計劃的支援期'),
    initialMonths: describedAs(firstMonths(), 'months agreed at first, whole or half, more than none', '最初商定的月數（可為半個月，不可為零）'),
    extensions: describedAs(
      listOf(monthCount(), MOST_EXTENSIONS),
      'months of each extension, in order; empty when there is none',
      '每次延長的月數，按次序列出；沒有則留空',
    ),
    goalsMet,
  }),
])
export type ShortStayDurationInput = z.input<typeof ShortStayDurationInput>

export const ShortStayDurationFigures = z.strictObject({
  /** The last day of three and of six months; `null` for a plan in months. */
  threeMonthEnd: z.iso.date().nullable(),
  sixMonthEnd: z.iso.date().nullable(),
  /** The months of a plan; `null` for a stay by its dates. */
  totalMonths: z.number().nullable(),
  /** How far the stay goes: not three months, exactly three, more, or more than six; `null` while its last day is not known. */
  phase: z.enum(['underThreeMonths', 'initial', 'extended', 'overCap']).nullable(),
})
export type ShortStayDurationFigures = Readonly<z.output<typeof ShortStayDurationFigures>>

type Stay = z.output<typeof ShortStayDurationInput>
type Plan = Extract<Stay, { kind: 'plan' }>
type Dates = Exclude<Stay, Plan>
type Phase = ShortStayDurationFigures['phase']

/** Dates and numbers compare alike. */
function phaseOf<Length extends string | number>(length: Length, three: Length, six: Length): Phase {
  if (length < three) return 'underThreeMonths'
  if (length === three) return 'initial'
  return length <= six ? 'extended' : 'overCap'
}

/** The last day of so many months from the first day, as A-S6 counts months. */
const endOfMonths = {
  correspondingDate: lastDayOfMonths,
  thirtyDayMonths: (firstDay: IsoDate, months: number): IsoDate => addDays(firstDay, months * DAYS_OF_A_MONTH - 1),
  ninetyAnd180Days: (firstDay: IsoDate, months: number): IsoDate => {
    const single = months % MONTHS_OF_NINETY_DAYS
    const nineties = (months - single) / MONTHS_OF_NINETY_DAYS
    return lastDayOfMonths(addDays(firstDay, nineties * NINETY_DAYS), single)
  },
} as const

/** The days that A-S14 leaves out of the length; `undefined` while they are not known. */
function daysLeftOut({ schoolHolidayDays }: Dates, reader: Reader): number | undefined {
  if (schoolHolidayDays === 0 || reader.take('A-S14') === 'counted') return 0
  return schoolHolidayDays ?? undefined
}

const noLimits = { threeMonthEnd: null, sixMonthEnd: null, totalMonths: null, phase: null } as const

/** The end of the two school years matters to a stay that begins in time and may reach past it. */
function schemeFindings({ startDate, endDate }: Dates, sixMonthEnd: IsoDate, reader: Reader): readonly Finding[] {
  const mayRunOn = startDate <= COVERS.last && later(endDate ?? sixMonthEnd, sixMonthEnd) > COVERS.last
  return mayRunOn && reader.take('A-S15') === 'mustEnd' ? [rules.endsWithTheScheme.apply(endDate, ['endDate'])] : []
}

/** Nothing can be said of the length while a fact is missing. */
const unsettled = (path: Path): readonly Finding[] => [rules.staySixMonths.unknown(path), rules.stayThreeMonths.unknown(path)]

function byDates(stay: Dates, reader: Reader): Answer<ShortStayDurationFigures> {
  const { startDate, endDate, goalsMet } = stay
  const endOf = endOfMonths[reader.take('A-S6')]
  const year = yearOfDay(startDate, ['startDate'])
  const leftOut = daysLeftOut(stay, reader)
  if (leftOut === undefined) return answer(noLimits, [...unsettled(['schoolHolidayDays']), year], reader.taken)

  const limit = (months: number): IsoDate => addDays(endOf(startDate, months), leftOut)
  const threeMonthEnd = limit(STAY.least)
  const sixMonthEnd = limit(STAY.most)
  if (endDate == null) {
    const findings = [...unsettled(['endDate']), year, ...schemeFindings(stay, sixMonthEnd, reader)]
    return answer({ threeMonthEnd, sixMonthEnd, totalMonths: null, phase: null }, findings, reader.taken)
  }

  const reached = rules.stayThreeMonths.apply(endDate, ['endDate'], threeMonthEnd)
  const findings = [
    rules.staySixMonths.apply(endDate, ['endDate'], sixMonthEnd),
    ...minimumStay(rules.stayThreeMonths, reached, goalsMet, reader),
    year,
  ]
  const lengthened = endDate > threeMonthEnd
  if (lengthened && goalsMet !== true && reader.take('A-S5') !== 'partMonths') {
    findings.push(rules.extensionOfAMonth.apply(endDate, ['endDate'], limit(SHORTEST_EXTENDED_STAY)))
  }
  findings.push(...schemeFindings(stay, sixMonthEnd, reader))
  const figures = { threeMonthEnd, sixMonthEnd, totalMonths: null, phase: phaseOf(endDate, threeMonthEnd, sixMonthEnd) }
  return answer(figures, findings, reader.taken)
}

function byPlan({ initialMonths, extensions, goalsMet }: Plan, reader: Reader): Answer<ShortStayDurationFigures> {
  const totalMonths = initialMonths + sumOfMonths(extensions)
  const steps = extensions.map((months, index) => ({ months, path: ['extensions', index] }))
  const path = steps.at(-1)?.path ?? ['initialMonths']
  const findings = [
    rules.plannedSixMonths.apply(totalMonths, path),
    ...minimumStay(rules.plannedThreeMonths, rules.plannedThreeMonths.apply(totalMonths, path), goalsMet, reader),
    rules.firstPeriod.apply(initialMonths, ['initialMonths']),
    ...extensionFindings(steps, reader),
  ]
  const figures = { threeMonthEnd: null, sixMonthEnd: null, totalMonths, phase: phaseOf(totalMonths, STAY.least, STAY.most) }
  return answer(figures, findings, reader.taken)
}

const parse = parser(ShortStayDurationInput)

/**
 * Whether a student's stay at a resource centre (短期暫讀計劃) is as long as it may be: 3 to 6 months, by its dates or
 * by a plan in months.
 *
 * The first and the last day both belong to the stay. Months are calendar months, all counted from the first day: one
 * that begins on 8 September has had three months on 7 December and six on 7 March; one that begins on 30 November
 * has had three on 28 February. So six months can be 181 days or 184. One day short of three months needs the
 * finding of both sides that the goals are reached; one day past six months is a breach. A stay that goes past three
 * months is to go on to the end of the fourth, for an extension is a month or more. Three months are the first period
 * in principle only, so a stay that ends in the fourth month is for the two sides to justify; it is in order where they
 * found the goals reached. School holidays count. The last day may be left out while the stay goes on: the answer then
 * gives the limits. Reviews and consents are not checked here, nor is a first period other than three months where
 * only the dates are given.
 *
 * @param input the first and last day of the stay, or with `kind: 'plan'` the months agreed and each extension, whole or half
 * @param options another reading of A-S4 (the minimum), A-S5 (extensions), A-S6 (months), A-S14 (school holidays) or
 *   A-S15 (a stay past 31 August 2027)
 * @returns the last day of three and of six months, or the months planned, and how far the stay goes
 * @throws InputError when a date or a number of months is malformed, the first period is of no months, or the stay ends
 *   before it begins
 * @source EDBCM 116/2025 para 4(c)¶2 s1, fn 1 s1–s4; title
 * @example
 * checkShortStayDuration({ startDate: '2025-11-30', endDate: '2026-02-28' }).value.phase //=> 'initial'
 * @example
 * checkShortStayDuration({ startDate: '2025-09-08', endDate: '2026-03-08' }).findings[0].margin //=> -1
 * @example
 * checkShortStayDuration({ kind: 'plan', initialMonths: 3, extensions: [1, 2] }).value.totalMonths //=> 6
 */
export function checkShortStayDuration(input: ShortStayDurationInput, options?: Options): Answer<ShortStayDurationFigures> {
  const stay = parse(input)
  const reader = readings.reader(options)
  if (stay.kind === 'plan') return byPlan(stay, reader)
  checkOrder(stay)
  return byDates(stay, reader)
}

/** A stay has its first day before its last, or is a single day; holidays within it are no longer than it is. */
function checkOrder({ startDate, endDate, schoolHolidayDays }: Dates): void {
  if (endDate == null) return
  if (endDate < startDate) reject(['endDate'], beforeTheFirstDay)
  if (schoolHolidayDays != null && schoolHolidayDays > daysBetween(startDate, endDate) + 1) {
    reject(['schoolHolidayDays'], longerThanTheStay)
  }
}

export const checkShortStayDurationEntry = {
  name: 'checkShortStayDuration',
  answers: text("Whether a student's short stay is as long as it may be", '學生的短期暫讀支援期長短是否符合要求'),
  input: ShortStayDurationInput,
  value: ShortStayDurationFigures,
  rules,
  run: checkShortStayDuration,
} as const satisfies FunctionEntry
