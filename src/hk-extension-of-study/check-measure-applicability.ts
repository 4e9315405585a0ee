import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, oneOf } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { quantity, text } from '../kernel/text.js'
import { circular, readings, type Options } from './document.js'

/** The first school years of the measure. @source para 4 s1, para 4 s2 */
const FIRST_YEAR = 2010
const FIRST_YEAR_OF_VISUAL_IMPAIRMENT = 2022
/** The school year in which this circular was issued and replaced Circular 3/2010. @source para 1 */
const YEAR_OF_THIS_CIRCULAR = 2021

const rules = circular.rules({
  coveredCategory: {
    at: '4 s1 provision',
    also: ['4 s2'],
    force: 'mandatory',
    test: oneOf('ID', 'PD', 'HI', 'VI_ID', 'VI'),
    says: text('The measure is for aided special schools of these kinds: {test}.', '措施適用於以下類別的資助特殊學校：{test}。'),
    next: text('the circular reaches other special schools for reference only', '其他特殊學校只作參考'),
  },
  measureHasBegun: {
    at: '4 s1 provision',
    force: 'mandatory',
    test: atLeast(FIRST_YEAR, 'schoolYear'),
    says: text('The school year is {test}.', '學年{test}。'),
  },
  measureHasBegunForVisualImpairment: {
    at: '4 s2',
    force: 'mandatory',
    test: atLeast(FIRST_YEAR_OF_VISUAL_IMPAIRMENT, 'schoolYear'),
    says: text('For the school for children with visual impairment, the school year is {test}.', '就視障兒童學校而言，學年{test}。'),
  },
  thisCircularApplies: {
    at: '1',
    force: 'mandatory',
    test: atLeast(YEAR_OF_THIS_CIRCULAR, 'schoolYear'),
    says: text('This circular speaks of a school year {test}.', '本通告適用的學年{test}。'),
    next: text('look to Circular 3/2010 for earlier school years', '較早的學年請參閱通告第3/2010號'),
  },
})

export const MeasureApplicabilityInput = z.strictObject({
  category: describedAs(
    z.enum(['ID', 'PD', 'HI', 'VI', 'VI_ID', 'SSD', 'hospital']),
    'the kind of aided special school: ID, PD, HI, VI, VI cum ID, school for social development, hospital school',
    '資助特殊學校類別：智障、肢體傷殘、聽障、視障、視障兼智障、群育、醫院',
  ),
  schoolYearStart: describedAs(z.int().min(1900).max(2199), 'the year in which the school year begins: 2025 for 2025/26', '學年開始的年份：2025/26 學年為 2025'),
})
export type MeasureApplicabilityInput = z.input<typeof MeasureApplicabilityInput>

export const MeasureApplicabilityFigures = z.strictObject({
  /** The first school year of the measure for such a school; `null` when it is not for such a school. */
  firstSchoolYear: z.string().nullable(),
  /** Whether the circular asks such a school to act, or reaches it for reference only. */
  addressedFor: z.enum(['action', 'reference']),
})
export type MeasureApplicabilityFigures = Readonly<z.output<typeof MeasureApplicabilityFigures>>

const parse = parser(MeasureApplicabilityInput)

/**
 * Whether the measure of extending years of study is for a school in a school year.
 *
 * It began in 2010/11 for ID, PD, HI and VI-cum-ID schools and in 2022/23 for the school for children with VI: those
 * years are in, the years before them out. Other special schools receive the circular for reference only.
 *
 * @param input the kind of school, and the year in which the school year begins (1900 to 2199)
 * @param options another reading of A-E1 (years before this circular)
 * @returns the first school year of the measure for such a school, and what the circular asks of it
 * @throws InputError when a field is missing or unknown
 * @source EDB Circular 2/2022 notes (a)–(b), para 1, para 3 s4, para 4 s1–s2, App title
 * @example
 * checkMeasureApplicability({ category: 'VI', schoolYearStart: 2021 }).value.firstSchoolYear //=> '2022/23'
 */
export function checkMeasureApplicability(input: MeasureApplicabilityInput, options?: Options): Answer<MeasureApplicabilityFigures> {
  const { category, schoolYearStart } = parse(input)
  const reader = readings.reader(options)

  const covered = rules.coveredCategory.apply(category, ['category'])
  if (covered.met === false) return answer({ firstSchoolYear: null, addressedFor: 'reference' }, [covered], reader.taken)

  const hasBegun = category === 'VI' ? rules.measureHasBegunForVisualImpairment : rules.measureHasBegun
  const firstYear = category === 'VI' ? FIRST_YEAR_OF_VISUAL_IMPAIRMENT : FIRST_YEAR
  const findings = [covered, hasBegun.apply(schoolYearStart, ['schoolYearStart'])]
  if (reader.take('A-E1') === 'sinceReplacement') findings.push(rules.thisCircularApplies.apply(schoolYearStart, ['schoolYearStart']))
  return answer({ firstSchoolYear: quantity(firstYear, 'schoolYear', 'en'), addressedFor: 'action' }, findings, reader.taken)
}

export const checkMeasureApplicabilityEntry = {
  name: 'checkMeasureApplicability',
  answers: text('Whether the measure is for a school in a school year', '措施在某學年是否適用於某學校'),
  input: MeasureApplicabilityInput,
  value: MeasureApplicabilityFigures,
  rules,
  run: checkMeasureApplicability,
} as const satisfies FunctionEntry
