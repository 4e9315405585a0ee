import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, schoolYear, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { COVERS, memorandum, readings, type Options } from './document.js'

const rules = memorandum.rules({
  coveredSchoolYear: {
    at: 'title',
    also: ['1', '3 chapeau'],
    force: 'mandatory',
    test: oneOf(...COVERS.schoolYears),
    says: text('The memorandum invites schools for the school year: {test}.', '通函邀請學校參與的學年：{test}。'),
    next: text('look to the memorandum of that school year', '請參閱該學年的通函'),
  },
  addressedSchool: {
    at: 'header distribution',
    force: 'mandatory',
    test: oneOf('government', 'aided', 'caput', 'dss'),
    says: text('The school is of a type that the memorandum is sent to: {test}.', '學校屬通函的分發對象：{test}。'),
  },
  publicSectorSchool: {
    at: '2 s1',
    force: 'mandatory',
    test: oneOf('government', 'aided', 'caput'),
    says: text('The school is a public-sector school: {test}.', '學校屬公營學校：{test}。'),
  },
  ordinarySchoolTakesPart: {
    at: '7 s1',
    also: ['2 s1'],
    force: 'mandatory',
    test: present(),
    says: text('The school that takes part is an ordinary school.', '參與計劃的是普通學校。'),
    next: text('special schools act as resource centres on invitation', '特殊學校獲邀成為資源中心'),
  },
})

/** A school and the school year in which it thinks of taking part. */
export const SchemeApplicabilityInput = z.strictObject({
  schoolYear: describedAs(known(schoolYear()), 'the school year, such as 2025/26', '學年，例如 2025/26'),
  schoolType: describedAs(
    known(z.enum(['government', 'aided', 'caput', 'dss', 'private'])),
    'how the school is financed: government, aided, caput, Direct Subsidy Scheme, private',
    '資助模式：官立、資助、按位津貼、直接資助、私立',
  ),
  ordinarySchool: describedAs(known(yesOrNo), 'whether it is an ordinary school, not a special school', '是否普通學校（而非特殊學校）'),
})
export type SchemeApplicabilityInput = z.input<typeof SchemeApplicabilityInput>

export const SchemeApplicabilityFigures = z.strictObject({
  /** The school years in which a school may take part. */
  schoolYears: z.array(z.string()).readonly(),
})
export type SchemeApplicabilityFigures = Readonly<z.output<typeof SchemeApplicabilityFigures>>

const parse = parser(SchemeApplicabilityInput)

/**
 * Whether the School Partnership Scheme (學校伙伴計劃) is open to a school in a school year.
 *
 * Exactly two school years are covered; the ones before and after are not. Exactly four types of school are on the
 * distribution list; a private school is not. Special schools receive the memorandum too, but those that take part
 * are ordinary schools. There is no application, no closing date and no list of schools to check. What is left out is
 * not taken for granted: an ordinary school must be said to be one.
 *
 * @param input the school year, how the school is financed, and whether it is an ordinary school
 * @param options another reading of A-S1 (schools under the Direct Subsidy Scheme)
 * @returns the school years that the memorandum covers
 * @throws InputError when the school year is malformed or a field is unknown
 * @source EDBCM 116/2025 header (distribution list), title, para 1, para 2 s1, para 3, para 7 s1
 * @example
 * checkSchemeApplicability({ schoolYear: '2025/26', schoolType: 'aided', ordinarySchool: true }).outcome //=> 'ok'
 * @example
 * checkSchemeApplicability({ schoolYear: '2027/28', schoolType: 'aided' }).findings[0].limit //=> ['2025/26', '2026/27']
 */
export function checkSchemeApplicability(input: SchemeApplicabilityInput, options?: Options): Answer<SchemeApplicabilityFigures> {
  const { schoolYear, schoolType, ordinarySchool } = parse(input)
  const reader = readings.reader(options)
  const publicSectorOnly = schoolType != null && reader.take('A-S1') === 'publicSector'
  const openTo = publicSectorOnly ? rules.publicSectorSchool : rules.addressedSchool
  const findings = [
    rules.coveredSchoolYear.apply(schoolYear, ['schoolYear']),
    openTo.apply(schoolType, ['schoolType']),
    rules.ordinarySchoolTakesPart.apply(ordinarySchool, ['ordinarySchool']),
  ]
  return answer({ schoolYears: COVERS.schoolYears }, findings, reader.taken)
}

export const checkSchemeApplicabilityEntry = {
  name: 'checkSchemeApplicability',
  answers: text('Whether the Scheme is open to a school in a school year', '計劃在某學年是否開放予某學校'),
  input: SchemeApplicabilityInput,
  value: SchemeApplicabilityFigures,
  rules,
  run: checkSchemeApplicability,
} as const satisfies FunctionEntry
