import { checkLeaverEligibility, checkServicePlanPublication, checkShortStayDuration, decideShortStayContinuation } from '../../../src/index.js'
import { dayOf, endOfMonths, walk, walkUntil, type Day } from '../../kernel/slow-calendar.js'
import { daysOf, later, type DayReading } from '../day-exam.js'
import { engines } from '../engines.js'
import { findingOf, margins, Marks, type Exam, type Figure } from '../exam.js'

// The memorandum on the School Partnership Scheme: stays of three to six months, the first year back, the season of
// publication. The first day of a stay is its first day, and so is the day of return.

const exam = daysOf('hk-school-partnership')

const [firstDay, lastDay] = [dayOf('2025-09-01'), dayOf('2027-08-31')]
const isSpokenOf = (day: Day): boolean => day.index >= firstDay.index && day.index <= lastDay.index

/** The last day of so many days, the first one counted. */
const endOfDays = (day: Day, days: number): Day => walk(day, days - 1)

/** A-S6: how three, four and six months end. */
const endings = {
  correspondingDate: (day: Day, months: number) => endOfMonths(day, months),
  thirtyDayMonths: (day: Day, months: number) => endOfDays(day, 30 * months),
  // A fourth month is a calendar month after ninety days.
  ninetyAnd180Days: (day: Day, months: number) => (months === 4 ? endOfMonths(walk(day, 90), 1) : endOfDays(day, 30 * months)),
} as const
const countings = [
  { counting: 'correspondingDate', feel: (months: number) => `string(date(day) + duration("P${months}M") - duration("P1D"))`, plain: (months: number) => later({ months, days: -1 }) },
  { counting: 'thirtyDayMonths', feel: (months: number) => `string(date(day) + duration("P${30 * months - 1}D"))`, plain: (months: number) => later({ days: 30 * months - 1 }) },
  { counting: 'ninetyAnd180Days', feel: (months: number) => `string(date(day) + duration("P${30 * months - 1}D"))`, plain: (months: number) => later({ days: 30 * months - 1 }) },
] as const

const stay = (from: Day, to: Day, readings: Readonly<Record<string, string>>) =>
  checkShortStayDuration({ startDate: from.iso, endDate: to.iso, goalsMet: false }, { readings })

const threeMonths = countings.map(({ counting, feel, plain }): DayReading => ({
  name: `A-S6 ${counting}`,
  library: (day) => {
    const end = endings[counting](day, 3)
    const [onTheDay, dayBefore] = [stay(day, end, { 'A-S6': counting }), stay(day, walk(end, -1), { 'A-S6': counting })]
    return [onTheDay.value.threeMonthEnd, onTheDay.value.phase, dayBefore.value.phase, ...margins(dayBefore, 'stayThreeMonths'), findingOf(onTheDay, 'spokenOfYear')?.met ?? null]
  },
  oracle: (day) => [endings[counting](day, 3).iso, 'initial', 'underThreeMonths', false, -1, isSpokenOf(day)],
  feel: feel(3),
  plain: plain(3),
}))

const sixMonths = countings.map(({ counting, feel, plain }): DayReading => ({
  name: `A-S6 ${counting}`,
  library: (day) => {
    const end = endings[counting](day, 6)
    const [onTheDay, dayAfter] = [stay(day, end, { 'A-S6': counting }), stay(day, walk(end, 1), { 'A-S6': counting })]
    return [onTheDay.value.sixMonthEnd, ...margins(onTheDay, 'staySixMonths'), ...margins(dayAfter, 'staySixMonths'), dayAfter.value.phase]
  },
  oracle: (day) => [endings[counting](day, 6).iso, true, 0, false, -1, 'overCap'],
  feel: feel(6),
  plain: plain(6),
}))

const fourMonths = countings.map(({ counting, feel, plain }): DayReading => ({
  name: `A-S6 ${counting}`,
  library: (day) => {
    const finding = findingOf(stay(day, walk(endings[counting](day, 3), 1), { 'A-S6': counting }), 'extensionOfAMonth')
    return [typeof finding?.limit === 'string' ? finding.limit : null, finding?.met ?? null]
  },
  oracle: (day) => [endings[counting](day, 4).iso, false],
  ...(counting === 'ninetyAnd180Days'
    ? { feel: 'string(date(day) + duration("P90D") + duration("P1M") - duration("P1D"))', plain: (day: Date) => later({ months: 1, days: -1 })(later({ days: 90 })(day)) }
    : { feel: feel(4), plain: plain(4) }),
}))

const withoutHolidays: DayReading = {
  name: 'A-S14 excluded, with a calendar of the school',
  library: (day) => {
    const schoolHolidayDays = day.index % 30
    const { value } = checkShortStayDuration({ startDate: day.iso, schoolHolidayDays }, { readings: { 'A-S14': 'excluded' } })
    return [value.threeMonthEnd, value.sixMonthEnd]
  },
  oracle: (day) => [3, 6].map((months) => walk(endOfMonths(day, months), day.index % 30).iso),
}

const endsWithScheme: DayReading = {
  name: 'A-S15 mustEnd',
  library: (day) => [findingOf(stay(day, endOfMonths(day, 6), { 'A-S15': 'mustEnd' }), 'endsWithTheScheme')?.met ?? null],
  oracle: (day) => {
    const end = endOfMonths(day, 6)
    // A stay that begins after the two school years is outside the memorandum, and one that cannot reach their end is not asked.
    return [day.index > lastDay.index || end.index <= lastDay.index ? null : false]
  },
}

const nextLastOfAugust = (day: Day): Day => walkUntil(day, 1, ({ month, number }) => month === 8 && number === 31)
const firstYears = {
  twelveMonths: (day: Day) => endOfMonths(day, 12),
  restOfSchoolYear: nextLastOfAugust,
  fullSchoolYear: (day: Day) => (day.month === 9 && day.number === 1 ? nextLastOfAugust(day) : nextLastOfAugust(walk(nextLastOfAugust(day), 1))),
} as const
const leaver = (['twelveMonths', 'restOfSchoolYear', 'fullSchoolYear'] as const).map((reading): DayReading => ({
  name: `A-S10 ${reading}`,
  library: (day) => {
    const end = firstYears[reading](day)
    const ask = (asOf: Day) => checkLeaverEligibility({ leftSSD: true, returnDate: day.iso, asOf: asOf.iso }, { readings: { 'A-S10': reading } })
    const [before, onTheDay, after] = [ask(walk(day, -1)), ask(end), ask(walk(end, 1))]
    return [onTheDay.value.supportEnds, before.value.stage, onTheDay.value.stage, after.value.stage, ...margins(after, 'withinFirstYear'), findingOf(onTheDay, 'spokenOfYear')?.met ?? null]
  },
  oracle: (day) => {
    const end = firstYears[reading](day)
    return [end.iso, 'preReturn', 'firstYear', 'expired', false, -1, isSpokenOf(end)]
  },
  ...(reading === 'twelveMonths' ? { feel: 'string(date(day) + duration("P1Y") - duration("P1D"))', plain: later({ months: 12, days: -1 }) } : {}),
}))

const seasons = { wide: [6, 21, 7, 20], narrow: [6, 30, 7, 15] } as const
const season = (['wide', 'narrow'] as const).map((reading): DayReading => ({
  name: `A-S2 ${reading}`,
  library: (day) => {
    const schoolYear = `${day.year}/${String((day.year + 1) % 100).padStart(2, '0')}`
    const { value } = checkServicePlanPublication({ schoolYear, publishedOn: day.iso }, { readings: { 'A-S2': reading } })
    return [value.status]
  },
  oracle: ({ month, number }) => {
    const [firstMonth, first, lastMonth, last] = seasons[reading]
    if (month < firstMonth || (month === firstMonth && number < first)) return ['before']
    return [month > lastMonth || (month === lastMonth && number > last) ? 'after' : 'within']
  },
}))

const HALVES_PER_MONTH = 2
type Extending = 'stepsOfAMonthOrMore' | 'oneExtension' | 'partMonths'

/** Whether a stay, in half months, may be lengthened once more: three months in all, six with the first period. */
function mayLengthen(first: number, steps: readonly number[], asked: number, reading: Extending): boolean {
  if (reading === 'oneExtension' && steps.length > 0) return false
  if (reading !== 'partMonths' && asked < HALVES_PER_MONTH) return false
  let [extended, all] = [0, first]
  for (const step of [...steps, asked]) for (let half = 0; half < step; half += 1) [extended, all] = [extended + 1, all + 1]
  return extended <= 3 * HALVES_PER_MONTH && all <= 6 * HALVES_PER_MONTH
}
function furtherMonths(first: number, steps: readonly number[], reading: Extending): number {
  let further = 0
  for (let half = 1; half <= 12; half += 1) if (mayLengthen(first, steps, half, reading)) further = half
  return further / HALVES_PER_MONTH
}

function continuation(first: number, steps: readonly number[], asked: number, goalsMet: boolean, reading: Extending): readonly Figure[] {
  const all = (first + steps.reduce((sum, step) => sum + step, 0)) / HALVES_PER_MONTH
  if (goalsMet || asked === 0) return ['returnToOriginalSchool', all, 0]
  if (mayLengthen(first, steps, asked, reading)) return ['extend', all + asked / HALVES_PER_MONTH, furtherMonths(first, [...steps, asked], reading)]
  return ['refuse', all, furtherMonths(first, steps, reading)]
}

/** Every first period to seven months, up to two extensions and one asked for, in half months. */
const continuations: Exam = {
  kind: 'duration',
  document: 'hk-school-partnership',
  at: 'fn 1 s3',
  rule: 'what may follow a period, in half months',
  sit({ days: asked }) {
    const marks = new Marks()
    const halves = Array.from({ length: 9 }, (_, half) => half)
    const extensions = [[], ...halves.map((one) => [one]), ...halves.flatMap((one) => halves.map((other) => [one, other]))]
    const months = (half: number): number => half / HALVES_PER_MONTH
    for (const reading of ['stepsOfAMonthOrMore', 'oneExtension', 'partMonths'] as const) {
      for (let first = 1; first <= 14; first += 1) for (const steps of extensions) for (const asked of halves) for (const goalsMet of [true, false]) {
        const input = { initialMonths: months(first), extensions: steps.map(months), jointReview: true, goalsMet, requestedMonths: months(asked) }
        const { action, totalMonths, furtherMonths } = decideShortStayContinuation(input, { readings: { 'A-S5': reading } }).value
        marks.mark([action, totalMonths, furtherMonths], continuation(first, steps, asked, goalsMet, reading), () => `${reading} ${JSON.stringify(input)}`)
      }
    }
    const others = asked === 0 ? {} : Object.fromEntries(engines.map(({ name }) => [name, 'a list of any length']))
    return { kind: 'duration', document: this.document, at: this.at, rule: this.rule, readings: 3, library: marks.tally, disagreements: marks.shown, others }
  },
}

export const schoolPartnershipDays: readonly Exam[] = [
  exam({ at: '4(c)¶2 s1 period', rule: 'a stay of three months at least', readings: threeMonths }),
  exam({ at: 'fn 1 s4', rule: 'a stay of six months at most', readings: sixMonths }),
  exam({ at: 'fn 1 s3', rule: 'lengthened by a month at least', readings: fourMonths }),
  exam({ at: '4(c)¶2 s1 period', rule: 'three and six months without holidays', readings: [withoutHolidays] }),
  exam({ at: 'title', rule: 'a stay ends with the two school years', readings: [endsWithScheme] }),
  continuations,
  exam({ at: '3(b)', rule: 'the first year back', readings: leaver }),
  exam({ at: '4 chapeau s2', rule: 'services posted in late June to mid-July', readings: season }),
]
