import * as z from 'zod'
import { answer, worst, type Answer } from '../kernel/answer.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { flatMap } from '../kernel/list.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import { formerInstitutionRules, hasCommittee, Institution } from './institutions.js'
import { applyWhen, onDate, Version, versionOn } from './versions.js'

const supports = (en: string, zhHant: string) =>
  ({
    at: '第12條第2項',
    force: 'mandatory',
    test: present(),
    says: text(`Those who carry the programme out get the ${en} support that they need.`, `依執行人員之需要提供${zhHant}支持。`),
  }) as const

const own = regulations.rules({
  dedicatedSpace: {
    at: '第12條第1項',
    force: 'mandatory',
    test: present(),
    says: text('The programme has a service space of its own.', '規劃專屬之服務空間。'),
  },
  designatedStaff: {
    at: '第12條第1項',
    force: 'mandatory',
    test: oneOf('teacher', 'preschoolEducator'),
    says: text('A named person runs the programme and keeps its contacts: {test}.', '指派專人辦理及聯繫：{test}。'),
  },
  administrativeSupport: supports('administrative', '行政'),
  teachingSupport: supports('teaching', '教學'),
  counsellingSupport: supports('counselling', '輔導'),
  assessmentSupport: supports('assessment', '評量'),
  committeeReview: {
    at: '第13條第1項前段',
    force: 'mandatory',
    test: oneOf('committeeReview'),
    says: text('The meeting that reviews the results after the programme is {test}.', '結束後檢討成效之會議為{test}。'),
  },
  accountsSettled: {
    at: '第13條第1項後段',
    force: 'mandatory',
    test: present(),
    says: text('Accounts are settled under the rules on settlement.', '依結報要點辦理結報。'),
  },
  reviewMeeting: {
    at: '第13條第2項',
    also: ['第15條'],
    force: 'mandatory',
    test: oneOf('staffReviewMeeting', 'committeeReview'),
    says: text('The meeting that reviews the results after the programme is {test}.', '結束後檢討成效之會議為{test}。'),
  },
  accountsSettledByCaution: {
    at: '第13條第2項',
    also: ['第15條'],
    force: 'advisory',
    test: present(),
    says: text('Accounts are settled, though the paragraph does not repeat the duty.', '該項雖未重申，仍宜辦理結報。'),
  },
  formerResultsFiled: {
    at: '舊第10條第3項前段',
    force: 'mandatory',
    test: present(),
    says: text('After the programme its results are filed with the City for recordation.', '結束後檢附執行成果報本府備查。'),
  },
})
const rules = { ...own, ...formerInstitutionRules }

const stated = known(yesOrNo)
const supportFields = {
  administrative: describedAs(stated, 'administrative support', '行政支持'),
  teaching: describedAs(stated, 'teaching support', '教學支持'),
  counselling: describedAs(stated, 'counselling support', '輔導支持'),
  assessment: describedAs(stated, 'assessment support', '評量支持'),
}

/** How a programme is carried out and brought to an end. */
export const ImplementationDutiesInput = z.strictObject({
  onDate,
  institutionType: describedAs(
    Institution,
    'the institution; the former text covers municipal ones only, which checkProgrammeEligibility tells apart',
    '機構類別；修正前條文以市立者為限，公私立由 checkProgrammeEligibility 判斷',
  ),
  phase: describedAs(known(z.enum(['running', 'ended'])), 'whether the programme still runs', '方案辦理中或已結束'),
  dedicatedServiceSpace: describedAs(stated, 'it has a service space of its own', '有專屬服務空間'),
  designatedStaff: describedAs(known(z.enum(['teacher', 'preschoolEducator', 'none'])), 'who runs it and keeps its contacts', '專責辦理及聯繫之人員'),
  supportsNeeded: describedAs(known(z.strictObject(supportFields)), 'the support that those who carry it out need', '執行人員需要之支持'),
  supportsProvided: describedAs(known(z.strictObject(supportFields)), 'the support that they get', '已提供之支持'),
  closingMeeting: describedAs(
    known(z.enum(['committeeReview', 'staffReviewMeeting', 'none'])),
    'the meeting that reviewed the results',
    '檢討成效之會議',
  ),
  settlementFiled: describedAs(stated, 'accounts were settled', '已辦理結報'),
  resultsFiled: describedAs(stated, 'results were filed with the City (former text)', '執行成果已報備查（修正前條文）'),
})
export type ImplementationDutiesInput = z.input<typeof ImplementationDutiesInput>

export const ImplementationDutiesFigures = z.strictObject({
  version: Version,
  /** The least that must review the results; a fuller forum also does. `null` where the text asks for no meeting. */
  requiredClosingMeeting: z.enum(['committeeReview', 'staffReviewMeeting']).nullable(),
  /** Whether the text says that accounts are settled, or it is only advised; `null` where neither. */
  settlementBasis: z.enum(['explicit', 'byCaution']).nullable(),
})
export type ImplementationDutiesFigures = Readonly<z.output<typeof ImplementationDutiesFigures>>

type Facts = z.output<typeof ImplementationDutiesInput>

const supportRules = {
  administrative: rules.administrativeSupport,
  teaching: rules.teachingSupport,
  counselling: rules.counsellingSupport,
  assessment: rules.assessmentSupport,
} as const
const kindsOfSupport = ['administrative', 'teaching', 'counselling', 'assessment'] as const

/** Art. 12: while the programme runs. */
function runningFindings(facts: Facts, reader: Reader): readonly Finding[] {
  const { dedicatedServiceSpace, designatedStaff, supportsNeeded, supportsProvided } = facts
  const support = flatMap(kindsOfSupport, (kind) =>
    applyWhen(supportsNeeded?.[kind], ['supportsNeeded', kind], supportRules[kind], supportsProvided?.[kind], ['supportsProvided', kind]),
  )
  const supportIsDuty = worst(support) === 'ok' || reader.take('H-A20') === 'dutyForStatedNeeds'
  return [
    rules.dedicatedSpace.apply(dedicatedServiceSpace, ['dedicatedServiceSpace']),
    rules.designatedStaff.apply(designatedStaff, ['designatedStaff']),
    ...(supportIsDuty ? support : []),
  ]
}

interface Settlement {
  readonly basis: ImplementationDutiesFigures['settlementBasis']
  readonly rule: typeof rules.accountsSettled | null
}

/** Art. 13: the settlement, which the paragraph on preschools does not repeat. */
function settlement(institution: Institution, reader: Reader): Settlement {
  if (hasCommittee(institution)) return { basis: 'explicit', rule: rules.accountsSettled }
  switch (reader.take('H-A21')) {
    case 'everyInstitution':
      return { basis: 'explicit', rule: rules.accountsSettled }
    case 'schoolsOnly':
      return { basis: null, rule: null }
    case 'byCaution':
      return { basis: 'byCaution', rule: rules.accountsSettledByCaution }
  }
}

/** The former Art. 10(3): results are filed; nothing was asked of a programme while it ran. */
function underFormerText({ institutionType, phase, resultsFiled }: Facts, reader: Reader): Answer<ImplementationDutiesFigures> {
  const figures = { version: 'former', requiredClosingMeeting: null, settlementBasis: null } as const
  const covered = rules.formerCoversInstitution.apply(institutionType, ['institutionType'])
  if (covered.met === false) return answer(figures, [covered], reader.taken)
  const ended = phase == null ? null : phase === 'ended'
  return answer(figures, [covered, ...applyWhen(ended, ['phase'], rules.formerResultsFiled, resultsFiled, ['resultsFiled'])], reader.taken)
}

const parse = parser(ImplementationDutiesInput)

/**
 * Whether an institution does what it must while a programme runs and once it has ended.
 *
 * While it runs: a space of its own, a named teacher or preschool educator, and the support that is needed; a need that
 * nobody has asks for none. Once it has ended: a school, with its attached preschool, convenes the committee and settles
 * accounts; a preschool of its own or a workplace centre may hold a meeting of the staff concerned instead, and the
 * committee also does. No text says how soon. In the former text only the results were filed afterwards.
 *
 * @param input the institution, the phase and what was done
 * @param options another reading of H-A20 (support) or H-A21 (settlement by preschools)
 * @returns the meeting that is needed, and on what basis accounts are settled
 * @throws InputError when the institution is missing or a field is unknown or of the wrong type
 * @source Hsinchu special education programme regulations (2024) Arts. 12, 13, 15; former Art. 10(3)
 * @example
 * checkImplementationDuties({ institutionType: 'independentPreschool' }).value.settlementBasis //=> 'byCaution'
 * @example
 * checkImplementationDuties({ institutionType: 'school', dedicatedServiceSpace: false }).outcome //=> 'breach'
 */
export function checkImplementationDuties(input: ImplementationDutiesInput, options?: Options): Answer<ImplementationDutiesFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)
  if (version === 'former') return underFormerText(facts, reader)

  const { institutionType, phase, closingMeeting, settlementFiled } = facts
  if (institutionType === 'workplaceEducareCentre') reader.take('H-A23b')
  const ended = phase == null ? null : phase === 'ended'
  const byCommittee = hasCommittee(institutionType)
  const { basis, rule } = settlement(institutionType, reader)
  const findings = [
    ...runningFindings(facts, reader),
    ...applyWhen(ended, ['phase'], byCommittee ? rules.committeeReview : rules.reviewMeeting, closingMeeting, ['closingMeeting']),
    ...(rule === null ? [] : applyWhen(ended, ['phase'], rule, settlementFiled, ['settlementFiled'])),
  ]
  const requiredClosingMeeting = byCommittee ? 'committeeReview' : 'staffReviewMeeting'
  return answer({ version, requiredClosingMeeting, settlementBasis: basis }, findings, reader.taken)
}

export const checkImplementationDutiesEntry = {
  name: 'checkImplementationDuties',
  answers: text('Whether an institution does what it must while a programme runs and once it has ended', '方案辦理期間及結束後之事項是否完成'),
  input: ImplementationDutiesInput,
  value: ImplementationDutiesFigures,
  rules,
  run: checkImplementationDuties,
} as const satisfies FunctionEntry
