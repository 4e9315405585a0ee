import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'

/** A step that must be taken; the text numbers or names it without a day. */
const step = <const At extends string>(at: At, en: string, zhHant: string) =>
  ({ at, force: 'mandatory', test: present(), says: text(en, zhHant) }) as const

const rules = plan.rules({
  consensusReached: {
    at: '捌、四、（一）4',
    force: 'in-principle',
    decides: text('the placement committee, the compulsory education committee or the Social Bureau, on referral', '經轉請介入的鑑輔會、強迫入學委員會或社會局'),
    test: present(),
    says: text('Parents, school and itinerant teacher agree on the placement.', '家長、學校與巡迴輔導教師對安置意見一致。'),
    next: text('notify the Education Department, which refers the case', '通知教育局轉請有關單位介入'),
  },
  disagreementNotified: step(
    '捌、四、（一）4',
    'The school or the itinerant teacher notifies the Education Department of the disagreement.',
    '學校或巡迴輔導教師將意見不一致的情形通知教育局。',
  ),
  schoolNotifies: { ...step('捌、四、（一）4', 'The school notifies it.', '由學校通知。'), force: 'alternative' },
  teacherNotifies: { ...step('捌、四、（一）4', 'The itinerant teacher notifies it.', '由巡迴輔導教師通知。'), force: 'alternative' },
  changeDiscussed: {
    ...step('捌、四、（一）1', 'The school calls the teacher and the parents to a meeting on the change.', '學校邀集教師及家長開會討論改變安置。'),
    next: text('call the meeting; the case meeting serves as well', '召開會議；校內個案會議亦可'),
  },
  recommendationStated: {
    at: '捌、四、（一）3前段',
    also: ['捌、四、（一）3後段'],
    force: 'mandatory',
    test: stated(),
    says: text('The placement that the meeting recommends is known.', '須知道會議建議的安置。'),
  },
  stepsInOrder: {
    at: '捌、四、（一）2',
    force: 'in-principle',
    decides: text('the Education Department', '教育局'),
    test: present(),
    says: text('Consent, case meeting and letter follow one another in that order.', '依家長同意、個案會議、行文教育局的次序辦理。'),
  },
  parentConsent: step('捌、四、（一）2（1）', 'The parents have consented.', '已徵得家長同意。'),
  caseMeeting: step('捌、四、（一）2（2）', 'A case meeting with the parents was held and minuted.', '已邀家長召開個案會議並作成紀錄。'),
  letterToDepartment: step('捌、四、（一）2（3）', 'A letter with reasons, minutes and consent went to the Department.', '已敘明理由並檢附紀錄及同意書行文教育局。'),
  departmentAgreed: {
    at: '捌、四、（一）3前段',
    force: 'in-principle',
    decides: text('the Education Department', '教育局'),
    test: present(),
    says: text('The Department has agreed and recorded the change.', '教育局已同意備查。'),
    next: text('wait for the Department before the student changes class', '待教育局同意備查後再行辦理'),
  },
  schoolTransfer: step('捌、四、（二）前段', 'The student transfers as other students do.', '依一般學生方式辦理轉學。'),
  transitionNotification: step('捌、四、（二）中段', 'The original school files the transition notification.', '原設籍學校已辦理轉銜通報。'),
  dataTransfer: step('捌、四、（二）中段', 'The original school transfers the data.', '原設籍學校已移轉資料。'),
  reportToDepartmentAndCommittee: step('捌、四、（二）後段', 'The original school reports to the Department and the committee.', '已通報教育局及鑑輔會。'),
  reportToDepartment: {
    ...step('捌、四、（三）前段', 'The school reports to the Department at once.', '學校立即通報教育局。'),
    next: text('report today', '當日通報'),
  },
  registerProcessing: step('捌、四、（三）後段', 'The register, or the dropout, is processed.', '已依學籍、中輟等作業處理。'),
})

const steps = [
  'discussionMeeting',
  'parentConsent',
  'caseMeeting',
  'letterToDepartment',
  'schoolNotification',
  'teacherNotification',
  'schoolTransfer',
  'transitionNotification',
  'dataTransfer',
  'reportToDepartmentAndCommittee',
  'reportToDepartment',
  'registerProcessing',
] as const
type Step = (typeof steps)[number]
const MOST_STEPS = 30

const changeSteps = ['parentConsent', 'caseMeeting', 'letterToDepartment'] as const satisfies readonly Step[]
const consentAlone = ['parentConsent'] as const satisfies readonly Step[]
const relocationSteps = [
  'schoolTransfer',
  'transitionNotification',
  'dataTransfer',
  'reportToDepartmentAndCommittee',
] as const satisfies readonly Step[]
const lossSteps = ['reportToDepartment', 'registerProcessing'] as const satisfies readonly Step[]

const routeOf = {
  regularClass: 'schoolHandles',
  resourceClass: 'schoolHandles',
  otherSchool: 'placementProcedure',
  centralisedSpecialClass: 'placementProcedure',
  specialSchool: 'placementProcedure',
} as const

export const PlacementChangeInput = z.strictObject({
  event: describedAs(
    z.enum(['conditionChanged', 'homeEducationDetrimental', 'relocated', 'deceased', 'lostContact']),
    'what changed',
    '異動事由',
  ),
  consensus: describedAs(known(yesOrNo), 'whether parents, school and teacher agree on the placement', '家長、學校與教師意見是否一致'),
  recommended: describedAs(
    known(z.enum(['regularClass', 'resourceClass', 'otherSchool', 'centralisedSpecialClass', 'specialSchool'])),
    'the placement that the meeting recommends',
    '會議建議的安置',
  ),
  stepsDone: describedAs(known(listOf(z.enum(steps), MOST_STEPS)), 'the steps taken, in the order in which they were taken', '已辦理的步驟，依辦理先後排列'),
  departmentAgreed: describedAs(known(yesOrNo), 'whether the Department has agreed and recorded the change', '教育局是否已同意備查'),
})
export type PlacementChangeInput = z.input<typeof PlacementChangeInput>

const party = z.enum(['educationDepartment', 'placementCommittee'])

export const PlacementChangeFigures = z.strictObject({
  responsible: z.enum(['registeredSchool', 'originalRegisteredSchool']),
  /** `null` while facts are missing. */
  route: z.enum(['schoolHandles', 'placementProcedure', 'dispute', 'relocation', 'deathOrLostContact']).nullable(),
  /** The first step that is missing, or what follows the last; `none` when nothing is left, `null` while facts are missing. */
  nextAction: z.string().nullable(),
  notify: z.array(party).readonly(),
  /** The text says at once. */
  immediate: z.boolean(),
})
export type PlacementChangeFigures = Readonly<z.output<typeof PlacementChangeFigures>>

type Facts = z.output<typeof PlacementChangeInput>
type Result = Answer<PlacementChangeFigures>

const wasDone = (done: Facts['stepsDone'], name: Step): boolean | undefined => done?.includes(name)

/** Each step as a finding of its own. */
const stepFindings = (required: readonly (keyof typeof rules & Step)[], done: Facts['stepsDone']): readonly Finding[] =>
  required.map((name) => rules[name].apply(wasDone(done, name), ['stepsDone']))

/** The first step not taken, or what comes after the last. */
function nextStep(required: readonly Step[], done: Facts['stepsDone'], after: string | null): string | null {
  if (done == null) return null
  return required.find((name) => !done.includes(name)) ?? after
}

/** VIII.4(2): the original school sees the student to the next. */
function relocation({ stepsDone }: Facts, reader: Reader): Result {
  const value = {
    responsible: 'originalRegisteredSchool',
    route: 'relocation',
    nextAction: nextStep(relocationSteps, stepsDone, 'none'),
    notify: ['educationDepartment', 'placementCommittee'],
    immediate: false,
  } as const
  return answer(value, stepFindings(relocationSteps, stepsDone), reader.taken)
}

/** VIII.4(3): at once, without a number of days. */
function deathOrLostContact({ stepsDone }: Facts, reader: Reader): Result {
  reader.take('N-A16')
  const value = {
    responsible: 'registeredSchool',
    route: 'deathOrLostContact',
    nextAction: nextStep(lossSteps, stepsDone, 'none'),
    notify: ['educationDepartment'],
    immediate: true,
  } as const
  return answer(value, stepFindings(lossSteps, stepsDone), reader.taken)
}

/** VIII.4(1)4: either of two may notify the Department, which refers the case. */
function dispute(facts: Facts, shared: readonly Finding[], reader: Reader): Result {
  const { stepsDone } = facts
  const bySchool = wasDone(stepsDone, 'schoolNotification')
  const byTeacher = wasDone(stepsDone, 'teacherNotification')
  const notified = stepsDone == null ? undefined : bySchool === true || byTeacher === true
  const value = {
    responsible: 'registeredSchool',
    route: 'dispute',
    nextAction: notified === undefined ? null : notified ? 'awaitReferral' : 'notifyDepartment',
    notify: ['educationDepartment'],
    immediate: false,
  } as const
  return answer(
    value,
    [
      ...shared,
      rules.disagreementNotified.apply(notified, ['stepsDone']),
      rules.schoolNotifies.apply(bySchool, ['stepsDone']),
      rules.teacherNotifies.apply(byTeacher, ['stepsDone']),
    ],
    reader.taken,
  )
}

/** Whether no step was taken before one that is listed earlier. */
function inOrder(done: Facts['stepsDone']): boolean | undefined {
  if (done == null) return undefined
  const taken = [...new Set(done)].filter((name) => changeSteps.some((step) => step === name))
  return taken.every((name, index) => name === changeSteps[index])
}

/** VIII.4(1)1–3: meeting, three steps, and then the school itself or the placement procedure. */
function changeOfService(facts: Facts, reader: Reader): Result {
  const { consensus, recommended, stepsDone, departmentAgreed } = facts
  const met = stepsDone == null ? undefined : stepsDone.includes('discussionMeeting') || stepsDone.includes('caseMeeting')
  const shared = [rules.changeDiscussed.apply(met, ['stepsDone']), rules.consensusReached.apply(consensus, ['consensus'])]
  if (consensus === false) return dispute(facts, shared, reader)

  const route = recommended == null ? null : routeOf[recommended]
  const taken = reader.take('N-A15')
  const required = route === 'placementProcedure' && taken === 'consentOnly' ? consentAlone : changeSteps
  const findings = [...shared, rules.recommendationStated.apply(recommended, ['recommended']), ...stepFindings(required, stepsDone)]
  if (taken !== 'anyOrder') findings.push(rules.stepsInOrder.apply(inOrder(stepsDone), ['stepsDone']))
  const waits = route === 'schoolHandles' && taken !== 'recordation'
  if (waits) findings.push(rules.departmentAgreed.apply(departmentAgreed, ['departmentAgreed']))
  const agreed = waits ? departmentAgreed : true
  const afterLetter = agreed == null ? null : agreed ? 'changePlacement' : 'awaitDepartmentAgreement'
  const after = route === 'placementProcedure' ? 'applyUnderPlacementProcedure' : afterLetter
  const settled = consensus === true && route !== null
  return answer(
    {
      responsible: 'registeredSchool',
      route: settled ? route : null,
      nextAction: settled ? nextStep(required, stepsDone, after) : null,
      notify: ['educationDepartment'],
      immediate: false,
    },
    findings,
    reader.taken,
  )
}

const parse = parser(PlacementChangeInput)

/**
 * What a school does when home education ends or changes, which steps are missing, and what comes next.
 *
 * When the condition has changed or home education harms, the school calls a meeting, obtains consent, holds the case
 * meeting, writes to the Department, in that order, and then acts itself (regular or resource class, once the Department has
 * agreed) or follows the placement procedure (any other). Where the three do not agree, school or teacher notifies the
 * Department: either is enough. A household move and a death or loss of contact have steps of their own; the latter are due
 * at once, without a number of days. A list of steps that is given is the whole list; no list means not known. Consent that
 * was refused is a disagreement.
 *
 * @param input what happened, whether all agree, what is recommended and the steps taken, in their order
 * @param options another reading of N-A15 (order, agreement, and steps for the placement procedure)
 * @returns who acts, the route, the next action and whom to notify
 * @throws InputError when a choice is missing or unknown
 * @source New Taipei home-education plan (2019) VIII.4
 * @example
 * checkPlacementChange({ event: 'deceased', stepsDone: [] }).value.nextAction //=> 'reportToDepartment'
 * @example
 * checkPlacementChange({ event: 'relocated', stepsDone: ['schoolTransfer'] }).value.nextAction //=> 'transitionNotification'
 */
export function checkPlacementChange(input: PlacementChangeInput, options?: Options): Answer<PlacementChangeFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  switch (facts.event) {
    case 'conditionChanged':
    case 'homeEducationDetrimental':
      return changeOfService(facts, reader)
    case 'relocated':
      return relocation(facts, reader)
    case 'deceased':
    case 'lostContact':
      return deathOrLostContact(facts, reader)
  }
}

export const checkPlacementChangeEntry = {
  name: 'checkPlacementChange',
  answers: text('What to do when home education ends or changes', '在家教育原因消失或異動時如何處理'),
  input: PlacementChangeInput,
  value: PlacementChangeFigures,
  rules,
  run: checkPlacementChange,
} as const satisfies FunctionEntry
