import * as z from 'zod'
import { answer, worst, type Answer } from '../kernel/answer.js'
import { present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject, type Path } from '../kernel/input.js'
import { flatMap } from '../kernel/list.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import { formerInstitutionRules, hasCommittee, Institution } from './institutions.js'
import { applyWhen, onDate, Version, versionOn } from './versions.js'

const drafted = {
  force: 'mandatory',
  test: present(),
  says: text('A programme is drafted from abilities, needs and the resources at hand.', '依能力、需求及資源擬具方案。'),
} as const
const committee = {
  force: 'mandatory',
  test: present(),
  says: text('The special education committee of the school passes the programme.', '方案經特推會審議通過。'),
} as const
const principal = {
  force: 'mandatory',
  test: present(),
  says: text('The principal approves the programme.', '方案經校長核定。'),
} as const
const report = {
  force: 'mandatory',
  test: present(),
  says: text('The programme is reported to the City for recordation.', '方案報本府備查。'),
} as const

const own = regulations.rules({
  needsSurveyed: {
    at: '第7條第1項',
    force: 'mandatory',
    test: present(),
    says: text('The abilities and needs of the students and children are surveyed.', '調查學生及幼兒之能力與需求。'),
  },
  programmeDrafted: { at: '第7條第1項', ...drafted },
  committeePassed: { at: '第7條第3項前段', ...committee },
  principalApproved: { at: '第7條第3項前段', ...principal },
  reportedForRecordation: { at: '第7條第3項前段', ...report },
  studentInvited: {
    at: '第7條第3項後段',
    force: 'mandatory',
    test: present(),
    says: text("The student is invited to the committee's meeting.", '邀請學生本人參與會議。'),
  },
  representativeInvited: {
    at: '第7條第3項後段',
    force: 'mandatory',
    test: present(),
    says: text("The legal representative is invited to the committee's meeting.", '邀請法定代理人參與會議。'),
  },
  caregiverInvited: {
    at: '第7條第3項後段',
    force: 'mandatory',
    test: present(),
    says: text("The actual caregiver is invited to the committee's meeting.", '邀請實際照顧者參與會議。'),
  },
  someoneInvited: {
    at: '第7條第3項後段',
    force: 'mandatory',
    test: present(),
    says: text("The student, the representative or the caregiver is invited to the committee's meeting.", '邀請學生本人、法定代理人或實際照顧者之一參與會議。'),
  },
  preschoolPrincipalApproved: {
    at: '第7條第4項',
    also: ['第15條'],
    force: 'mandatory',
    test: present(),
    says: text('The principal of the preschool, or the head of the centre, approves the programme.', '方案經園長（中心主管）核定。'),
  },
  preschoolReported: {
    at: '第7條第4項',
    also: ['第15條'],
    force: 'mandatory',
    test: present(),
    says: text('The programme is reported to the City for recordation.', '方案報本府備查。'),
  },
  formerProgrammeDrafted: { at: '舊第2條第2項前段', ...drafted },
  formerCommitteePassed: { at: '舊第2條第2項前段', ...committee },
  formerPrincipalApproved: { at: '舊第2條第2項前段', ...principal },
  formerReportedForRecordation: { at: '舊第2條第2項前段', ...report },
})
const rules = { ...own, ...formerInstitutionRules }

/** The steps that decide, with a committee and without one. */
const decisions = {
  committee: { approved: rules.principalApproved, reported: rules.reportedForRecordation },
  exempt: { approved: rules.preschoolPrincipalApproved, reported: rules.preschoolReported },
} as const

const done = known(yesOrNo)

/** There is nobody to invite: an adult student has no legal representative. */
const NOBODY = 'none'
const invitation = known(z.union([yesOrNo, z.literal(NOBODY)]))

const wasNotDrafted = text('a later step is given for a programme that was not drafted', '方案未擬具，卻有後續步驟')

/** How a programme was drafted and approved. */
export const ApprovalPathwayInput = z.strictObject({
  onDate,
  institutionType: describedAs(
    Institution,
    'the institution; with a joint programme, the one that leads it; the former text covers municipal ones only, which checkProgrammeEligibility tells apart',
    '機構類別；合辦時為主辦者；修正前條文以市立者為限，公私立由 checkProgrammeEligibility 判斷',
  ),
  recipient: describedAs(known(z.enum(['student', 'preschoolChild'])), 'whom the programme serves', '對象'),
  jointProgramme: describedAs(known(yesOrNo), 'several institutions plan it together', '跨校（園）合辦'),
  stepsDone: describedAs(
    known(
      z.strictObject({
        needsSurvey: describedAs(done, 'abilities and needs were surveyed', '已調查能力及需求'),
        draftProgramme: describedAs(done, 'a programme was drafted', '已擬具方案', wasNotDrafted),
        committeePass: describedAs(done, 'the committee passed it', '特推會已審議通過'),
        headApproval: describedAs(done, 'the head of the institution approved it', '首長已核定'),
        reportToCityForRecordation: describedAs(done, 'it was reported to the City', '已報本府備查'),
      }),
    ),
    'the steps, each yes or no; one left out is not known',
    '各步驟是否完成；未提供者視為未知',
  ),
  invited: describedAs(
    known(
      z.strictObject({
        student: describedAs(done, 'the student was invited', '已邀請學生本人'),
        legalRepresentative: describedAs(
          invitation,
          'the legal representative was invited; none when the student has none, being of age',
          '已邀請法定代理人；學生已成年而無法定代理人者填 none',
        ),
        actualCaregiver: describedAs(
          invitation,
          'the actual caregiver was invited; if the representative is the caregiver, yes to both; none when nobody else gives care',
          '已邀請實際照顧者；與法定代理人同一人者，兩者均填 true；別無照顧者填 none',
        ),
      }),
    ),
    "whom the committee's meeting invited; inviting is enough, attendance is not asked",
    '特推會會議邀請之人；以邀請為準，不論是否出席',
  ),
})
export type ApprovalPathwayInput = z.input<typeof ApprovalPathwayInput>

export const ApprovalPathwayFigures = z.strictObject({
  version: Version,
  /** Whether the special education committee must pass the programme. */
  committeeRequired: z.boolean(),
  /** Who approves it: under the former text the principal (校長), for a preschool too; `null` where that text does not reach. */
  approver: z.enum(['schoolPrincipal', 'preschoolPrincipal', 'centreHead']).nullable(),
  /** What execution waits for. */
  executionWaitsFor: z.enum(['review', 'recordation']),
  /** Programmes may always be planned jointly. */
  jointProgrammeAllowed: z.literal(true),
  /** Whether each institution of a joint programme goes through its own pathway; `null` while it is not known to be joint. */
  perInstitutionPathway: z.boolean().nullable(),
})
export type ApprovalPathwayFigures = Readonly<z.output<typeof ApprovalPathwayFigures>>

type Facts = z.output<typeof ApprovalPathwayInput>

/** Who approves a programme under either text. @source Art. 7(3), (4), Art. 15; former Art. 2(2), first part */
const approvers = {
  amended2024: {
    school: 'schoolPrincipal',
    schoolAffiliatedPreschool: 'schoolPrincipal',
    independentPreschool: 'preschoolPrincipal',
    workplaceEducareCentre: 'centreHead',
  },
  former: {
    school: 'schoolPrincipal',
    schoolAffiliatedPreschool: 'schoolPrincipal',
    independentPreschool: 'schoolPrincipal',
    workplaceEducareCentre: null,
  },
} as const

function figuresOf({ institutionType, jointProgramme }: Facts, version: Version, reader: Reader): ApprovalPathwayFigures {
  if (version === 'amended2024' && institutionType === 'workplaceEducareCentre') reader.take('H-A23b')
  const eachByItself = jointProgramme === true ? reader.take('H-A10') === 'eachInstitution' : (jointProgramme ?? null)
  return {
    version,
    committeeRequired: version === 'former' || hasCommittee(institutionType),
    approver: approvers[version][institutionType],
    executionWaitsFor: reader.take('H-A8') === 'oneSubmission' ? 'review' : 'recordation',
    jointProgrammeAllowed: true,
    perInstitutionPathway: eachByItself,
  }
}

/** A step of the text, the fact that shows it done, and where that fact stands. */
type Step = readonly [rule: typeof rules.committeePassed, fact: boolean | null | undefined, path: Path]

/** One invitation in place of several: the first that was made, else the first that may have been. */
function anyOf(listed: readonly Step[]): Step {
  const [, fact, path] = listed.find(([, made]) => made === true) ?? listed.find(([, made]) => made == null) ?? [null, false, ['invited']]
  return [rules.someoneInvited, fact, path]
}

/** The invitation of a person, where there is that person. */
const inviting = (rule: Step[0], made: Step[1] | typeof NOBODY, path: Path): readonly Step[] => (made === NOBODY ? [] : [[rule, made, path]])

/** Art. 7(3), second part: whom the committee's meeting invites. A preschool child is not listed in person. */
function invitations({ recipient, invited }: Facts, reader: Reader): readonly Step[] {
  const studentStep: Step = [rules.studentInvited, invited?.student, ['invited', 'student']]
  const others: readonly Step[] = [
    ...inviting(rules.representativeInvited, invited?.legalRepresentative, ['invited', 'legalRepresentative']),
    ...inviting(rules.caregiverInvited, invited?.actualCaregiver, ['invited', 'actualCaregiver']),
  ]
  const listed = recipient === 'preschoolChild' ? others : [studentStep, ...others]
  if (listed.every(([, fact]) => fact === true)) return listed
  if (reader.take('H-A9') === 'anyOne') return [anyOf(listed)]
  const waitsForRecipient = recipient == null && invited?.student !== true
  return waitsForRecipient ? [[rules.studentInvited, null, ['recipient']], ...others] : listed
}

/** The steps of Art. 7 for an institution, in their order. */
function stepsOf(facts: Facts, committeeRequired: boolean, reader: Reader): readonly Step[] {
  const { needsSurvey, committeePass, headApproval, reportToCityForRecordation } = facts.stepsDone ?? {}
  const { approved, reported } = decisions[committeeRequired ? 'committee' : 'exempt']
  const passed: Step = [rules.committeePassed, committeePass, ['stepsDone', 'committeePass']]
  return [
    [rules.needsSurveyed, needsSurvey, ['stepsDone', 'needsSurvey']],
    ...(committeeRequired ? [passed, ...invitations(facts, reader)] : []),
    [approved, headApproval, ['stepsDone', 'headApproval']],
    [reported, reportToCityForRecordation, ['stepsDone', 'reportToCityForRecordation']],
  ]
}

/** The steps of the former Art. 2: the same for every institution. */
function formerStepsOf({ stepsDone }: Facts): readonly Step[] {
  const { committeePass, headApproval, reportToCityForRecordation } = stepsDone ?? {}
  return [
    [rules.formerCommitteePassed, committeePass, ['stepsDone', 'committeePass']],
    [rules.formerPrincipalApproved, headApproval, ['stepsDone', 'headApproval']],
    [rules.formerReportedForRecordation, reportToCityForRecordation, ['stepsDone', 'reportToCityForRecordation']],
  ]
}

const parse = parser(ApprovalPathwayInput)
const draftPath: Path = ['stepsDone', 'draftProgramme']

/**
 * Whether a programme went the way to recordation: survey, draft, committee, approval, report.
 *
 * A preschool attached to a school goes by the committee and the principal of its school; a preschool of its own and a
 * workplace centre may do without a committee, and convening one all the same is in order. An institution that drafts
 * no programme has broken nothing and is asked for no further step. Inviting is enough, whoever attends; somebody whom
 * there is not need not be invited. A step that is left out is not known, not undone. Under the former text the principal
 * approved everywhere, and there was no exemption, no survey and no invitation; whether an institution was a municipal
 * one, the only ones that it covered, is not asked here.
 *
 * @param input the institution, the steps, each yes or no, and the invitations, each yes, no or none
 * @param options another reading of H-A7 (drafting), H-A8 (one submission), H-A9 (invitations) or H-A10 (joint programmes)
 * @returns whether the committee is needed, who approves and what execution waits for
 * @throws InputError when the institution is missing, a field is of the wrong type, or a later step is given for a
 * programme that was not drafted
 * @source Hsinchu special education programme regulations (2024) Art. 7(1), (3)–(5), Art. 15; former Art. 2
 * @example
 * checkApprovalPathway({ institutionType: 'independentPreschool' }).value.approver //=> 'preschoolPrincipal'
 * @example
 * checkApprovalPathway({ onDate: '2024-09-01', institutionType: 'independentPreschool' }).value.committeeRequired //=> true
 */
export function checkApprovalPathway(input: ApprovalPathwayInput, options?: Options): Answer<ApprovalPathwayFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)
  const former = version === 'former'
  const { draftProgramme, committeePass, headApproval, reportToCityForRecordation } = facts.stepsDone ?? {}

  const goneOn = committeePass === true || headApproval === true || reportToCityForRecordation === true
  if (draftProgramme === false && goneOn) {
    reject(draftPath, wasNotDrafted)
  }
  const figures = figuresOf(facts, version, reader)
  const covered = former ? [rules.formerCoversInstitution.apply(facts.institutionType, ['institutionType'])] : []
  if (worst(covered) === 'breach') return answer(figures, covered, reader.taken)

  const programme = goneOn ? true : draftProgramme
  const asked = programme === true || reader.take('H-A7') === 'duty' ? true : programme
  if (asked === false) return answer(figures, covered, reader.taken)
  const draft = (former ? rules.formerProgrammeDrafted : rules.programmeDrafted).apply(programme, draftPath)
  const steps = former ? formerStepsOf(facts) : stepsOf(facts, figures.committeeRequired, reader)
  const findings = flatMap(steps, ([rule, fact, path]) => applyWhen(asked, draftPath, rule, fact, path))
  return answer(figures, [...covered, draft, ...findings], reader.taken)
}

export const checkApprovalPathwayEntry = {
  name: 'checkApprovalPathway',
  answers: text('Whether a programme was drafted, passed, approved and reported as it must be', '方案之擬具、審議、核定及備查程序是否完成'),
  input: ApprovalPathwayInput,
  value: ApprovalPathwayFigures,
  rules,
  run: checkApprovalPathway,
} as const satisfies FunctionEntry
