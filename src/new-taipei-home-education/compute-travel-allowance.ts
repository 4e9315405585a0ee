import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import type { IsoDate } from '../kernel/calendar.js'
import { atMost, present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, label, listOf, wholeDollars, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'
import { planVersionOn, versionRules } from './version.js'
import { endsBeforeItStarts } from './visit-log.js'

/** Fees for one student on one day. @source New Taipei home-education plan (2019) XI.1(2) */
const FEES_PER_STUDENT_A_DAY = 1

const NONE = 0
const MOST_TRIPS = 5_000
const MOST_RANGES = 120

const rules = plan.rules({
  oneFeePerStudentADay: {
    at: '壹拾壹、一、（二）',
    force: 'mandatory',
    test: atMost(FEES_PER_STUDENT_A_DAY, 'trip'),
    says: text('For one student, {test} a day is claimed.', '當日輔導同一學生，申請{test}。'),
    next: text('take the further trip out of the claim', '自申請中剔除重複的次數'),
  },
  inTeachingWeek: {
    at: '壹拾壹、一、（一）',
    force: 'mandatory',
    test: present(),
    says: text('The trip falls in an actual teaching week.', '該次交通在實際上課週內。'),
    next: text('take the trip out of the claim', '自申請中剔除'),
  },
  rateStated: {
    at: '壹拾壹、一、（一）',
    force: 'mandatory',
    test: stated(),
    says: text("The rate of a trip is known, from the city's note on travel fees.", '須知道本市交通費申請說明所列的每次標準。'),
  },
  assignedByDepartment: {
    at: '壹拾壹、二',
    force: 'mandatory',
    test: present(),
    says: text('The teacher who visits a student placed away was assigned by the Department.', '實地訪視安置在外學生的教師係由教育局指派。'),
    next: text('claim only for teachers whom the Department assigned', '僅就教育局指派的教師申請'),
  },
})

const Range = z.tuple([date(), date()])

export const TravelAllowanceInput = z.strictObject({
  trips: describedAs(
    listOf(
      z.strictObject({
        date: describedAs(date(), 'the day of the trip', '日期'),
        studentId: describedAs(label(), "the caller's own mark for the student", '學生代號'),
        teacher: describedAs(
          label().nullish(),
          "the caller's own mark for the teacher; left out for every trip, all are one teacher's",
          '教師代號；全部不填即為同一教師',
        ),
      }),
      MOST_TRIPS,
    ),
    'the trips claimed',
    '申請的各次交通',
  ),
  ratePerTrip: describedAs(known(wholeDollars()), "whole NT$ for one trip, from the city's note", '每次交通費（新臺幣元），見本市申請說明'),
  teachingWeeks: describedAs(known(listOf(Range, MOST_RANGES)), 'ranges of teaching weeks, first and last day included', '實際上課週的期間，首末日均計', endsBeforeItStarts),
  awayVisits: describedAs(
    listOf(
      z.strictObject({
        assignedByDepartment: describedAs(known(yesOrNo), 'whether the Department assigned the teacher who went', '前往的教師是否由教育局指派'),
        actualCost: describedAs(wholeDollars(), 'actual cost in whole NT$', '實際費用（新臺幣元）'),
      }),
      MOST_TRIPS,
    ).nullish(),
    'visits to students placed outside the city or in a care institution',
    '訪視安置外縣市或教養院學生',
  ),
})
export type TravelAllowanceInput = z.input<typeof TravelAllowanceInput>

export const TravelAllowanceFigures = z.strictObject({
  /** `null` while the teaching weeks, or the teacher of a trip that shares its student and day, are not known. */
  payableTrips: z.int().nullable(),
  /** Further trips for a student on a day that already has one; `null` as above. */
  duplicateTrips: z.int().nullable(),
  outsideTeachingWeeks: z.int().nullable(),
  /** Trips before 31 January 2019, which are not evaluated. */
  tripsUnderFormerText: z.int(),
  /** In NT$; `null` while the rate or the teaching weeks are not known. */
  allowance: z.int().nullable(),
  /** In NT$; `null` while it is not known whether a teacher was assigned. */
  awayTravelExpenses: z.int().nullable(),
})
export type TravelAllowanceFigures = Readonly<z.output<typeof TravelAllowanceFigures>>

type Facts = z.output<typeof TravelAllowanceInput>
type Trip = Facts['trips'][number]
type Ranges = readonly (readonly [IsoDate, IsoDate])[]

interface Trips {
  /** `null` while it is not known whose some trips are. */
  readonly payable: number | null
  readonly duplicate: number | null
  readonly outside: number
  readonly findings: readonly Finding[]
}

type IndexedTrip = readonly [index: number, trip: Trip]

/** Dates are all of one length, and so is what says how long the student's mark is: no two visits share a key. */
const visitKey = ({ date: day, studentId }: Trip): string => `${day}${String(studentId.length).padStart(3)}${studentId}`
const teacherKey = (trip: Trip): string => `${visitKey(trip)}${trip.teacher ?? ''}`

/** Visits to one student on one day of which a trip names its teacher: an unnamed one beside it may be anybody's. */
const visitsWithTeacher = (trips: readonly IndexedTrip[]): ReadonlySet<string> =>
  new Set(trips.filter(([, trip]) => trip.teacher != null).map(([, trip]) => visitKey(trip)))

/** Whether two teachers may have gone to one student on one day, on which N-A23 turns. */
const teachersShareAStudent = (trips: readonly IndexedTrip[]): boolean =>
  new Set(trips.map(([, trip]) => teacherKey(trip))).size > new Set(trips.map(([, trip]) => visitKey(trip))).size

/** XI.1: trips in teaching weeks, one for a student on a day. A rule that no trip misses is shown once. */
function countTrips(trips: readonly IndexedTrip[], weeks: Ranges, perTeacher: boolean): Trips {
  const named = visitsWithTeacher(trips)
  const sameDay = new Map<string, number>()
  const findings: Finding[] = []
  let [payable, duplicate, outside] = [NONE, NONE, NONE]
  let open = false
  for (const [index, trip] of trips) {
    if (!weeks.some(([from, to]) => trip.date >= from && trip.date <= to)) {
      outside += 1
      findings.push(rules.inTeachingWeek.apply(false, ['trips', index, 'date']))
      continue
    }
    if (perTeacher && trip.teacher == null && named.has(visitKey(trip))) {
      open = true
      findings.push(rules.oneFeePerStudentADay.unknown(['trips', index, 'teacher']))
      continue
    }
    const key = perTeacher ? teacherKey(trip) : visitKey(trip)
    const nth = (sameDay.get(key) ?? NONE) + 1
    sameDay.set(key, nth)
    if (nth > FEES_PER_STUDENT_A_DAY) {
      duplicate += 1
      findings.push(rules.oneFeePerStudentADay.apply(nth, ['trips', index]))
    } else payable += 1
  }
  if (outside === NONE && trips.length > NONE) findings.push(rules.inTeachingWeek.apply(true, ['trips']))
  if (duplicate === NONE && !open && payable > NONE) findings.push(rules.oneFeePerStudentADay.apply(FEES_PER_STUDENT_A_DAY, ['trips']))
  return open ? { payable: null, duplicate: null, outside, findings } : { payable, duplicate, outside, findings }
}

interface Expenses {
  readonly total: number | null
  readonly findings: readonly Finding[]
}

/** XI.2: the actual cost of visits by teachers whom the Department assigned. */
function awayExpenses(visits: Facts['awayVisits']): Expenses {
  const findings = (visits ?? []).map(({ assignedByDepartment }, index) =>
    rules.assignedByDepartment.apply(assignedByDepartment, ['awayVisits', index, 'assignedByDepartment']),
  )
  let total = NONE
  for (const { assignedByDepartment, actualCost } of visits ?? []) {
    if (assignedByDepartment == null) return { total: null, findings }
    if (assignedByDepartment) total += actualCost
  }
  return { total, findings }
}

/** Trips that the text held here speaks of, with their places in the input; the others are findings. */
function tripsUnderThisText(trips: readonly Trip[], reader: Reader) {
  const held: IndexedTrip[] = []
  const versions: Finding[] = []
  for (const [index, trip] of trips.entries()) {
    if (planVersionOn(trip.date, reader) === 'amended2019') held.push([index, trip])
    else versions.push(versionRules.amendedText.apply(trip.date, ['trips', index, 'date']))
  }
  const [first] = held
  if (versions.length === NONE && first !== undefined) {
    const [index, trip] = first
    versions.push(versionRules.amendedText.apply(trip.date, ['trips', index, 'date']))
  }
  return { held, versions }
}

const parse = parser(TravelAllowanceInput)

/**
 * What an itinerant teacher may claim for travel: the fee for trips, and the expenses of visits to students placed away.
 *
 * Trips count when their day lies in a range of teaching weeks, its first and last day included. A student brings one fee a
 * day; two students on one day are two trips. A trip that names no teacher beside one that does is not known to be either's.
 * Further trips and trips outside teaching weeks are breaches of the claim, and are not paid. Away visits are paid at actual
 * cost when the Department assigned the teacher. The rate is in the city's own note and comes from the caller: left out, no
 * allowance is computed. Where no trip is claimed, neither the rate nor the teaching weeks are asked for. Trips before
 * 31 January 2019 fall under the text that is not held; they are neither counted nor paid.
 *
 * @param input the trips, the rate and costs in whole NT$, the teaching weeks
 * @param options another reading of N-A23 (two teachers, one student, one day)
 * @returns payable, duplicate and outside trips, the allowance and the travel expenses
 * @throws InputError when a date or amount is malformed, or a range ends before it starts
 * @source New Taipei home-education plan (2019) XI.1(1)–(2), XI.2
 * @example
 * computeTravelAllowance({ trips: [{ date: '2019-03-04', studentId: 'A' }, { date: '2019-03-04', studentId: 'B' }], ratePerTrip: 100, teachingWeeks: [['2019-02-11', '2019-06-28']] }).value.allowance //=> 200
 * @example
 * computeTravelAllowance({ trips: [], ratePerTrip: 100, teachingWeeks: [] }).value.allowance //=> 0
 */
export function computeTravelAllowance(input: TravelAllowanceInput, options?: Options): Answer<TravelAllowanceFigures> {
  const { trips, ratePerTrip, teachingWeeks, awayVisits } = parse(input)
  const reader = readings.reader(options)
  const { held, versions } = tripsUnderThisText(trips, reader)
  const away = awayExpenses(awayVisits)
  const noTrips = held.length === NONE
  const rate = noTrips && ratePerTrip == null ? [] : [rules.rateStated.apply(ratePerTrip, ['ratePerTrip'])]
  const tripsUnderFormerText = trips.length - held.length
  if (teachingWeeks == null) {
    const count = noTrips ? NONE : null
    const open = { payableTrips: count, duplicateTrips: count, outsideTeachingWeeks: count, allowance: count }
    const unknown = noTrips ? [] : [rules.inTeachingWeek.unknown(['teachingWeeks'])]
    const value = { tripsUnderFormerText, awayTravelExpenses: away.total, ...open }
    return answer(value, [...versions, ...unknown, ...rate, ...away.findings], reader.taken)
  }

  for (const [index, [from, to]] of teachingWeeks.entries()) {
    if (to < from) reject(['teachingWeeks', index], endsBeforeItStarts)
  }
  const perTeacher = !teachersShareAStudent(held) || reader.take('N-A23') === 'perTeacher'
  const { payable, duplicate, outside, findings } = countTrips(held, teachingWeeks, perTeacher)
  return answer(
    {
      payableTrips: payable,
      duplicateTrips: duplicate,
      outsideTeachingWeeks: outside,
      tripsUnderFormerText,
      allowance: noTrips ? NONE : ratePerTrip == null || payable === null ? null : payable * ratePerTrip,
      awayTravelExpenses: away.total,
    },
    [...versions, ...findings, ...rate, ...away.findings],
    reader.taken,
  )
}

export const computeTravelAllowanceEntry = {
  name: 'computeTravelAllowance',
  answers: text('What an itinerant teacher may claim for travel', '巡迴輔導教師可申請的交通費及差旅費'),
  input: TravelAllowanceInput,
  value: TravelAllowanceFigures,
  rules: { ...versionRules, ...rules },
  run: computeTravelAllowance,
} as const satisfies FunctionEntry
