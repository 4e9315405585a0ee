import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options } from './document.js'

/** 6 years of primary, 3 of junior secondary, 3 of senior secondary. @source para 2, App 甲1 */
const TWELVE = { years: 12, structure: '6+3+3' } as const
/** 10 years of basic education, 3 of senior secondary. @source para 2, App 甲1 */
const THIRTEEN = { years: 13, structure: '10+3' } as const
const UNSETTLED = { years: null, structure: null } as const

const rules = circular.rules({
  intelligenceIsStated: {
    at: '2',
    force: 'mandatory',
    test: stated(),
    says: text('Whether the student has intellectual disability is known.', '須知道學生是否智障。'),
  },
  curriculumIsStated: {
    at: '2',
    force: 'mandatory',
    test: stated(),
    says: text('The curriculum that the student follows is known.', '須知道學生修讀的課程。'),
  },
  courseIsDefined: {
    at: '2',
    also: ['App 甲1'],
    force: 'in-principle',
    decides: text('the Education Bureau', '教育局'),
    test: present(),
    says: text('One of the two limbs of the paragraph fits the student.', '該段兩種情況之一適用於學生。'),
    next: text('ask the Education Bureau; the text is silent on such a student', '請向教育局查詢；文件沒有述及這類學生'),
  },
})

const everybodyThereHasID = text('a student of such a school has intellectual disability', '這類學校的學生均為智障學生')

export const StandardYearsInput = z.strictObject({
  category: describedAs(z.enum(['ID', 'PD', 'HI', 'VI', 'VI_ID']), 'the kind of special school', '特殊學校類別'),
  hasID: describedAs(known(yesOrNo), 'whether the student has intellectual disability', '學生是否智障', everybodyThereHasID),
  curriculum: describedAs(known(z.enum(['ordinary', 'adapted'])), 'the curriculum that the student follows', '學生修讀普通課程或調適課程'),
})
export type StandardYearsInput = z.input<typeof StandardYearsInput>

export const StandardYearsFigures = z.strictObject({
  years: z.union([z.literal(12), z.literal(13)]).nullable(),
  structure: z.enum(['6+3+3', '10+3']).nullable(),
})
export type StandardYearsFigures = Readonly<z.output<typeof StandardYearsFigures>>

const parse = parser(StandardYearsInput)

/**
 * How many years the course of a student of a special school has.
 *
 * 12 years for every student with intellectual disability and every student of the school for children with visual
 * impairment; 13 only when all three hold: ordinary intelligence, the ordinary curriculum, and a school for children
 * with hearing impairment or physical disability. Ordinary intelligence on the adapted curriculum is in neither limb.
 *
 * @param input the kind of school and the student; intelligence and curriculum matter only in HI and PD schools
 * @param options another reading of A-E2 (a student in neither limb)
 * @returns 12 or 13 years with their structure; `null` while a fact is missing or the text is silent
 * @throws InputError when a field is unknown, or a student of a school for children with ID is said not to have it
 * @source EDB Circular 2/2022 para 2, App 甲1
 * @example
 * standardYearsOfStudy({ category: 'HI', hasID: false, curriculum: 'ordinary' }).value.years //=> 13
 */
export function standardYearsOfStudy(input: StandardYearsInput, options?: Options): Answer<StandardYearsFigures> {
  const { category, hasID, curriculum } = parse(input)
  const reader = readings.reader(options)

  const schoolForID = category === 'ID' || category === 'VI_ID'
  if (schoolForID && hasID === false) {
    reject(['hasID'], everybodyThereHasID)
  }
  if (schoolForID || category === 'VI') return answer(TWELVE, [rules.courseIsDefined.apply(true, ['category'])], reader.taken)

  const intelligence = rules.intelligenceIsStated.apply(hasID, ['hasID'])
  if (hasID == null) return answer(UNSETTLED, [intelligence], reader.taken)
  if (hasID) return answer(TWELVE, [intelligence, rules.courseIsDefined.apply(true, ['hasID'])], reader.taken)

  const findings: Finding[] = [intelligence, rules.curriculumIsStated.apply(curriculum, ['curriculum'])]
  if (curriculum == null) return answer(UNSETTLED, findings, reader.taken)
  if (curriculum === 'ordinary') return answer(THIRTEEN, [...findings, rules.courseIsDefined.apply(true, ['curriculum'])], reader.taken)

  switch (reader.take('A-E2')) {
    case 'twelve':
      return answer(TWELVE, findings, reader.taken)
    case 'thirteen':
      return answer(THIRTEEN, findings, reader.taken)
    case 'notStated':
      return answer(UNSETTLED, [...findings, rules.courseIsDefined.apply(false, ['curriculum'])], reader.taken)
  }
}

export const standardYearsOfStudyEntry = {
  name: 'standardYearsOfStudy',
  answers: text("How many years a special-school student's course has", '特殊學校學生的學制有多少年'),
  input: StandardYearsInput,
  value: StandardYearsFigures,
  rules,
  run: standardYearsOfStudy,
} as const satisfies FunctionEntry
