import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'

/** Methods that take the place of ordinary assessment; the list is open. @source New Taipei home-education plan (2019) VIII.2(1)2 */
const substituteMethods = ['observation', 'operation', 'interview', 'otherSuitable'] as const

const rules = plan.rules({
  gradeAssessment: {
    at: '捌、二、（一）1',
    force: 'alternative',
    test: present(),
    says: text('With adjusted methods the student can follow the assessment of the same grade.', '經調整評量方式後，可比照同年級學生評量。'),
  },
  severityForSubstitute: {
    at: '捌、二、（一）2',
    force: 'in-principle',
    decides: text('the IEP meeting; the text is silent on other reasons', '個別化教育計畫會議；文件未規定其他原因'),
    test: present(),
    says: text('Where the student cannot, it is because of the severity of the disability.', '不能採用者，係因障礙情形嚴重。'),
    next: text('fix in the IEP how the student is assessed instead', '於計畫明訂改以何種方式評量'),
  },
  finalYearStated: {
    at: '捌、三',
    force: 'mandatory',
    test: stated(),
    says: text('It is known whether the student is in the graduating year.', '須知道學生是否應屆畢業。'),
  },
  graduationStated: {
    at: '捌、三',
    force: 'mandatory',
    test: stated(),
    says: text('It is known whether the student meets the rules on marks, register and time studied.', '須知道學生是否符合成績、學籍及修業時間的規定。'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)

export const AssessmentAndCredentialInput = z.strictObject({
  regularAssessmentFeasibleWithAdjustment: fact('whether assessment of the same grade is possible with adjusted methods', '調整方式後能否比照同年級評量'),
  severeImpairment: fact('whether the disability is severe', '障礙情形是否嚴重'),
  finalYear: fact('whether the student is in the graduating year', '是否應屆畢業'),
  meetsGraduationRules: fact('whether marks, register and time studied meet the rules for graduation', '是否符合畢業規定'),
})
export type AssessmentAndCredentialInput = z.input<typeof AssessmentAndCredentialInput>

export const AssessmentAndCredentialFigures = z.strictObject({
  /** How the student is assessed; `gap` where the text does not say, `null` while facts are missing. */
  assessmentMode: z.enum(['regularWithAdjustment', 'alternative', 'gap']).nullable(),
  /** The substitute methods that the text names. */
  methods: z.array(z.enum(substituteMethods)).readonly(),
  /** What the school awards; `null` before the graduating year and while facts are missing. */
  credential: z.enum(['graduationCertificate', 'completionCertificate']).nullable(),
  classRegister: z.literal('regularClass'),
  promotedYearly: z.literal(true),
})
export type AssessmentAndCredentialFigures = Readonly<z.output<typeof AssessmentAndCredentialFigures>>

type Facts = z.output<typeof AssessmentAndCredentialInput>

interface Assessment {
  readonly mode: AssessmentAndCredentialFigures['assessmentMode']
  readonly findings: readonly Finding[]
}

/** VIII.2(1): the assessment of the grade first; a substitute where severity makes that impossible. */
function assessment({ regularAssessmentFeasibleWithAdjustment: feasible, severeImpairment: severe }: Facts, reader: Reader): Assessment {
  const path = ['regularAssessmentFeasibleWithAdjustment']
  const grade = rules.gradeAssessment.apply(feasible, path)
  if (feasible === true) return { mode: 'regularWithAdjustment', findings: [grade] }
  if (feasible == null) return { mode: null, findings: [grade, rules.severityForSubstitute.unknown(path)] }
  if (severe !== true && reader.take('N-A14') === 'substitute') return { mode: 'alternative', findings: [grade] }
  const severity = rules.severityForSubstitute.apply(severe, ['severeImpairment'])
  return { mode: severe == null ? null : severe ? 'alternative' : 'gap', findings: [grade, severity] }
}

/** VIII.3: nothing before the graduating year. */
function credential({ finalYear, meetsGraduationRules }: Facts): AssessmentAndCredentialFigures['credential'] {
  if (finalYear !== true || meetsGraduationRules == null) return null
  return meetsGraduationRules ? 'graduationCertificate' : 'completionCertificate'
}

const parse = parser(AssessmentAndCredentialInput)

/**
 * How a student in home education is assessed and registered, and what certificate the school awards.
 *
 * Assessment of the same grade with adjusted methods comes first: severity alone does not replace it. Where it is impossible
 * for another reason than severity, the text says nothing, and the IEP meeting decides. A certificate is awarded in the
 * graduating year only; whether the marks and register rules are met is the caller's fact, those rules are not held here.
 * What is not known leaves its part of the answer open.
 *
 * @param input four facts, each true, false or not known
 * @param options another reading of N-A14 (assessment impossible for other reasons)
 * @returns the way of assessment, the certificate, and the registration that every student has
 * @throws InputError when a fact is not true or false
 * @source New Taipei home-education plan (2019) VIII.1, VIII.2(1)1–2, VIII.3
 * @example
 * describeAssessmentAndCredential({ regularAssessmentFeasibleWithAdjustment: false, severeImpairment: true, finalYear: false }).value.assessmentMode //=> 'alternative'
 * @example
 * describeAssessmentAndCredential({ finalYear: true, meetsGraduationRules: false }).value.credential //=> 'completionCertificate'
 */
export function describeAssessmentAndCredential(
  input: AssessmentAndCredentialInput,
  options?: Options,
): Answer<AssessmentAndCredentialFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const { mode, findings } = assessment(facts, reader)
  const awards = [rules.finalYearStated.apply(facts.finalYear, ['finalYear'])]
  if (facts.finalYear === true) awards.push(rules.graduationStated.apply(facts.meetsGraduationRules, ['meetsGraduationRules']))
  return answer(
    {
      assessmentMode: mode,
      methods: mode === 'alternative' ? substituteMethods : [],
      credential: credential(facts),
      classRegister: 'regularClass',
      promotedYearly: true,
    },
    [...findings, ...awards],
    reader.taken,
  )
}

export const describeAssessmentAndCredentialEntry = {
  name: 'describeAssessmentAndCredential',
  answers: text('How a student is assessed, and what certificate is awarded', '學生如何評量及授予何種證書'),
  input: AssessmentAndCredentialInput,
  value: AssessmentAndCredentialFigures,
  rules,
  run: describeAssessmentAndCredential,
} as const satisfies FunctionEntry
