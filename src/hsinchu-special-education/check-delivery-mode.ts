import * as z from 'zod'
import { answer, worst, type Answer } from '../kernel/answer.js'
import { absent, oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import type { Locator } from './ledger.js'
import { applyWhen, onDate, Version, versionOn } from './versions.js'

const Mode = z.enum([
  'specialNeedsCurriculum',
  'remedialTeaching',
  'materialsAndAssistiveDevices',
  'personnelSupport',
  'careerGuidance',
  'otherAdvocacyActivities',
  'individualGuidance',
  'mentorship',
  'independentStudy',
  'enrichmentCurriculum',
  'clubActivities',
  'presentationActivities',
  'holidayCamp',
  'observationExchange',
  'otherCoursesOrActivities',
])
type Mode = z.output<typeof Mode>
type Modes = Readonly<Partial<Record<Mode, Locator>>>

const disabilityModes: Readonly<Record<Version, Modes>> = {
  amended2024: {
    specialNeedsCurriculum: '第5條第1款',
    materialsAndAssistiveDevices: '第5條第2款',
    personnelSupport: '第5條第3款',
    careerGuidance: '第5條第4款',
    otherAdvocacyActivities: '第5條第5款',
  },
  former: {
    remedialTeaching: '舊第5條第1款',
    materialsAndAssistiveDevices: '舊第5條第2款',
    personnelSupport: '舊第5條第3款',
    careerGuidance: '舊第5條第4款',
    otherAdvocacyActivities: '舊第5條第5款',
  },
}

const giftedModes: Modes = {
  individualGuidance: '第6條第1項第1款',
  mentorship: '第6條第1項第2款',
  independentStudy: '第6條第1項第3款',
  enrichmentCurriculum: '第6條第1項第4款',
  clubActivities: '第6條第1項第5款',
  presentationActivities: '第6條第1項第6款',
  careerGuidance: '第6條第1項第7款',
  holidayCamp: '第6條第1項第8款',
  observationExchange: '第6條第1項第9款',
  otherCoursesOrActivities: '第6條第1項第10款',
}

/** What item 10 does not take in: it is open to courses and activities, and these are neither. @source Art. 6(1)(10) */
const neitherCourseNorActivity: readonly Mode[] = ['materialsAndAssistiveDevices', 'personnelSupport']

const formerGiftedModes: Modes = {
  individualGuidance: '舊第6條第1項第1款',
  mentorship: '舊第6條第1項第2款',
  independentStudy: '舊第6條第1項第3款',
  enrichmentCurriculum: '舊第6條第1項第4款',
  clubActivities: '舊第6條第1項第5款',
  presentationActivities: '舊第6條第1項第6款',
  careerGuidance: '舊第6條第1項第7款',
  holidayCamp: '舊第6條第1項第8款',
}
/** Any other suitable way: the former list is open, so that no way is outside it. */
const FORMER_OTHER_WAYS = '舊第6條第1項第9款' satisfies Locator

const principle = {
  force: 'in-principle',
  decides: text('the institution, which plans the time, and the City on review', '規劃時間之學校或幼兒園，及審查之本府'),
  test: oneOf('afterSchool', 'holiday'),
  says: text('In principle the time of a programme for the gifted is {test}.', '資優方案原則上實施時間為{test}。'),
} as const
const need = {
  force: 'mandatory',
  test: present(),
  says: text('Class time is used because of a special curricular need.', '使用上課時間係因特殊課程需求。'),
  next: text('move the programme after class or to a holiday, or record the need', '改於課後或假日，或載明課程需求'),
} as const
const noDisturbance = {
  force: 'mandatory',
  test: absent(),
  says: text("The programme does not disturb the student's ordinary learning.", '不影響學生之常態學習。'),
} as const

const rules = regulations.rules({
  giftedProgrammeForStudents: {
    at: '第4條第2款',
    force: 'mandatory',
    test: present(),
    says: text('A programme for the gifted is for students.', '資優方案之對象為學生。'),
  },
  disabilityModeListed: {
    at: '第5條',
    force: 'mandatory',
    test: oneOf(...Object.keys(disabilityModes.amended2024)),
    says: text('A programme for disabilities is delivered in a listed way: {test}.', '身心障礙類之辦理方式為所列之一：{test}。'),
  },
  giftedModeListed: {
    at: '第6條第1項',
    force: 'mandatory',
    test: oneOf(...Object.keys(giftedModes)),
    says: text(
      'A programme for the gifted is delivered in a listed way or by another course or activity: {test}.',
      '資優類之辦理方式為所列之一或其他課程、活動：{test}。',
    ),
  },
  outsideClassInPrinciple: { at: '第6條第2項前段', ...principle },
  needForClassTime: { at: '第6條第2項後段', ...need },
  ordinaryLearningUndisturbed: { at: '第6條第2項但書', ...noDisturbance },
  formerProgrammeForStudents: {
    at: '舊第4條',
    force: 'mandatory',
    test: present(),
    says: text('The programme is for students.', '方案之對象為學生。'),
  },
  formerDisabilityModeListed: {
    at: '舊第5條',
    force: 'mandatory',
    test: oneOf(...Object.keys(disabilityModes.former)),
    says: text('A programme for disabilities is delivered in a listed way: {test}.', '身心障礙類之辦理方式為所列之一：{test}。'),
  },
  formerOutsideClassInPrinciple: { at: '舊第6條第2項前段', ...principle },
  formerNeedForClassTime: { at: '舊第6條第2項後段', ...need },
  formerOrdinaryLearningUndisturbed: { at: '舊第6條第2項但書', ...noDisturbance },
})

/** How the time of a programme is judged under either text. */
const timeRules = {
  amended2024: {
    principle: rules.outsideClassInPrinciple,
    need: rules.needForClassTime,
    undisturbed: rules.ordinaryLearningUndisturbed,
  },
  former: {
    principle: rules.formerOutsideClassInPrinciple,
    need: rules.formerNeedForClassTime,
    undisturbed: rules.formerOrdinaryLearningUndisturbed,
  },
} as const

/** One way in which a programme is delivered. */
export const DeliveryModeInput = z.strictObject({
  onDate,
  category: describedAs(z.enum(['disability', 'gifted']), 'the category of the programme', '方案類別'),
  mode: describedAs(Mode, 'the way in which it is delivered', '辦理方式'),
  recipient: describedAs(known(z.enum(['student', 'preschoolChild'])), 'whom it serves', '對象'),
  multipleGiftedProgramme: describedAs(
    known(yesOrNo),
    'a gifted programme that is a multiple one; used when H-A6 is read as multipleProgrammesOnly',
    '是否為多元資優教育方案；僅於 H-A6 採 multipleProgrammesOnly 時使用',
  ),
  slot: describedAs(known(z.enum(['afterSchool', 'holiday', 'vacation', 'classTime'])), 'when it runs', '實施時間'),
  specialCurriculumNeed: describedAs(known(yesOrNo), 'there is a special curricular need for class time', '有使用上課時間之特殊課程需求'),
  disruptsRegularLearning: describedAs(known(yesOrNo), "it disturbs the student's ordinary learning", '影響學生之常態學習'),
})
export type DeliveryModeInput = z.input<typeof DeliveryModeInput>

export const DeliveryModeFigures = z.strictObject({
  version: Version,
  /** The item that lists the mode; `null` when none does. */
  modeLocator: z.string().nullable(),
  /** How the time stands to the rule on it; `null` while a fact is missing, `notRegulated` where there is no such rule. */
  scheduleStatus: z.enum(['conforms', 'permittedException', 'departsFromPrinciple', 'notPermitted', 'notRegulated']).nullable(),
})
export type DeliveryModeFigures = Readonly<z.output<typeof DeliveryModeFigures>>

type Facts = z.output<typeof DeliveryModeInput>
type ScheduleStatus = DeliveryModeFigures['scheduleStatus']

/** Art. 4: whether the category is open to whom the programme serves. */
function recipientFindings({ category, recipient }: Facts, version: Version, reader: Reader): readonly Finding[] {
  const childrenToo = (): boolean =>
    version === 'former' ? reader.take('H-V2') === 'asStudents' : reader.take('H-A4') === 'childrenReadIn'
  if (version === 'amended2024' && category === 'disability') return []
  const rule = version === 'former' ? rules.formerProgrammeForStudents : rules.giftedProgrammeForStudents
  const open = recipient === 'student' || childrenToo() || (recipient == null ? null : false)
  return [rule.apply(open, ['recipient'])]
}

interface Listing {
  readonly modeLocator: Locator | null
  readonly findings: readonly Finding[]
}

/** Arts. 5 and 6(1): the item that lists the mode. */
function listing({ category, mode }: Facts, version: Version, reader: Reader): Listing {
  if (category === 'gifted' && version === 'former') return { modeLocator: formerGiftedModes[mode] ?? FORMER_OTHER_WAYS, findings: [] }
  if (category === 'gifted') {
    const named = giftedModes[mode] !== undefined || neitherCourseNorActivity.includes(mode)
    const counted = named ? mode : 'otherCoursesOrActivities'
    return { modeLocator: giftedModes[counted] ?? null, findings: [rules.giftedModeListed.apply(counted, ['mode'])] }
  }
  const own = disabilityModes[version]
  const counted = own[mode] === undefined && reader.take('H-A5') === 'anyActivity' ? 'otherAdvocacyActivities' : mode
  const rule = version === 'former' ? rules.formerDisabilityModeListed : rules.disabilityModeListed
  return { modeLocator: own[counted] ?? null, findings: [rule.apply(counted, ['mode'])] }
}

/** Whether the rule on time covers the programme; the former text spoke of multiple programmes alone. */
function timeIsRegulated({ category, multipleGiftedProgramme }: Facts, version: Version, reader: Reader): boolean | null {
  if (category === 'disability') return false
  if (version === 'former' || multipleGiftedProgramme === true) return true
  return reader.take('H-A6') === 'everyGiftedProgramme' ? true : (multipleGiftedProgramme ?? null)
}

/** The principle, or in class time the exception to it. */
function principleFinding({ slot, specialCurriculumNeed }: Facts, version: Version, reader: Reader): Finding {
  const own = timeRules[version]
  if (slot === 'vacation') return own.principle.apply(reader.take('H-A6b') === 'holiday' ? 'holiday' : slot, ['slot'])
  if (slot !== 'classTime') return own.principle.apply(slot, ['slot'])
  if (specialCurriculumNeed !== true && reader.take('H-A6d') === 'principleOnly') {
    return specialCurriculumNeed == null ? own.principle.unknown(['specialCurriculumNeed']) : own.principle.apply(slot, ['slot'])
  }
  return own.need.apply(specialCurriculumNeed, ['specialCurriculumNeed'])
}

function undisturbedFindings({ slot, disruptsRegularLearning }: Facts, version: Version, reader: Reader): readonly Finding[] {
  const everySlot = slot !== 'classTime' && disruptsRegularLearning !== false && reader.take('H-A6c') === 'everySlot'
  const inClassTime = slot == null ? null : slot === 'classTime'
  return applyWhen(everySlot || inClassTime, ['slot'], timeRules[version].undisturbed, disruptsRegularLearning, ['disruptsRegularLearning'])
}

function statusOf(findings: readonly Finding[], slot: Facts['slot']): ScheduleStatus {
  switch (worst(findings)) {
    case 'breach':
      return 'notPermitted'
    case 'incomplete':
      return null
    case 'judgement':
      return 'departsFromPrinciple'
    default:
      return slot === 'classTime' ? 'permittedException' : 'conforms'
  }
}

interface Schedule {
  readonly scheduleStatus: ScheduleStatus
  readonly findings: readonly Finding[]
}

/** Art. 6(2): when a programme for the gifted runs. */
function schedule(facts: Facts, version: Version, reader: Reader): Schedule {
  const regulated = timeIsRegulated(facts, version, reader)
  if (regulated === false) return { scheduleStatus: 'notRegulated', findings: [] }
  if (regulated === null) return { scheduleStatus: null, findings: [timeRules[version].principle.unknown(['multipleGiftedProgramme'])] }
  const findings = [principleFinding(facts, version, reader), ...undisturbedFindings(facts, version, reader)]
  return { scheduleStatus: statusOf(findings, facts.slot), findings }
}

const parse = parser(DeliveryModeInput)

/**
 * Whether a programme may be delivered in a certain way, to whom it is, and at that time.
 *
 * The list for disabilities is closed but for other awareness activities; the list for the gifted is open to any other
 * course or activity, and in the former text to any suitable way. Only programmes for the gifted have a rule on time:
 * after class or on holidays, vacations included; class time needs a special curricular need and must not disturb
 * ordinary learning, and no need excuses a disturbance. A time that is not given leaves the answer incomplete.
 *
 * @param input the category and the mode, with whom it serves and when
 * @param options another reading of H-A4 (gifted children), H-A5 (last item), H-A6, H-A6b, H-A6c, H-A6d (time) or H-V2
 * (children under the former text)
 * @returns the item that lists the mode, and how the time stands
 * @throws InputError when category or mode is missing, or a field is unknown or of the wrong type
 * @source Hsinchu special education programme regulations (2024) Arts. 4, 5, 6; former Arts. 4, 5, 6
 * @example
 * checkDeliveryMode({ category: 'gifted', mode: 'mentorship', slot: 'holiday' }).value.scheduleStatus //=> 'conforms'
 * @example
 * checkDeliveryMode({ onDate: '2023-03-01', category: 'gifted', mode: 'observationExchange' }).value.modeLocator //=> '舊第6條第1項第9款'
 */
export function checkDeliveryMode(input: DeliveryModeInput, options?: Options): Answer<DeliveryModeFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)

  const recipients = recipientFindings(facts, version, reader)
  const listed = listing(facts, version, reader)
  const time = schedule(facts, version, reader)
  const figures = { version, modeLocator: listed.modeLocator, scheduleStatus: time.scheduleStatus }
  return answer(figures, [...recipients, ...listed.findings, ...time.findings], reader.taken)
}

export const checkDeliveryModeEntry = {
  name: 'checkDeliveryMode',
  answers: text('Whether a programme may be delivered in a certain way and at a certain time', '方案之辦理方式及實施時間是否符合'),
  input: DeliveryModeInput,
  value: DeliveryModeFigures,
  rules,
  run: checkDeliveryMode,
} as const satisfies FunctionEntry
