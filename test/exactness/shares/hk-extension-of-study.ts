import { checkExtraPlaceUsage, checkListAmendment, checkValidReasons, computeExtraPlaces, decideProgressMeeting } from '../../../src/index.js'
import type { ExtraPlacesInput } from '../../../src/hk-extension-of-study/index.js'
import type { Draw } from '../draw.js'
import { margins, sharesOf, type Exam, type Figure, type Reading } from '../exam.js'
import { least, minus, moreThan, most, over, percentOf, plus, times, when, whole, type Expression } from '../expression.js'
import { big, fraction, number, percentage, roundings, sumOf, ways, type Way } from '../whole.js'

// EDB Circular 2/2022: the percentages of the table of paragraph 5, what paragraphs 6 and 7 make of them, and the third
// of paragraph 8(i).

const exam = sharesOf('hk-extension-of-study')

const MOST_PLACES = 10_000
/** A prime that does not divide the number of approved places that can be asked about: its multiples visit each of them. */
const STRIDE = 7919

const table = { mild: 8, moderate: 10, severe: 12 } as const
type Level = keyof typeof table

/** How A-E3 rounds, and whether each section by itself or the total once. */
const roundingsOfPlaces = ways.flatMap((way) => [
  { option: way, way, once: false } as const,
  { option: `${way}OfTotal` as const, way, once: true } as const,
])

/** The figures that every answer shows: the places, and what rounding down and up would give. */
const placesOf = (input: ExtraPlacesInput, readings: Readonly<Record<string, string>>): readonly Figure[] => {
  const { extraPlaces, floor, ceiling } = computeExtraPlaces(input, { readings }).value
  return [extraPlaces, floor, ceiling]
}

/** Percentages of numbers that may be fractions, rounded apart or together. */
interface Part {
  readonly percent: number
  readonly places: bigint
  /** The places are this many of a whole: twice as many classes halve them. */
  readonly divisor?: bigint
}
function rounded(parts: readonly Part[], way: Way, once: boolean): bigint {
  const shares = parts.map(({ percent, places, divisor = 1n }) => fraction(BigInt(percent) * places, 100n * divisor))
  const total = sumOf(shares)
  return once
    ? roundings[way](total.numerator, total.denominator)
    : shares.reduce((sum, { numerator, denominator }) => sum + roundings[way](numerator, denominator), 0n)
}
const allWays = (parts: readonly Part[], way: Way, once: boolean): readonly Figure[] =>
  [rounded(parts, way, once), rounded(parts, 'floor', once), rounded(parts, 'ceiling', once)].map(number)

const ofOneSection = (category: 'mild' | 'moderate' | 'severe' | 'VI_ID' | 'HI' | 'VI', percent: number, at: string): Exam =>
  exam({
    at,
    rule: `${percent}% of the approved places (${category})`,
    facts: (_, index) => ({ places: (index * STRIDE) % (MOST_PLACES + 1) }),
  }).under(roundingsOfPlaces.map(({ option, way }) => ({
    name: `A-E3 ${option}`,
    library: ({ places }) => placesOf({ kind: 'single', category, approvedPlaces: places }, { 'A-E3': option, 'A-E6': 'rescaled' }),
    oracle: ({ places }) => [way, 'floor' as const, 'ceiling' as const].map((each) => number(percentage(percent, big(places), each))),
    formulas: [whole(way, percentOf(percent, 'places'))],
  })))

const pairs: readonly (readonly [Level, Level])[] = [['mild', 'moderate'], ['moderate', 'severe'], ['severe', 'mild']]

const roundedParts = (way: Way, once: boolean, ...parts: readonly Expression[]): Expression =>
  once ? whole(way, plus(...parts)) : plus(...parts.map((part) => whole(way, part)))

type TwoSections = Readonly<Record<'placesA' | 'placesB' | 'classesA' | 'classesB', number>>

const twoOf = (levels: readonly [Level, Level], facts: TwoSections): ExtraPlacesInput => ({
  kind: 'two',
  sections: [[levels[0], facts.classesA, facts.placesA], [levels[1], facts.classesB, facts.placesB]],
})

function apart(levels: readonly [Level, Level], { option, way, once }: (typeof roundingsOfPlaces)[number], rescaled: boolean): Reading<TwoSections> {
  const [first, second] = [table[levels[0]], table[levels[1]]]
  const base = (places: string, classes: string): Expression => (rescaled ? over(times(places, 6), classes) : places)
  return {
    name: `${levels.join(' and ')}, A-E3 ${option}, A-E6 ${rescaled ? 'rescaled' : 'asApproved'}`,
    library: (facts) => placesOf(twoOf(levels, facts), { 'A-E3': option, 'A-E6': rescaled ? 'rescaled' : 'asApproved' }),
    oracle: ({ placesA, placesB, classesA, classesB }) => {
      const of = (percent: number, places: number, classes: number): Part =>
        rescaled ? { percent, places: 6n * big(places), divisor: big(classes) } : { percent, places: big(places) }
      return allWays([of(first, placesA, classesA), of(second, placesB, classesB)], way, once)
    },
    formulas: [roundedParts(way, once, percentOf(first, base('placesA', 'classesA')), percentOf(second, base('placesB', 'classesB')))],
  }
}

const sections = (draw: Draw) => ({ placesA: draw.ofAnySize(MOST_PLACES), placesB: draw.ofAnySize(MOST_PLACES) })

function larger(levels: readonly [Level, Level], { option, way, once }: (typeof roundingsOfPlaces)[number]): Reading<TwoSections> {
  const [first, second] = [table[levels[0]], table[levels[1]]]
  const together = plus('placesA', 'placesB')
  return {
    name: `${levels.join(' and ')}, A-E3 ${option}`,
    library: (facts) => placesOf(twoOf(levels, facts), { 'A-E3': option }),
    oracle: ({ placesA, placesB, classesA, classesB }) =>
      allWays([{ percent: classesA > classesB ? first : second, places: big(placesA) + big(placesB) }], way, once),
    formulas: [whole(way, when(moreThan('classesA', 'classesB'), percentOf(first, together), percentOf(second, together)))],
  }
}

/** Classes of which one number is larger, and not both reach six. */
function unequalClasses(draw: Draw): { readonly classesA: number; readonly classesB: number } {
  const fewer = draw.whole(0, 5)
  const more = draw.whole(fewer + 1, 30)
  return draw.whole(0, 1) === 0 ? { classesA: fewer, classesB: more } : { classesA: more, classesB: fewer }
}

function tie(levels: readonly [Level, Level], way: Way, settled: 'lowerPercent' | 'higherPercent'): Reading<Readonly<Record<'placesA' | 'placesB' | 'classes', number>>> {
  const percents = [table[levels[0]], table[levels[1]]]
  const percent = settled === 'lowerPercent' ? Math.min(...percents) : Math.max(...percents)
  return {
    name: `${levels.join(' and ')}, A-E3 ${way}, A-E5 ${settled}`,
    library: ({ placesA, placesB, classes }) => {
      const input = twoOf(levels, { placesA, placesB, classesA: classes, classesB: classes })
      const { extraPlaces, candidates } = computeExtraPlaces(input, { readings: { 'A-E3': way, 'A-E5': settled } }).value
      return [extraPlaces, ...candidates]
    },
    oracle: ({ placesA, placesB }) =>
      [percent, Math.min(...percents), Math.max(...percents)].map((each) => number(percentage(each, big(placesA) + big(placesB), way))),
    formulas: [whole(way, percentOf(percent, plus('placesA', 'placesB')))],
  }
}

const physicalDisability = (way: Way, floorFor: 'everySchool' | 'bothGroups'): Reading<Readonly<Record<'ordinary' | 'adapted', number>>> => {
  const share = whole(way, plus(percentOf(18, 'ordinary'), percentOf(12, 'adapted')))
  return {
    name: `A-E3 ${way}, A-E7 ${floorFor}`,
    library: ({ ordinary, adapted }) => {
      const { value } = computeExtraPlaces({ kind: 'pd', ordinaryPlaces: ordinary, adaptedPlaces: adapted }, { readings: { 'A-E3': way, 'A-E7': floorFor } })
      return [value.extraPlaces, value.floor, value.ceiling, value.floorApplied]
    },
    oracle: ({ ordinary, adapted }) => {
      const hundredths = 18n * big(ordinary) + 12n * big(adapted)
      const hasFloor = floorFor === 'everySchool' || (ordinary > 0 && adapted > 0)
      const share = roundings[way](hundredths, 100n)
      const places = hasFloor && share < 20n ? 20n : share
      return [number(places), number(roundings.floor(hundredths, 100n)), number(roundings.ceiling(hundredths, 100n)), hasFloor && hundredths < 2000n]
    },
    formulas: [
      floorFor === 'everySchool'
        ? most(20, share)
        : when(moreThan(least('ordinary', 'adapted'), 0), most(20, share), share),
    ],
  }
}

/** Days of absence among the school days of a year, one after another: every pair there is, and then again. */
function absence(draw: Draw): { readonly absent: number; readonly days: number } {
  const days = draw.whole(1, 366)
  return { absent: Math.min(days, draw.around(Math.floor(days / 3), days)), days }
}
const isProlonged = moreThan('absent', over('days', 3))

const overAThird = ({ absent, days }: { readonly absent: number; readonly days: number }): readonly Figure[] => [
  3 * absent > days,
  // The fewest days that are more than a third, found by counting up.
  absent - fewestOverAThird(days),
]
function fewestOverAThird(days: number): number {
  let fewest = 0
  while (3 * fewest <= days) fewest += 1
  return fewest
}

export const extensionOfStudyShares: readonly Exam[] = [
  ofOneSection('mild', 8, '5 table r1'),
  ofOneSection('moderate', 10, '5 table r2'),
  ofOneSection('severe', 12, '5 table r3'),
  ofOneSection('VI_ID', 12, '5 table r4'),
  ofOneSection('HI', 18, '5 table r6'),
  ofOneSection('VI', 18, '5 table r7'),
  exam({
    at: '7',
    rule: '18% and 12% of the approved places, not fewer than 20',
    facts: (draw) => ({ ordinary: draw.around(60, 400), adapted: draw.around(80, 400) }),
  }).under(ways.flatMap((way) => [physicalDisability(way, 'everySchool'), physicalDisability(way, 'bothGroups')])),
  exam({
    at: '6 s1 limb 1',
    rule: 'two sections, each at its own percentage',
    facts: (draw) => ({ ...sections(draw), classesA: draw.whole(6, 24), classesB: draw.whole(6, 24) }),
  }).under(pairs.flatMap((pair) => roundingsOfPlaces.flatMap((rounding) => [apart(pair, rounding, false), apart(pair, rounding, true)]))),
  exam({
    at: '6 s1 limb 2',
    rule: 'both sections at the percentage of the larger',
    facts: (draw) => ({ ...sections(draw), ...unequalClasses(draw) }),
  }).under(pairs.flatMap((pair) => roundingsOfPlaces.map((rounding) => larger(pair, rounding)))),
  exam({
    at: '6 s1 limb 2',
    rule: 'a tie, at either percentage',
    facts: (draw) => ({ ...sections(draw), classes: draw.whole(0, 5) }),
  }).under(pairs.flatMap((pair) => ways.flatMap((way) => [tie(pair, way, 'lowerPercent'), tie(pair, way, 'higherPercent')]))),
  exam({
    at: '6 s2',
    rule: 'three sections of six classes, 8%, 10% and 12%',
    facts: (draw) => ({ mild: draw.ofAnySize(1_000), moderate: draw.ofAnySize(1_000), severe: draw.ofAnySize(1_000) }),
  }).under(roundingsOfPlaces.map(({ option, way, once }) => ({
    name: `A-E3 ${option}`,
    library: (placesPerClass) => placesOf({ kind: 'three', placesPerClass }, { 'A-E3': option }),
    oracle: ({ mild, moderate, severe }) =>
      allWays([{ percent: 8, places: 6n * big(mild) }, { percent: 10, places: 6n * big(moderate) }, { percent: 12, places: 6n * big(severe) }], way, once),
    formulas: [roundedParts(way, once, percentOf(8, times('mild', 6)), percentOf(10, times('moderate', 6)), percentOf(12, times('severe', 6)))],
  }))),
  exam({
    at: '8(i)',
    rule: 'absence of more than one third of the school days',
    facts: absence,
  }).under((['wholeYear', 'schoolDaysSoFar'] as const).map((basis) => ({
    name: `A-E9 ${basis}`,
    library: ({ absent, days }) => {
      const schoolDays = basis === 'wholeYear' ? { totalSchoolDays: days } : { schoolDaysSoFar: days }
      const { value } = checkValidReasons({ absentDays: absent, ...schoolDays, absenceJustified: true }, { readings: { 'A-E9': basis } })
      return [value.reasons.includes('prolongedAbsence'), value.thresholdDays === null ? null : absent - value.thresholdDays]
    },
    oracle: overAThird,
    formulas: [isProlonged],
  }))),
  exam({
    at: 'App 丙2',
    rule: 'absence of more than one third, after the list',
    facts: absence,
  }).under([{
    name: '',
    library: ({ absent, days }) =>
      margins(checkListAmendment({ schoolYear: '2025/26', ground: 'prolongedAbsenceAfterList', absentDays: absent, totalSchoolDays: days }), 'absenceAfterList'),
    oracle: overAThird,
    formulas: [isProlonged],
  }]),
  exam({
    at: '10 s1',
    rule: 'the extra places are the most that are used',
    facts: (draw) => {
      const extended = { approved: draw.whole(0, 20), leavers: draw.whole(0, 20), others: draw.whole(0, 20) }
      const used = extended.approved + extended.leavers + extended.others
      return { ...extended, continuing: draw.whole(0, used), quota: draw.around(used, 60) }
    },
  }).under((['everyExtendedStudent', 'newApprovalsOnly'] as const).map((counted) => ({
    name: `A-E23 ${counted}`,
    library: ({ quota, approved, leavers, others, continuing }) => {
      const usage = { extraPlaces: quota, validReasonApproved: approved, surplusLeavers: leavers, surplusOthers: others, continuing }
      return margins(checkExtraPlaceUsage(usage, { readings: { 'A-E23': counted } }), 'withinQuota')
    },
    oracle: ({ quota, approved, leavers, others, continuing }) => {
      const used = approved + leavers + others - (counted === 'newApprovalsOnly' ? continuing : 0)
      return [used <= quota, quota - used]
    },
    formulas: [
      moreThan(minus(plus('quota', counted === 'newApprovalsOnly' ? 'continuing' : 0, 1), plus('approved', 'leavers', 'others')), 0),
    ],
  }))),
  exam({
    at: 'App 乙(iii) s2',
    rule: 'a vote is carried by more than half',
    facts: (draw) => ({ votesFor: draw.whole(0, 30), votesAgainst: draw.whole(1, 30), abstentions: draw.whole(0, 30) }),
  }).alone('a decision, not a number', (['votesCast', 'allPresent'] as const).map((among) => ({
    name: `A-E16 ${among}`,
    library: (votes) => [decideProgressMeeting(votes, { readings: { 'A-E16': among } }).value.decision],
    oracle: ({ votesFor, votesAgainst, abstentions }) => {
      const voters = votesFor + votesAgainst + (among === 'allPresent' ? abstentions : 0)
      if (2 * votesFor === voters) return ['pendingChair']
      return [2 * votesFor > voters ? 'approve' : 'reject']
    },
    formulas: [],
  }))),
]
