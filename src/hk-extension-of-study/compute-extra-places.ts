import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, given, moreThan, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import { percent, ratio, ratioToNumber, roundRatio, shareOf, sumOfShares, type Ratio, type Rounding } from '../kernel/ratio.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options, type Reader } from './document.js'

/** The table of paragraph 5: the percentage of the pre-set quota, and the extra places published for a standard-sized school. */
const publishedQuota = {
  mild: { percent: 8, extraPlaces: 15 }, // 5 table r1
  moderate: { percent: 10, extraPlaces: 12 }, // 5 table r2
  severe: { percent: 12, extraPlaces: 12 }, // 5 table r3
  VI_ID: { percent: 12, extraPlaces: 14 }, // 5 table r4
  HI: { percent: 18, extraPlaces: 23 }, // 5 table r6
  VI: { percent: 18, extraPlaces: 26 }, // 5 table r7
} as const

/** The row of the table for schools for children with physical disability: two percentages and a floor. @source para 5 table r5, para 7 */
const physicalDisability = { adaptedPercent: 12, ordinaryPercent: 18, notFewerThan: 20 } as const

/** The classes of a standard-sized school. @source fn 1 */
const standardClasses = { mild: 12, moderate: 12, severe: 12, VI_ID: 12, VI: 12, HI: 13, PD: 13 } as const

/** The classes that each section of a three-section school is taken to have. @source para 6 s2 */
const CLASSES_OF_EACH_SECTION = 6

const rules = circular.rules({
  separateSections: {
    at: '6 s1 limb 1',
    force: 'alternative',
    test: atLeast(CLASSES_OF_EACH_SECTION, 'class'),
    says: text('A section is counted at its own percentage when both have {test}.', '兩個學部的核准班數均為{test}時，按各自的百分比分開計算。'),
  },
  largerSection: {
    at: '6 s1 limb 2',
    force: 'in-principle',
    decides: text('the Education Bureau', '教育局'),
    test: moreThan(given('the approved classes of the other section', '另一學部的核准班數'), 'class'),
    says: text('The whole school takes the percentage of the section that has {test}.', '整所學校採用核准班數{test}的學部的百分比。'),
    next: text('ask the Education Bureau which percentage applies; both candidates are given', '請向教育局查詢採用哪個百分比；結果並列兩個可能數目'),
  },
  approvedPlaces: {
    at: '5',
    also: ['7'],
    force: 'mandatory',
    test: stated(),
    says: text('The approved places that the percentage is taken of are known.', '須知道用以計算百分比的核准學額。'),
    next: text('give the approved places; the circular does not state them', '請提供核准學額；通告沒有訂明'),
  },
})

const levels = ['mild', 'moderate', 'severe'] as const
const level = z.enum(levels)
const MOST_PLACES = 10_000

const kind = <const Kind extends string>(name: Kind): z.ZodLiteral<Kind> =>
  describedAs(z.literal(name), 'how the school is made up: one section, two, three, or for physical disability', '學校的組成：單一學部、兩個學部、三個學部或肢體傷殘')

const placesOfClass = (en: string, zhHant: string): z.ZodNumber => describedAs(count(MOST_PLACES), `approved places of one class: ${en}`, `一班的核准學額：${zhHant}`)

const Section = describedAs(
  z.tuple([level, count(MOST_PLACES), count(MOST_PLACES)]),
  'one section: level of intellectual disability, approved classes, approved places',
  '一個學部：智障程度、核准班數、核准學額',
)

const sameLevel = text('has the same level of intellectual disability as the other section', '與另一學部的智障程度相同')

const ofStandardSize = text(`of a school of standard size (${standardClasses.PD} classes)`, `以標準規模學校（${standardClasses.PD} 班）計`)

/** A school as paragraphs 5 to 7 distinguish them. */
export const ExtraPlacesInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: kind('single'),
    category: describedAs(z.enum(['mild', 'moderate', 'severe', 'VI_ID', 'HI', 'VI']), 'the row of the table in paragraph 5', '第 5 段附表的類別'),
    approvedPlaces: describedAs(known(count(MOST_PLACES)), "the school's approved places; used only when A-E6 is read as rescaled", '學校的核准學額；只在 A-E6 採用 rescaled 時使用'),
  }),
  z.strictObject({
    kind: kind('two'),
    sections: describedAs(z.tuple([Section, Section]), 'the two sections, in either order', '兩個學部，次序不限', sameLevel),
  }),
  z.strictObject({
    kind: kind('three'),
    placesPerClass: describedAs(
      z.strictObject({
        mild: placesOfClass('mild', '輕度'),
        moderate: placesOfClass('moderate', '中度'),
        severe: placesOfClass('severe', '嚴重'),
      }),
      'approved places of one class of each section',
      '每個學部一班的核准學額',
    ),
  }),
  z.strictObject({
    kind: kind('pd'),
    ordinaryPlaces: describedAs(
      known(count(MOST_PLACES)),
      `approved places of the classes on the ordinary curriculum, ${ofStandardSize.en}`,
      `普通課程班別的核准學額，${ofStandardSize['zh-Hant']}`,
    ),
    adaptedPlaces: describedAs(
      known(count(MOST_PLACES)),
      `approved places of the classes on the adapted curriculum, ${ofStandardSize.en}`,
      `調適課程班別的核准學額，${ofStandardSize['zh-Hant']}`,
    ),
  }),
])
export type ExtraPlacesInput = z.input<typeof ExtraPlacesInput>

export const ExtraPlacesFigures = z.strictObject({
  /** The extra places; `null` while the text or the facts do not settle them. */
  extraPlaces: z.int().nullable(),
  method: z.enum(['publishedTable', 'separate', 'largerSection', 'threeSections', 'physicalDisability', 'rescaled']),
  /** The share before rounding, with what rounding down and up would give. */
  exact: z.number().nullable(),
  floor: z.int().nullable(),
  ceiling: z.int().nullable(),
  /** The percentage, where a single one applies. */
  percent: z.int().nullable(),
  /** The figures at the lower and the higher percentage, where a tie leaves the percentage open. */
  candidates: z.array(z.int()).readonly(),
  /** The classes of a standard-sized school, which the table's figure is for. */
  standardClasses: z.int().nullable(),
  /** The exact share was under the floor of 20. */
  floorApplied: z.boolean(),
  /** The figure is a minimum: the text says "not fewer than". */
  isMinimum: z.boolean(),
})
export type ExtraPlacesFigures = Readonly<z.output<typeof ExtraPlacesFigures>>

type School = z.output<typeof ExtraPlacesInput>
type Kind<K extends School['kind']> = Extract<School, { kind: K }>
type Result = Answer<ExtraPlacesFigures>

/** A share of a whole, such as 8 % of the approved places of a section; both stay exact. */
interface Part {
  readonly whole: number
  readonly share: Ratio
}

/** How each reading of A-E3 rounds: which way, and each part by itself or the total once. */
const roundings = {
  nearest: { way: 'nearest', once: false },
  floor: { way: 'floor', once: false },
  ceiling: { way: 'ceiling', once: false },
  nearestOfTotal: { way: 'nearest', once: true },
  floorOfTotal: { way: 'floor', once: true },
  ceilingOfTotal: { way: 'ceiling', once: true },
} as const satisfies Readonly<Record<string, { readonly way: Rounding; readonly once: boolean }>>

interface Shares {
  readonly extraPlaces: number
  readonly exact: number
  readonly floor: number
  readonly ceiling: number
}

type Method = ExtraPlacesFigures['method']

/** The figures of a method: those that are settled, and nothing for the others. */
function figuresOf(method: Method, shares: Partial<Shares>, settled: Partial<ExtraPlacesFigures> = {}): ExtraPlacesFigures {
  const { extraPlaces = null, exact = null, floor = null, ceiling = null } = shares
  const { percent = null, candidates = [], standardClasses = null, floorApplied = false, isMinimum = false } = settled
  return { extraPlaces, exact, floor, ceiling, percent, candidates, standardClasses, floorApplied, isMinimum, method }
}

/** The percentages of the parts added up and rounded, with what rounding down and up would give. */
function addUp(parts: readonly Part[], way: Rounding, once: boolean): Shares {
  const total = sumOfShares(parts)
  const round = (rounding: Rounding): number =>
    once ? roundRatio(total, rounding) : parts.reduce((sum, { whole, share }) => sum + shareOf(whole, share, rounding), 0)
  return { extraPlaces: round(way), exact: ratioToNumber(total), floor: round('floor'), ceiling: round('ceiling') }
}

/** Paragraph 5: the figure of the table, whatever the size of the school. */
function oneSection(school: Kind<'single'>, reader: Reader): Result {
  const row = publishedQuota[school.category]
  const table = { percent: row.percent, standardClasses: standardClasses[school.category] }
  if (reader.take('A-E6') === 'asApproved') {
    return answer(figuresOf('publishedTable', { extraPlaces: row.extraPlaces }, table), [], reader.taken)
  }
  const places = rules.approvedPlaces.apply(school.approvedPlaces, ['approvedPlaces'])
  if (school.approvedPlaces == null) return answer(figuresOf('rescaled', {}, table), [places], reader.taken)
  const { way, once } = roundings[reader.take('A-E3')]
  const parts = [{ whole: school.approvedPlaces, share: percent(row.percent) }]
  return answer(figuresOf('rescaled', addUp(parts, way, once), table), [places], reader.taken)
}

interface SectionFacts {
  readonly percent: number
  readonly classes: number
  /** The approved places that the percentage is taken of, as A-E6 reads them. */
  readonly places: Ratio
}

function sectionFacts([level, classes, places]: Kind<'two'>['sections'][number], base: 'asApproved' | 'rescaled'): SectionFacts {
  const asSixClasses = base === 'rescaled' && classes > 0
  return {
    percent: publishedQuota[level].percent,
    classes,
    places: asSixClasses ? ratio(places * CLASSES_OF_EACH_SECTION, classes) : ratio(places, 1),
  }
}

/** A percentage of places that may themselves be a fraction. */
const partOf = (percentage: number, places: Ratio): Part => {
  const { numerator, denominator } = percent(percentage)
  return { whole: places.numerator, share: { numerator, denominator: denominator * places.denominator } }
}

/** Paragraph 6, first sentence: two sections, each by itself, or both at the percentage of the larger. */
function twoSections({ sections }: Kind<'two'>, reader: Reader): Result {
  if (sections[0][0] === sections[1][0]) reject(['sections', 1, 0], sameLevel)
  const base = reader.take('A-E6')
  const [first, second] = [sectionFacts(sections[0], base), sectionFacts(sections[1], base)]
  const { way, once } = roundings[reader.take('A-E3')]
  const separate = [
    rules.separateSections.apply(first.classes, ['sections', 0, 1]),
    rules.separateSections.apply(second.classes, ['sections', 1, 1]),
  ]
  if (separate.every(({ met }) => met === true)) {
    const parts = [partOf(first.percent, first.places), partOf(second.percent, second.places)]
    return answer(figuresOf('separate', addUp(parts, way, once)), separate, reader.taken)
  }

  const method = 'largerSection'
  const allPlaces = sumOfShares([{ whole: 1, share: first.places }, { whole: 1, share: second.places }])
  const wholeSchoolAt = (percentage: number) => addUp([partOf(percentage, allPlaces)], way, once)
  const larger = second.classes > first.classes ? 1 : 0
  const [more, fewer] = larger === 0 ? [first, second] : [second, first]
  const comparison = rules.largerSection.apply(more.classes, ['sections', larger, 1], fewer.classes)
  if (comparison.met === true) {
    return answer(figuresOf(method, wholeSchoolAt(more.percent), { percent: more.percent }), [...separate, comparison], reader.taken)
  }

  const percentages = { lowerPercent: Math.min(first.percent, second.percent), higherPercent: Math.max(first.percent, second.percent) }
  const [lowerPercent, higherPercent] = [wholeSchoolAt(percentages.lowerPercent), wholeSchoolAt(percentages.higherPercent)]
  const candidates = [lowerPercent.extraPlaces, higherPercent.extraPlaces]
  if (lowerPercent.extraPlaces === higherPercent.extraPlaces) {
    return answer(figuresOf(method, { extraPlaces: lowerPercent.extraPlaces }, { candidates }), separate, reader.taken)
  }
  const tie = reader.take('A-E5')
  if (tie === 'undecided') return answer(figuresOf(method, {}, { candidates }), [...separate, comparison], reader.taken)
  return answer(figuresOf(method, { lowerPercent, higherPercent }[tie], { candidates, percent: percentages[tie] }), separate, reader.taken)
}

/** Paragraph 6, second sentence: three sections on the footing of six classes each. */
function threeSections({ placesPerClass }: Kind<'three'>, reader: Reader): Result {
  reader.take('A-E4')
  const { way, once } = roundings[reader.take('A-E3')]
  const parts = levels.map((level) => ({
    whole: placesPerClass[level] * CLASSES_OF_EACH_SECTION,
    share: percent(publishedQuota[level].percent),
  }))
  return answer(figuresOf('threeSections', addUp(parts, way, once)), [], reader.taken)
}

/** Paragraph 7 and the fifth row of the table: both percentages on the total, and never fewer than 20. */
function physicalDisabilitySchool({ ordinaryPlaces, adaptedPlaces }: Kind<'pd'>, reader: Reader): Result {
  const method = 'physicalDisability'
  const { ordinaryPercent, adaptedPercent, notFewerThan } = physicalDisability
  const places = [
    rules.approvedPlaces.apply(ordinaryPlaces, ['ordinaryPlaces']),
    rules.approvedPlaces.apply(adaptedPlaces, ['adaptedPlaces']),
  ]
  if (ordinaryPlaces == null || adaptedPlaces == null) {
    const hasFloor = reader.take('A-E7') === 'everySchool'
    return answer(figuresOf(method, hasFloor ? { extraPlaces: notFewerThan } : {}, { standardClasses: standardClasses.PD, isMinimum: hasFloor }), places, reader.taken)
  }
  const { way } = roundings[reader.take('A-E3')]
  const parts = [
    { whole: ordinaryPlaces, share: percent(ordinaryPercent) },
    { whole: adaptedPlaces, share: percent(adaptedPercent) },
  ]
  const shares = addUp(parts, way, true)
  const takesBothGroups = ordinaryPlaces > 0 && adaptedPlaces > 0
  const hasFloor = takesBothGroups || reader.take('A-E7') === 'everySchool'
  const floorApplied = hasFloor && shares.exact < notFewerThan
  const extraPlaces = floorApplied ? Math.max(notFewerThan, shares.extraPlaces) : shares.extraPlaces
  return answer(figuresOf(method, { ...shares, extraPlaces }, { standardClasses: standardClasses.PD, floorApplied }), places, reader.taken)
}

const parse = parser(ExtraPlacesInput)

/**
 * How many extra places a special school has under the pre-set quota: the most students whose years of study
 * it may extend in a school year.
 *
 * A school of one section has the figure of the table, which is data: its own formula does not reproduce it.
 * Two sections of 6 approved classes or more each are counted apart; when either has 5 or fewer, the whole school
 * takes the percentage of the section with more classes, and a tie is settled by nobody, unless both percentages come
 * to the same figure. Three sections count as 6 classes each. A school for children with physical disability has never
 * fewer than 20; the text takes its percentages, in principle, of the approved places of a school of standard size
 * (13 classes), whatever the school's own.
 *
 * @param input the school: its kind, with approved classes and approved places (0 to 10,000) where a percentage is
 * taken of them; the circular states no class size
 * @param options another reading of A-E3 (rounding), A-E5 (tie), A-E6 (base) or A-E7 (floor of 20)
 * @returns the extra places with the exact share and what rounding down and up gives; `null` while unsettled
 * @throws InputError when a field is missing, unknown or out of range, or two sections have the same level
 * @source EDB Circular 2/2022 para 5 and table, fn 1, paras 6 and 7
 * @example
 * computeExtraPlaces({ kind: 'single', category: 'mild' }).value.extraPlaces //=> 15
 * @example
 * computeExtraPlaces({ kind: 'two', sections: [['mild', 6, 90], ['moderate', 6, 60]] }).value.exact //=> 13.2
 */
export function computeExtraPlaces(input: ExtraPlacesInput, options?: Options): Answer<ExtraPlacesFigures> {
  const school = parse(input)
  const reader = readings.reader(options)

  switch (school.kind) {
    case 'single':
      return oneSection(school, reader)
    case 'two':
      return twoSections(school, reader)
    case 'three':
      return threeSections(school, reader)
    case 'pd':
      return physicalDisabilitySchool(school, reader)
  }
}

export const computeExtraPlacesEntry = {
  name: 'computeExtraPlaces',
  answers: text('How many extra places a special school has', '特殊學校有多少個額外學額'),
  input: ExtraPlacesInput,
  value: ExtraPlacesFigures,
  rules,
  run: computeExtraPlaces,
} as const satisfies FunctionEntry
