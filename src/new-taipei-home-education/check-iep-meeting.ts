import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options } from './document.js'

/** An item that must be there; the paragraph gives it no figure. */
const item = <const At extends string>(at: At, en: string, zhHant: string) =>
  ({ at, force: 'mandatory', test: present(), says: text(en, zhHant) }) as const

const rules = plan.rules({
  draftedByItinerantTeacher: item('柒、一、（三）1', 'The itinerant teacher takes part in drafting the IEP.', '巡迴輔導教師參與擬定個別化教育計畫。'),
  draftedByAssistingTeacher: item('柒、一、（三）1', 'The other teachers of the school who guide the student take part.', '校內其他參與輔導的教師參與擬定。'),
  draftedByParent: item('柒、一、（三）1', 'The parents take part in drafting it.', '家長參與擬定。'),
  draftedByProfessional: item('柒、一、（三）1', 'The related professionals take part in drafting it.', '相關專業人員參與擬定。'),
  draftedFromReport: item('柒、一、（三）1', 'It draws on the identification report.', '參酌鑑定報告。'),
  draftedFromInterview: item('柒、一、（三）1', 'It draws on the interview.', '參酌訪談結果。'),
  draftedFromHomeAssessment: item('柒、一、（三）1', 'It draws on the assessment at home.', '參酌到家評估結果。'),

  learningGoalsAndContent: item('柒、一、（三）2', 'The IEP states the goals and content of learning.', '計畫載明學習的目標及內容。'),
  lifeSkillsGoalsAndContent: item('柒、一、（三）2', 'It states the goals and content of life training.', '載明生活訓練的目標及內容。'),
  professionalTrainingGoalsAndContent: item('柒、一、（三）2', 'It states the goals and content of professional training.', '載明專業服務訓練的目標及內容。'),
  serviceMannerAndFrequency: item('柒、一、（三）2', 'It states how and how often home-education service is given.', '載明在家教育的服務方式與次數。'),
  assessmentContentAndMethod: item('柒、一、（三）2', 'It states the content and method of assessment.', '載明評量的內容與方式。'),
  partTimeReturnPlan: item('柒、一、（三）2', 'It plans the part-time return: how often, when and by what transport.', '規劃部分時間返校的次數、日程與到校方式。'),
  otherServices: item('柒、一、（三）2', 'It states the other services that the student needs.', '載明所需的其他服務。'),

  domains: item('捌、二、（一）', 'The IEP fixes the domains of assessment.', '計畫明訂評量領域。'),
  methods: item('捌、二、（一）', 'It fixes the methods of assessment.', '明訂評量方式。'),
  standards: item('捌、二、（一）', 'It fixes the standards of assessment.', '明訂評量標準。'),
  responsiblePerson: item('捌、二、（一）', 'It fixes who is responsible for assessment.', '明訂評量負責人員。'),
  scoreWeighting: item('捌、二、（一）', 'It fixes how scores are weighted.', '明訂計分比例。'),
  frequency: item('捌、二、（一）', 'It fixes how often assessment takes place.', '明訂評量次數。'),

  itinerantTeacher: item('柒、一、（四）前段', 'The itinerant teacher attends the meeting.', '巡迴輔導教師出席會議。'),
  schoolRepresentative: item('柒、一、（四）前段', 'A representative of the school attends.', '學校代表出席。'),
  assistingSchoolTeacher: item('柒、一、（四）前段', 'The teachers of the school who take part in guidance attend.', '校內參與輔導的教師出席。'),
  relatedProfessional: item('柒、一、（四）前段', 'The related professionals attend.', '相關專業人員出席。'),
  parent: item('柒、一、（四）前段', 'The parents attend.', '家長出席。'),
  faceToFace: {
    at: '柒、一、（四）前段',
    force: 'mandatory',
    test: oneOf('inPerson'),
    says: text('The meeting confirms the IEP {test}, face to face.', '以當面會議（{test}）確認計畫內容。'),
    next: text('meet face to face; other forms are for students enrolled outside the city', '改以當面會議；其他方式僅限設籍外縣市學校的學生'),
  },
})

const drafters = ['itinerantTeacher', 'assistingSchoolTeacher', 'parent', 'relatedProfessional'] as const
const sources = ['identificationReport', 'interview', 'homeAssessment'] as const
const alwaysStated = [
  'learningGoalsAndContent',
  'lifeSkillsGoalsAndContent',
  'professionalTrainingGoalsAndContent',
  'serviceMannerAndFrequency',
  'assessmentContentAndMethod',
] as const
const content = [...alwaysStated, 'partTimeReturnPlan', 'otherServices'] as const
const assessmentItems = ['domains', 'methods', 'standards', 'responsiblePerson', 'scoreWeighting', 'frequency'] as const
const attendees = ['itinerantTeacher', 'schoolRepresentative', 'assistingSchoolTeacher', 'relatedProfessional', 'parent'] as const
/** Only these may not exist in a case: a student without an assisting teacher, or without professional services. */
const dispensable = ['assistingSchoolTeacher', 'relatedProfessional'] as const

const formats = ['inPerson', 'phone', 'written', 'otherRemote'] as const
const MOST_ITEMS = 20

const drafterRules = {
  itinerantTeacher: rules.draftedByItinerantTeacher,
  assistingSchoolTeacher: rules.draftedByAssistingTeacher,
  parent: rules.draftedByParent,
  relatedProfessional: rules.draftedByProfessional,
} as const
const sourceRules = {
  identificationReport: rules.draftedFromReport,
  interview: rules.draftedFromInterview,
  homeAssessment: rules.draftedFromHomeAssessment,
} as const

const attendedAfterAll = text('names somebody who attended', '所列人員已出席會議')

export const IepMeetingInput = z.strictObject({
  content: describedAs(known(listOf(z.enum(content), MOST_ITEMS)), 'what the IEP states', '計畫載明的事項'),
  partTimeReturnNeeded: describedAs(known(yesOrNo), 'whether the student needs a part-time return to school', '是否需要部分時間返校'),
  otherServicesNeeded: describedAs(known(yesOrNo), 'whether the student needs other services', '是否需要其他服務'),
  assessmentPlan: describedAs(
    known(listOf(z.enum(assessmentItems), MOST_ITEMS)),
    'the items of assessment that the IEP fixes',
    '計畫明訂的評量項目',
  ),
  attendees: describedAs(known(listOf(z.enum(attendees), MOST_ITEMS)), 'who attended', '出席人員'),
  notApplicableAttendees: describedAs(
    known(listOf(z.enum(dispensable), MOST_ITEMS)),
    'who does not exist in this case, such as no assisting teacher',
    '本個案並無的人員，例如沒有校內參與輔導的教師',
    attendedAfterAll,
  ),
  format: describedAs(known(z.enum(formats)), 'how the meeting was held', '會議方式'),
  enrolledSchoolOutsideCity: describedAs(known(yesOrNo), 'whether the student is enrolled at a school outside the city', '是否設籍外縣市學校'),
  drafting: describedAs(
    z.strictObject({
      by: describedAs(known(listOf(z.enum(drafters), MOST_ITEMS)), 'who drafted the IEP', '參與擬定的人員'),
      from: describedAs(known(listOf(z.enum(sources), MOST_ITEMS)), 'what it draws on', '參酌的資料'),
    }).nullish(),
    'how the IEP was drafted; left out, the drafting is not checked',
    '計畫的擬定情形；未提供則不檢查',
  ),
})
export type IepMeetingInput = z.input<typeof IepMeetingInput>

export const IepMeetingFigures = z.strictObject({
  /** The forms that the meeting may take: one for students of city schools, an open list for others; `null` while not known. */
  formatsAllowed: z.array(z.enum(formats)).readonly().nullable(),
  /** What the IEP of this student must state; `null` while the student's needs are not known. */
  requiredContent: z.array(z.enum(content)).readonly().nullable(),
  /** Who must attend in this case. */
  requiredAttendees: z.array(z.enum(attendees)).readonly(),
})
export type IepMeetingFigures = Readonly<z.output<typeof IepMeetingFigures>>

type Facts = z.output<typeof IepMeetingInput>
type ContentItem = (typeof content)[number]

/** VII.1(3)2: five items always; two more when the student needs them, and asked for while that is not known. */
function iepContent({ content: stated, partTimeReturnNeeded, otherServicesNeeded }: Facts): readonly Finding[] {
  const check = (name: ContentItem): Finding => rules[name].apply(stated?.includes(name), ['content'])
  const asNeeded = (name: ContentItem, needed: boolean | null | undefined, field: string): readonly Finding[] => {
    if (needed == null) return [rules[name].unknown([field])]
    return needed ? [check(name)] : []
  }
  return [
    ...alwaysStated.map(check),
    ...asNeeded('partTimeReturnPlan', partTimeReturnNeeded, 'partTimeReturnNeeded'),
    ...asNeeded('otherServices', otherServicesNeeded, 'otherServicesNeeded'),
  ]
}

function requiredContent({ partTimeReturnNeeded, otherServicesNeeded }: Facts): readonly ContentItem[] | null {
  if (partTimeReturnNeeded == null || otherServicesNeeded == null) return null
  const required: ContentItem[] = [...alwaysStated]
  if (partTimeReturnNeeded) required.push('partTimeReturnPlan')
  if (otherServicesNeeded) required.push('otherServices')
  return required
}

/** VII.1(4): face to face, unless the student is enrolled elsewhere. */
function meetingFormat({ format, enrolledSchoolOutsideCity }: Facts): readonly Finding[] {
  if (enrolledSchoolOutsideCity === true) return []
  if (enrolledSchoolOutsideCity == null && format !== 'inPerson') return [rules.faceToFace.unknown(['enrolledSchoolOutsideCity'])]
  return [rules.faceToFace.apply(format, ['format'])]
}

/** VII.1(3)1: who drafted the IEP, those who do not exist in the case left aside, and from what. */
function draftedTogether({ drafting }: Facts, inCase: (name: (typeof attendees)[number]) => boolean): readonly Finding[] {
  if (drafting == null) return []
  return [
    ...drafters.filter(inCase).map((name) => drafterRules[name].apply(drafting.by?.includes(name), ['drafting', 'by'])),
    ...sources.map((name) => sourceRules[name].apply(drafting.from?.includes(name), ['drafting', 'from'])),
  ]
}

const parse = parser(IepMeetingInput)

/**
 * Whether an IEP and the meeting that confirmed it are complete: what the IEP states, its items of assessment, who attended
 * and in what form; and, when told, how it was drafted.
 *
 * A list that is given is the whole list: what it lacks is missing, and an empty one lacks everything. A list that is left
 * out is not known. Part-time return and other services are needed by some students only; while that is not known, it is
 * asked for. A meeting by telephone or in writing is in order only for a student enrolled at a school outside the city,
 * for whom the list of forms is open. What the Special Education Act itself asks of an IEP is not checked. The day of the
 * meeting is in computeCaseDeadlines.
 *
 * @param input what the IEP states, who attended, and the form of the meeting
 * @param options none of the readings changes this answer
 * @returns the forms allowed, and the content and attendance that this case needs
 * @throws InputError when an item is unknown, or somebody both attended and does not exist
 * @source New Taipei home-education plan (2019) VII.1(3)1–2, VII.1(4), VIII.2(1)
 * @example
 * checkIepMeeting({ format: 'phone', enrolledSchoolOutsideCity: false }).value.formatsAllowed //=> ['inPerson']
 * @example
 * checkIepMeeting({ format: 'phone', enrolledSchoolOutsideCity: false }).outcome //=> 'breach'
 */
export function checkIepMeeting(input: IepMeetingInput, options?: Options): Answer<IepMeetingFigures> {
  const facts = parse(input)
  const { notApplicableAttendees: absentFromCase, attendees: attended, enrolledSchoolOutsideCity: outside } = facts
  const reader = readings.reader(options)
  if (absentFromCase?.some((name) => attended?.includes(name)) === true) {
    reject(['notApplicableAttendees'], attendedAfterAll)
  }
  const inCase = (name: (typeof attendees)[number]): boolean => absentFromCase?.some((other) => other === name) !== true

  const required = attendees.filter(inCase)
  const findings = [
    ...iepContent(facts),
    ...assessmentItems.map((name) => rules[name].apply(facts.assessmentPlan?.includes(name), ['assessmentPlan'])),
    ...required.map((name) => rules[name].apply(attended?.includes(name), ['attendees'])),
    ...meetingFormat(facts),
    ...draftedTogether(facts, inCase),
  ]
  const formatsAllowed = outside == null ? null : outside ? formats : (['inPerson'] as const)
  return answer({ formatsAllowed, requiredContent: requiredContent(facts), requiredAttendees: required }, findings, reader.taken)
}

export const checkIepMeetingEntry = {
  name: 'checkIepMeeting',
  answers: text('Whether an IEP and its meeting are complete', '個別化教育計畫及會議是否完備'),
  input: IepMeetingInput,
  value: IepMeetingFigures,
  rules,
  run: checkIepMeeting,
} as const satisfies FunctionEntry
