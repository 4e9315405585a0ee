import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, type Path } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'
import { allOf, anyOf, type MaybeKnown } from './known-facts.js'

/** The levels that section 3 covers; both ends are included. @source CBP guidelines 2025/26 para 3 */
const eligibleLevels = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const

const rules = guidelines.rules({
  levelP1ToS6: {
    at: '3 limb 1',
    force: 'mandatory',
    test: oneOf(...eligibleLevels),
    says: text('The level of the student is {test}.', '學生的級別是{test}。'),
  },
  onCssa: {
    at: '3 limb 1',
    force: 'alternative',
    test: present(),
    says: text('The student is on Comprehensive Social Security Assistance.', '學生領取綜合社會保障援助。'),
  },
  onFullGrant: {
    at: '3 limb 1',
    force: 'alternative',
    test: present(),
    says: text('The student has a full grant under the Student Financial Assistance Schemes.', '學生領取學生資助計劃全額津貼。'),
  },
  inDiscretionaryQuota: {
    at: '3 limb 2',
    force: 'alternative',
    test: present(),
    says: text('A collaborating school counts the student as disadvantaged under its discretionary quota.', '協作學校運用酌情名額把學生界定為清貧。'),
  },
  basisOfEligibility: {
    at: '3 limb 1',
    also: ['3 limb 2', '8(b)i s1', '8(b)iii s2', '8(d)活動 i'],
    force: 'mandatory',
    test: present(),
    says: text('The student is on CSSA, has a full grant, or is within the discretionary quota.', '學生領取綜援或全額津貼，或屬酌情名額。'),
    next: text('the student is not funded; taking part is at the full cost', '不予資助；如參加須繳付全額費用'),
  },
  inDistrict: {
    at: '8(b)iii s2',
    also: ['2'],
    force: 'mandatory',
    test: present(),
    says: text('The student lives or studies in the district of the project.', '學生在計劃推行的區域居住或就讀。'),
    next: text('serve the student in a project of the district where he or she lives or studies', '由學生居住或就讀區域的計劃提供服務'),
  },
})

/** One student, by what decides whether the project may spend its grant on him or her. */
export const StudentInput = z.strictObject({
  level: describedAs(known(z.enum(['kindergarten', ...eligibleLevels, 'postSecondary'])), 'the level of the student', '學生的級別'),
  cssa: describedAs(known(yesOrNo), 'on Comprehensive Social Security Assistance', '領取綜合社會保障援助'),
  grant: describedAs(known(z.enum(['full', 'half', 'none'])), 'grant under the Student Financial Assistance Schemes', '學生資助計劃津貼：全額、半額或沒有'),
  discretionary: describedAs(known(yesOrNo), 'counted by his or her school under its discretionary quota', '獲就讀學校以酌情名額界定為清貧'),
  collaboratingSchool: describedAs(known(yesOrNo), 'that school runs the activity with the NGO', '該校與機構協作推行活動'),
  inDistrict: describedAs(known(yesOrNo), 'lives or studies in the district of the project', '在計劃推行的區域居住或就讀'),
})
export type StudentInput = z.input<typeof StudentInput>

const bases = ['CSSA', 'SFA_FULL_GRANT', 'DISCRETIONARY_QUOTA'] as const

export const StudentFigures = z.strictObject({
  /** Eligible under section 3; `null` while not known. */
  eligible: z.boolean().nullable(),
  /** The first basis that the facts show: CSSA, full grant, discretionary quota; a student counts once. */
  basis: z.enum(bases).nullable(),
  /** Lives or studies in the district; `null` while not known. */
  districtMet: z.boolean().nullable(),
  /** Eligible and of the district: the grant may be spent on the student. */
  fundable: z.boolean().nullable(),
  /** How the student may take part; `null` while not known. */
  participation: z.enum(['funded', 'fullCostOnly', 'barred']).nullable(),
})
export type StudentFigures = Readonly<z.output<typeof StudentFigures>>

type Student = z.output<typeof StudentInput>

/** Section 3, second limb: the quota counts only where its school collaborates. */
const quotaFact = ({ discretionary, collaboratingSchool }: Student): boolean | null => allOf(discretionary, collaboratingSchool)

const fullGrant = ({ grant }: Student): boolean | null => (grant == null ? null : grant === 'full')

/** Where the fact stands that decides about the quota: the one that fails, else the one that is missing. */
function quotaPath({ discretionary, collaboratingSchool }: Student): Path {
  const schoolDecides = collaboratingSchool === false ? discretionary !== false : collaboratingSchool == null && discretionary === true
  return [schoolDecides ? 'collaboratingSchool' : 'discretionary']
}

/** Where the basis stands: the fact that shows one, else the first that still could, else CSSA, which is asked first. */
function basisPath(student: Student, quota: MaybeKnown): Path {
  if (student.cssa === true) return ['cssa']
  if (student.grant === 'full') return ['grant']
  if (quota === true) return quotaPath(student)
  if (student.cssa == null) return ['cssa']
  if (student.grant == null) return ['grant']
  return quota == null ? quotaPath(student) : ['cssa']
}

function firstBasis(student: Student, quota: MaybeKnown): StudentFigures['basis'] {
  if (student.cssa === true) return 'CSSA'
  if (fullGrant(student) === true) return 'SFA_FULL_GRANT'
  return quota === true ? 'DISCRETIONARY_QUOTA' : null
}

/**
 * Whether 8(b)iii s2 bars a student who is not funded from an activity run with a school: for the district, which it asks of
 * all who take part, and, as A-C27 is read, for not being eligible.
 */
function barredWithSchool({ inDistrict }: Student, districtDefines: boolean, reader: Reader): boolean | null {
  if (inDistrict === false && !districtDefines) return true
  if (reader.take('A-C27') === 'barred') return true
  return inDistrict == null && !districtDefines ? null : false
}

/** 8(b)i: whoever is not funded pays the full cost, unless the activity is run with a school and 8(b)iii bars him or her. */
function participation(
  fundable: boolean | null,
  student: Student,
  districtDefines: boolean,
  reader: Reader,
): StudentFigures['participation'] {
  if (fundable === null) return null
  if (fundable) return 'funded'
  if (student.collaboratingSchool === false) return 'fullCostOnly'
  const barred = allOf(student.collaboratingSchool, barredWithSchool(student, districtDefines, reader))
  if (barred === null) return null
  return barred ? 'barred' : 'fullCostOnly'
}

const parse = parser(StudentInput)

/**
 * Whether a student is eligible, on which basis, and whether the grant may be spent on him or her.
 *
 * P1 and S6 are both included. CSSA or a full grant is enough by itself; a half grant is not. The discretionary quota
 * counts only where the school that grants it collaborates; its size is not looked at, for these guidelines name
 * none. Living or studying in the district will do. Whoever neither lives nor studies there is barred from an activity run
 * with a school, eligible or not, unless the district is read as part of eligibility; from any other activity nobody is
 * barred who pays the full cost. A fact that is left out is not known, never "no"; once one basis is shown, the others
 * need not be known.
 *
 * @param input one student; no name and no number is asked for
 * @param options another reading of A-C1 (district), A-C2 (discretionary quota) or A-C27 (non-eligible students)
 * @returns whether the student is eligible and fundable, the basis, and how he or she may take part
 * @throws InputError when a level or grant is not one of the list
 * @source CBP guidelines 2025/26 para 2, 3, 8(b)i s1–s3, 8(b)iii s2, 8(d) Activities i
 * @example
 * checkStudentEligibility({ level: 'P4', cssa: true, grant: 'full', inDistrict: true }).value.basis //=> 'CSSA'
 * @example
 * checkStudentEligibility({ level: 'S6', cssa: false, grant: 'half', discretionary: false, inDistrict: true }).outcome //=> 'breach'
 */
export function checkStudentEligibility(input: StudentInput, options?: Options): Answer<StudentFigures> {
  const student = parse(input)
  const reader = readings.reader(options)

  const level = rules.levelP1ToS6.apply(student.level, ['level'])
  const findings = [level, rules.onCssa.apply(student.cssa, ['cssa']), rules.onFullGrant.apply(fullGrant(student), ['grant'])]

  const byItself = anyOf(student.cssa, fullGrant(student))
  const leansOnQuota = byItself !== true && quotaFact(student) !== false
  const quota = leansOnQuota && reader.take('A-C2') === 'notEligible' ? false : quotaFact(student)
  findings.push(rules.inDiscretionaryQuota.apply(quota, quotaPath(student)))
  const basis = rules.basisOfEligibility.apply(anyOf(byItself, quota), basisPath(student, quota))
  findings.push(basis, rules.inDistrict.apply(student.inDistrict, ['inDistrict']))

  const districtMet = student.inDistrict ?? null
  const bySection3 = allOf(level.met, basis.met)
  const districtDefines = districtMet !== true && reader.take('A-C1') === 'partOfEligibility'
  const eligible = districtDefines ? allOf(bySection3, districtMet) : bySection3
  const fundable = allOf(eligible, districtMet)
  return answer(
    {
      eligible,
      basis: firstBasis(student, quota),
      districtMet,
      fundable,
      participation: participation(fundable, student, districtDefines, reader),
    },
    findings,
    reader.taken,
  )
}

export const checkStudentEligibilityEntry = {
  name: 'checkStudentEligibility',
  answers: text('Whether a student is eligible and the grant may be spent on him or her', '學生是否合資格及可否獲「區本計劃」資助'),
  input: StudentInput,
  value: StudentFigures,
  rules,
  run: checkStudentEligibility,
} as const satisfies FunctionEntry
