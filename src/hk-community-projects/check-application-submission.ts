import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { addDays, holidaysNotHeld, hongKongWorkingDays, workingDayAfter, type IsoDate } from '../kernel/calendar.js'
import { given, oneOf, onOrBefore, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, type Path } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'
import { allOf, anyOf, whereItApplies } from './known-facts.js'

/** The working days that a late application has. @source CBP guidelines 2025/26 para 6(d)ii */
const LATE_WORKING_DAYS = 15

const committee = text('the Committee on the programme', '校本課後學習及支援計劃委員會')

const rules = guidelines.rules({
  submittedByHead: {
    at: '6(a) s1',
    force: 'mandatory',
    test: present(),
    says: text('The head of the organisation submits the application.', '由機構負責人提交申請。'),
  },
  coordinatorAppointed: {
    at: '6(a) s1',
    force: 'mandatory',
    test: present(),
    says: text('One project coordinator with full charge of the project is appointed.', '指派一名計劃統籌員全權負責計劃的管理。'),
  },
  specimenSignature: {
    at: '6(a) s3',
    force: 'mandatory',
    test: present(),
    says: text("The coordinator's specimen signature is given.", '提供計劃統籌員的簽名樣式。'),
  },
  coordinatorTelephone: {
    at: '6(a) s3',
    force: 'mandatory',
    test: present(),
    says: text("The coordinator's telephone number is given.", '提供計劃統籌員的聯絡電話。'),
  },
  secondContact: {
    at: '6(a) s3',
    force: 'mandatory',
    test: present(),
    says: text('Another contact person is named, with a telephone number.', '提供另一聯絡人的姓名及電話。'),
  },
  acceptedChannel: {
    at: '6(e) s1',
    also: ['6(b) s1', '6(b) s3'],
    force: 'mandatory',
    test: oneOf('online', 'post', 'inPerson'),
    says: text('The way of submitting is {test}.', '遞交方式為{test}。'),
    next: text('submit online, by post or in person; fax and e-mail are not accepted', '請於網上、郵寄或親身遞交；傳真及電郵不受理'),
  },
  partsFAndIOriginals: {
    at: '6(b) s2',
    force: 'mandatory',
    test: present(),
    says: text('The signed originals of Parts F and I are sent in as well.', '另行遞交已簽署的 F 部及 I 部正本。'),
  },
  signedOriginal: {
    at: '6(b) s3',
    force: 'mandatory',
    test: present(),
    says: text('The completed and signed original of the form is sent in.', '遞交已填妥及簽署的申請表格正本。'),
  },
  oneCopy: {
    at: '6(b) s3',
    force: 'mandatory',
    test: present(),
    says: text('One copy of the form goes with it.', '連同申請表格副本一份。'),
  },
  charityProof: {
    at: '6(b) s3',
    force: 'mandatory',
    test: present(),
    says: text('A copy of the proof of charity status goes with it.', '連同慈善機構或信託團體的證明文件副本。'),
  },
  constitutionCopy: {
    at: '6(b) s5',
    force: 'mandatory',
    test: present(),
    says: text('A first-time applicant, or one whose constitution has changed, adds a copy of it.', '首次申請或章程有更改的機構，同時呈交章程副本。'),
  },
  // A request (請勿), which names no consequence.
  formUnaltered: {
    at: '6(c) s1',
    force: 'advisory',
    test: present(),
    says: text('The form is as issued, with details in attachments.', '沒有自行更改表格，補充資料以附件列出。'),
  },
  allPartsCompleted: {
    at: '6(c) s3',
    force: 'mandatory',
    test: present(),
    says: text('Every part of the form is filled in.', '表格各部分均已填寫。'),
    next: text('fill in what is left out; until then processing is delayed', '補填遺漏部分；遺漏會延誤處理'),
  },
  // What posting by registered mail protects is the sender (請以掛號形式投遞).
  registeredPost: {
    at: '6(e) s3',
    force: 'advisory',
    test: present(),
    says: text('A posted form goes by registered mail.', '郵寄表格以掛號投遞。'),
  },
  byClosingDate: {
    at: '6(b) s1',
    also: ['6(b) s3', '6(d) chapeau'],
    force: 'in-principle',
    decides: committee,
    test: onOrBefore(given('the closing date', '截止日期')),
    says: text('The date of application is {test}.', '申請日期為{test}。'),
    next: text('late applications are normally not accepted', '逾期申請一般不受理'),
  },
  lateRunWithSchool: {
    at: '6(d)i',
    force: 'in-principle',
    decides: committee,
    test: present(),
    says: text('A late application is for a project run together with a school.', '逾期申請的計劃由機構與學校協作推行。'),
  },
  lateWithinWorkingDays: {
    at: '6(d)ii',
    force: 'in-principle',
    decides: committee,
    test: onOrBefore(given(`the last of ${LATE_WORKING_DAYS} working days`, `第 ${LATE_WORKING_DAYS} 個工作天`)),
    says: text('A late application comes in {test}.', '逾期申請於{test}提交。'),
  },
  lateExplanation: {
    at: '6(d)ii',
    force: 'in-principle',
    decides: committee,
    test: present(),
    says: text('Within that time the reason is explained in writing.', '在該期限內以書面解釋逾期的原因。'),
  },
  lateSchoolDocuments: {
    at: '6(d)ii',
    force: 'in-principle',
    decides: committee,
    test: present(),
    says: text("Within that time the school's supporting documents are given.", '在該期限內提供協作學校的證明文件。'),
  },
})

const flag = (en: string, zhHant: string): z.ZodOptional<z.ZodNullable<z.ZodBoolean>> => describedAs(known(yesOrNo), en, zhHant)
const day = (en: string, zhHant: string): z.ZodOptional<z.ZodNullable<z.ZodISODate>> => describedAs(known(date()), en, zhHant)
const MOST_HOLIDAYS = 200

/** One application, as it was sent in. */
export const ApplicationInput = z.strictObject({
  channel: describedAs(known(z.enum(['online', 'post', 'inPerson', 'fax', 'email'])), 'how the form was submitted', '遞交方式'),
  deadline: describedAs(known(date()), 'the closing date, which EDB announces', '教育局公布的截止日期', holidaysNotHeld),
  submittedOn: day('the day of submission online or in person', '網上或親身遞交的日期'),
  postmark: day('the day of the postmark, where posted', '如屬郵寄，郵戳日期'),
  registered: flag('posted by registered mail', '以掛號郵寄'),
  collaboratingSchool: flag('the project is run together with a school', '計劃與學校協作推行'),
  partsFandIOriginals: flag('signed originals of Parts F and I sent in', '已另交 F 部及 I 部正本'),
  signedOriginal: flag('signed original of the form sent in', '已交表格正本'),
  oneCopy: flag('one copy of the form sent in', '已交表格副本'),
  s88Proof: flag('copy of the proof of charity status sent in', '已交慈善團體證明副本'),
  subsidiary: describedAs(
    known(z.strictObject({ s88Proof: flag('copy of its proof of charity status sent in', '已交其慈善團體證明副本') })),
    'the subsidiary authorised to run the project; left out when there is none',
    '獲授權推行計劃的附屬機構；沒有則略去',
  ),
  firstTime: flag('the organisation applies for the first time', '首次申請'),
  constitutionChanged: flag('its constitution has changed since an earlier grant', '獲批後章程有更改'),
  constitution: flag('copy of the constitution sent in', '已交章程副本'),
  submittedByHead: flag('submitted by the head of the organisation', '由機構負責人提交'),
  coordinatorAppointed: flag('one coordinator with full charge appointed', '已指派一名全權負責的計劃統籌員'),
  signature: flag("the coordinator's specimen signature given", '已提供統籌員簽名樣式'),
  coordinatorPhone: flag("the coordinator's telephone number given", '已提供統籌員聯絡電話'),
  secondContact: flag('another contact person with telephone number given', '已提供另一聯絡人及電話'),
  formUnaltered: flag('the form was not altered', '沒有更改表格'),
  allPartsCompleted: flag('every part of the form filled in', '表格各部分均已填寫'),
  explanation: flag('late: the reason explained in writing within the time allowed', '逾期：已在期限內書面解釋原因'),
  collabEvidence: flag("late: the school's supporting documents given within the time allowed", '逾期：已在期限內提供學校證明文件'),
  holidays: describedAs(
    known(listOf(date(), MOST_HOLIDAYS)),
    'general holidays; without a list, those gazetted for 2024 to 2026',
    '公眾假期；不提供則採用 2024 至 2026 年憲報公布的假期',
  ),
})
export type ApplicationInput = z.input<typeof ApplicationInput>

export const ApplicationFigures = z.strictObject({
  /** What becomes of it by time and channel; `null` while that is not known. */
  status: z.enum(['onTime', 'lateMayBeConsidered', 'lateNormallyNotAccepted', 'rejected']).nullable(),
  /** The date that counts: of the postmark where posted. */
  applicationDate: z.string().nullable(),
  /** The last day for a late application; `null` unless the application is late. */
  lastLateDate: z.string().nullable(),
})
export type ApplicationFigures = Readonly<z.output<typeof ApplicationFigures>>

type Application = z.output<typeof ApplicationInput>

interface Timing {
  readonly figures: ApplicationFigures
  readonly findings: readonly Finding[]
}

const waysOfCounting = {
  fromNextDay: { closingDayCounts: false, week: 'mondayToFriday' },
  fromClosingDay: { closingDayCounts: true, week: 'mondayToFriday' },
  fromNextDaySaturdaysToo: { closingDayCounts: false, week: 'mondayToSaturday' },
  fromClosingDaySaturdaysToo: { closingDayCounts: true, week: 'mondayToSaturday' },
} as const

/** 6(d)ii: the fifteenth working day from the closing date. */
function lastLateDay(deadline: IsoDate, { holidays }: Application, reader: Reader): IsoDate {
  const { closingDayCounts, week } = waysOfCounting[reader.take('A-C5')]
  const dayBeforeFirst = closingDayCounts ? addDays(deadline, -1) : deadline
  return workingDayAfter(dayBeforeFirst, LATE_WORKING_DAYS, hongKongWorkingDays(holidays, ['deadline'], week))
}

/**
 * 6(d): an application that meets every condition may be considered; one that does not is normally refused, whatever
 * else is not known.
 */
function late(application: Application, applicationDate: IsoDate, path: Path, deadline: IsoDate, reader: Reader): Timing {
  const lastLateDate = lastLateDay(deadline, application, reader)
  const conditions = [
    rules.lateRunWithSchool.apply(application.collaboratingSchool, ['collaboratingSchool']),
    rules.lateWithinWorkingDays.apply(applicationDate, path, lastLateDate),
    rules.lateExplanation.apply(application.explanation, ['explanation']),
    rules.lateSchoolDocuments.apply(application.collabEvidence, ['collabEvidence']),
  ]
  const allMet = allOf(...conditions.map(({ met }) => met))
  const considered = allMet === true ? 'lateMayBeConsidered' : 'lateNormallyNotAccepted'
  const findings = allMet === false ? conditions.filter(({ met }) => met !== null) : conditions
  return { figures: { status: allMet === null ? null : considered, applicationDate, lastLateDate }, findings }
}

/** 6(b): in time up to and including the closing date. */
function timing(application: Application, reader: Reader): Timing {
  const { channel, deadline, postmark, submittedOn } = application
  reader.take('A-C6')
  const path = [channel === 'post' ? 'postmark' : 'submittedOn']
  const applicationDate = (channel === 'post' ? postmark : submittedOn) ?? null
  const figures = (status: 'onTime' | null): ApplicationFigures => ({ status, applicationDate, lastLateDate: null })
  if (deadline == null) return { figures: figures(null), findings: [rules.byClosingDate.unknown(['deadline'])] }
  if (channel == null) return { figures: { status: null, applicationDate: null, lastLateDate: null }, findings: [rules.byClosingDate.unknown(['channel'])] }
  const inTime = rules.byClosingDate.apply(applicationDate, path, deadline)
  if (applicationDate === null || inTime.met !== false) {
    return { figures: figures(inTime.met === true ? 'onTime' : null), findings: [inTime] }
  }
  const { figures: afterwards, findings } = late(application, applicationDate, path, deadline, reader)
  return { figures: afterwards, findings: [inTime, ...findings] }
}

/** 6(b) s2 to s3: what goes with a form submitted online, or on paper. */
function enclosures(sent: Application): readonly Finding[] {
  const { channel, collaboratingSchool } = sent
  const paper = { holds: channel == null ? null : channel !== 'online', path: ['channel'] }
  const onlineWithSchool = {
    holds: allOf(channel == null ? null : channel === 'online', collaboratingSchool),
    path: [channel == null ? 'channel' : 'collaboratingSchool'],
  }
  const subsidiaryProof =
    sent.subsidiary == null ? [] : whereItApplies(paper, rules.charityProof, sent.subsidiary.s88Proof, ['subsidiary', 's88Proof'])
  return [
    ...whereItApplies(onlineWithSchool, rules.partsFAndIOriginals, sent.partsFandIOriginals, ['partsFandIOriginals']),
    ...whereItApplies(paper, rules.signedOriginal, sent.signedOriginal, ['signedOriginal']),
    ...whereItApplies(paper, rules.oneCopy, sent.oneCopy, ['oneCopy']),
    ...whereItApplies(paper, rules.charityProof, sent.s88Proof, ['s88Proof']),
    ...subsidiaryProof,
    ...(channel === 'post' ? [rules.registeredPost.apply(sent.registered, ['registered'])] : []),
  ]
}

/** 6(a), 6(b) s5 and 6(c): what every application needs. */
function form(application: Application): readonly Finding[] {
  const { firstTime, constitutionChanged, constitution } = application
  const constitutionAsked = { holds: anyOf(firstTime, constitutionChanged), path: [firstTime == null ? 'firstTime' : 'constitutionChanged'] }
  return [
    rules.submittedByHead.apply(application.submittedByHead, ['submittedByHead']),
    rules.coordinatorAppointed.apply(application.coordinatorAppointed, ['coordinatorAppointed']),
    rules.specimenSignature.apply(application.signature, ['signature']),
    rules.coordinatorTelephone.apply(application.coordinatorPhone, ['coordinatorPhone']),
    rules.secondContact.apply(application.secondContact, ['secondContact']),
    ...whereItApplies(constitutionAsked, rules.constitutionCopy, constitution, ['constitution']),
    rules.formUnaltered.apply(application.formUnaltered, ['formUnaltered']),
    rules.allPartsCompleted.apply(application.allPartsCompleted, ['allPartsCompleted']),
  ]
}

const parse = parser(ApplicationInput)

/**
 * Whether an application was sent in as it should: by an accepted way, in time, and with all that goes with it.
 *
 * The closing date itself is in time. By post the postmark counts, whenever the form arrives. Fax and e-mail are never
 * accepted, and nothing else is then looked at. A late application may be considered when all conditions are met up to
 * and including the fifteenth working day: the closing date is not counted, nor are Saturdays, Sundays and general
 * holidays. Outside the conditions it is normally not accepted, which is for the Committee to say. The guidelines do
 * not state the closing date, nor a date of its own for the originals of Parts F and I.
 *
 * @param input one application; a fact that is left out is not known; without `subsidiary` there is none
 * @param options another reading of A-C5 (how the working days are counted)
 * @returns the status, the date that counts and, when late, the last day for a late application
 * @throws InputError on a malformed date, or when holidays are needed of a year that is not held
 * @source CBP guidelines 2025/26 para 6(a)–(e)
 * @example
 * checkApplicationSubmission({ channel: 'online', submittedOn: '2025-04-15', deadline: '2025-04-15' }).value.status //=> 'onTime'
 * @example
 * checkApplicationSubmission({ channel: 'post', postmark: '2025-04-16', deadline: '2025-04-15' }).value.lastLateDate //=> '2025-05-12'
 */
export function checkApplicationSubmission(input: ApplicationInput, options?: Options): Answer<ApplicationFigures> {
  const application = parse(input)
  const reader = readings.reader(options)
  const channel = rules.acceptedChannel.apply(application.channel, ['channel'])
  if (channel.met === false) {
    return answer({ status: 'rejected', applicationDate: null, lastLateDate: null }, [channel], reader.taken)
  }
  const { figures, findings } = timing(application, reader)
  return answer(figures, [channel, ...findings, ...enclosures(application), ...form(application)], reader.taken)
}

export const checkApplicationSubmissionEntry = {
  name: 'checkApplicationSubmission',
  answers: text('Whether an application was sent in in time and complete', '申請是否依時及完整遞交'),
  input: ApplicationInput,
  value: ApplicationFigures,
  rules,
  run: checkApplicationSubmission,
} as const satisfies FunctionEntry
