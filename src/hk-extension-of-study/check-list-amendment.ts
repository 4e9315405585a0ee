import * as z from 'zod'
import { answer, worst, type Answer } from '../kernel/answer.js'
import { hongKongSchoolYear } from '../kernel/calendar.js'
import { atLeast, given, moreThan, onOrBefore, oneOf, present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, date, describedAs, known, schoolYear as schoolYearField, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { beforeTheSchoolYear, circular, PROLONGED_ABSENCE, readings, type Options, type Reader } from './document.js'

/** 1 August, in the second calendar year of the school year. @source App 丙 closing s1 */
const FIRST_OF_AUGUST = '08-01'
const ONE_PLACE = 1
const MOST_SCHOOL_DAYS = 366

const by = given('1 August of the school year', '該學年的 8 月 1 日')

const rules = circular.rules({
  placesRemain: {
    at: 'App 丙 s2',
    force: 'mandatory',
    test: atLeast(ONE_PLACE, 'place'),
    says: text('The extra places that remain number {test}.', '剩餘的額外學額{test}。'),
    next: text('no student can be added once every place is used', '學額用盡後不能再加入學生'),
  },
  absenceAfterList: {
    at: 'App 丙2',
    force: 'mandatory',
    test: moreThan(PROLONGED_ABSENCE, 'schoolDay'),
    says: text('By the time of the change, the absence of the school year comes to {test}.', '至改動名單時，該學年的累積缺課{test}。'),
  },
  longAbsenceAfterList: {
    at: 'App 丙2',
    force: 'mandatory',
    test: present(),
    says: text('After the March list the student was absent for long, in the view of the school.', '3 月遞交名單後，學校認為學生長期缺課。'),
  },
  absenceAfterListForGoodCause: {
    at: 'App 丙2',
    force: 'mandatory',
    test: present(),
    says: text('That absence has a good cause.', '有關缺課具合理原因。'),
  },
  disruptionAfterList: {
    at: 'App 丙3',
    force: 'mandatory',
    test: present(),
    says: text("After the March list a major change has seriously disrupted the student's learning.", '3 月遞交名單後，情況重大改變而令學習受到重大干擾。'),
  },
  ordinaryCurriculum: {
    at: 'App 丙4',
    force: 'mandatory',
    test: oneOf('ordinary'),
    says: text('The student follows this curriculum: {test}.', '學生修讀的課程：{test}。'),
  },
  resultsVeryPoor: {
    at: 'App 丙4',
    force: 'mandatory',
    test: present(),
    says: text('After the final assessment the school confirms very poor results.', '期終評估後，校方確定學習情況極不理想。'),
  },
  currentYearLeaver: {
    at: 'App 丙5',
    force: 'mandatory',
    test: present(),
    says: text("The student is one of this year's leavers.", '學生為應屆離校生。'),
  },
  onWaitingList: {
    at: 'App 丙5',
    force: 'mandatory',
    test: present(),
    says: text('The mechanism has put the student on the waiting list.', '學生經校本機制列入後補名單。'),
  },
  amendmentInWriting: {
    at: 'App 丙 closing s1',
    force: 'mandatory',
    test: present(),
    says: text('The change goes to the Education Bureau in writing.', '以書面向教育局呈交改動。'),
  },
  amendmentInTime: {
    at: 'App 丙 closing s1',
    force: 'in-principle',
    decides: text('the Education Bureau', '教育局'),
    test: onOrBefore(by),
    says: text('The change goes to the Education Bureau {test}.', '改動於 {test}呈交教育局。'),
    next: text('late changes are normally not accepted; explain to the Bureau why it is late', '逾期一般不予接納；請向教育局說明延誤原因'),
  },
  amendmentInTimeOnly: {
    at: 'App 丙 closing s1',
    force: 'mandatory',
    test: onOrBefore(by),
    says: text('The change goes to the Education Bureau {test}; a later one is refused.', '改動於 {test}呈交教育局，逾期不接納。'),
  },
  fullGrounds: {
    at: 'App 丙 closing s2',
    force: 'mandatory',
    test: present(),
    says: text('The school gives full grounds for the case.', '學校就個案提供全面的理據。'),
  },
  needShownInMeeting: {
    at: 'App 丙 closing s2',
    force: 'mandatory',
    test: present(),
    says: text('The student progress meeting has shown that the extension is needed.', '已透過學生進程會議證明延長的必要。'),
  },
  repeatIsStated: {
    at: 'App 丙 closing s3',
    force: 'mandatory',
    test: stated(),
    says: text('Whether the student was extended before is known.', '須知道學生是否曾獲延長。'),
  },
  imcDecidesAmendment: {
    at: 'App 丙 closing s3',
    force: 'mandatory',
    test: oneOf('approved'),
    says: text('For a repeat the Incorporated Management Committee decides finally: {test}.', '再次延長由法團校董會作最後決定：{test}。'),
    next: text('put the case to the IMC first', '先把個案交法團校董會決定'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)
const schoolDays = () => z.int().min(1).max(MOST_SCHOOL_DAYS)

const moreThanTheSchoolDays = text('the absence exceeds the school days', '缺課日數多於上課日數')

export const ListAmendmentInput = z.strictObject({
  schoolYear: describedAs(schoolYearField(), 'the school year, such as 2025/26', '學年，例如 2025/26'),
  ground: describedAs(
    z.enum(['appealAllowed', 'prolongedAbsenceAfterList', 'seriousDisruptionAfterList', 'poorResultsAfterFinalAssessment', 'waitlistedLeaver']),
    'which of the five special cases, in the order of the text',
    '五種特殊情況之一，依文件次序',
  ),
  submittedOn: describedAs(known(date()), 'the day on which the change went to the Education Bureau', '向教育局呈交改動的日期', beforeTheSchoolYear),
  remainingPlaces: describedAs(known(count()), 'extra places that remain', '剩餘的額外學額'),
  inWriting: fact('whether the change is in writing', '是否以書面呈交'),
  fullGrounds: fact('whether full grounds are given', '是否提供全面理據'),
  progressMeeting: fact('whether the progress meeting has shown the need', '學生進程會議是否已證明必要'),
  absentDays: describedAs(known(count(MOST_SCHOOL_DAYS)), 'case 2: school days of absence in the school year', '情況二：該學年缺課日數', moreThanTheSchoolDays),
  totalSchoolDays: describedAs(known(schoolDays()), 'case 2: school days of the whole year', '情況二：全年上課日數'),
  absenceJustified: fact('case 2: whether the absence has a good cause', '情況二：缺課是否有合理原因'),
  longAbsence: fact('case 2: whether the school calls the absence long; used only when A-E20 is read as anyLongAbsence', '情況二：學校是否認為屬長期缺課；只在 A-E20 採用 anyLongAbsence 時使用'),
  seriousDisruption: fact('case 3: whether a major change seriously disrupted learning', '情況三：是否因重大改變而學習受到重大干擾'),
  curriculum: describedAs(known(z.enum(['ordinary', 'adapted'])), 'case 4: the curriculum', '情況四：修讀的課程'),
  poorResults: fact('case 4: whether the school confirms very poor results after the final assessment', '情況四：期終評估後校方是否確定極不理想'),
  currentYearLeaver: fact("case 5: whether the student is one of this year's leavers", '情況五：是否應屆離校生'),
  waitlisted: fact('case 5: whether the student is on the waiting list', '情況五：是否列入後補名單'),
  repeat: fact('whether the student was extended before', '學生是否曾獲延長'),
  imc: describedAs(known(z.enum(['approved', 'rejected'])), "for a repeat: the IMC's decision", '再次延長：法團校董會的決定'),
})
export type ListAmendmentInput = z.input<typeof ListAmendmentInput>

export const ListAmendmentFigures = z.strictObject({
  /** The last day for the change. */
  deadline: z.iso.date(),
  /** `null` while a fact is missing that could still decide. A condition that fails outranks lateness. */
  status: z.enum(['eligible', 'lateNormallyNotAccepted', 'notEligible']).nullable(),
})
export type ListAmendmentFigures = Readonly<z.output<typeof ListAmendmentFigures>>

type Amendment = z.output<typeof ListAmendmentInput>

/** The condition of the special case that is claimed; an appeal that was upheld has none beside it. */
function conditions(amendment: Amendment, reader: Reader): readonly Finding[] {
  switch (amendment.ground) {
    case 'appealAllowed':
      return []
    case 'prolongedAbsenceAfterList':
      return [absence(amendment, reader), rules.absenceAfterListForGoodCause.apply(amendment.absenceJustified, ['absenceJustified'])]
    case 'seriousDisruptionAfterList':
      return [rules.disruptionAfterList.apply(amendment.seriousDisruption, ['seriousDisruption'])]
    case 'poorResultsAfterFinalAssessment':
      return [
        rules.ordinaryCurriculum.apply(amendment.curriculum, ['curriculum']),
        rules.resultsVeryPoor.apply(amendment.poorResults, ['poorResults']),
      ]
    case 'waitlistedLeaver':
      return [
        rules.currentYearLeaver.apply(amendment.currentYearLeaver, ['currentYearLeaver']),
        rules.onWaitingList.apply(amendment.waitlisted, ['waitlisted']),
      ]
  }
}

function absence({ absentDays, totalSchoolDays, longAbsence }: Amendment, reader: Reader): Finding {
  if (reader.take('A-E20') === 'anyLongAbsence') return rules.longAbsenceAfterList.apply(longAbsence, ['longAbsence'])
  if (totalSchoolDays == null) return rules.absenceAfterList.unknown(['totalSchoolDays'])
  if (absentDays != null && absentDays > totalSchoolDays) {
    reject(['absentDays'], moreThanTheSchoolDays)
  }
  return rules.absenceAfterList.apply(absentDays, ['absentDays'], totalSchoolDays)
}

/** A repeat goes to the IMC; a first extension does not. */
function finalDecision({ repeat, imc }: Amendment): readonly Finding[] {
  const isStated = rules.repeatIsStated.apply(repeat, ['repeat'])
  return repeat === true ? [isStated, rules.imcDecidesAmendment.apply(imc, ['imc'])] : [isStated]
}

const statusOf = { ok: 'eligible', advice: 'eligible', judgement: 'lateNormallyNotAccepted', incomplete: null, breach: 'notEligible' } as const

const parse = parser(ListAmendmentInput)

/**
 * Whether a student may still be added to the list of extended students after it went in.
 *
 * One of five special cases must apply and at least one place remain. 1 August is in time; from 2 August the Bureau
 * normally does not accept the change, which is for the Bureau to judge. In case 2 the absence must exceed one third of
 * the school days, as for a valid reason; it is counted over the school year, before the list and after it. A repeat
 * needs the IMC's approval. Taking students off the list is not covered. A change before 1 September is no change of
 * this school year's list.
 *
 * @param input the school year, the case claimed with its facts, and what was submitted when
 * @param options another reading of A-E19 (after 1 August) or A-E20 (how long an absence)
 * @returns the last day, and the status of the change
 * @throws InputError when a field is malformed, the absence exceeds the school days, or the change went in before the school year
 * @source EDB Circular 2/2022 App 丙
 * @example
 * checkListAmendment({ schoolYear: '2025/26', ground: 'appealAllowed' }).value.deadline //=> '2026-08-01'
 */
export function checkListAmendment(input: ListAmendmentInput, options?: Options): Answer<ListAmendmentFigures> {
  const amendment = parse(input)
  const reader = readings.reader(options)
  const { first, last } = hongKongSchoolYear(amendment.schoolYear)
  if (amendment.submittedOn != null && amendment.submittedOn < first) reject(['submittedOn'], beforeTheSchoolYear)
  const deadline = `${last.slice(0, 'YYYY'.length)}-${FIRST_OF_AUGUST}`
  const inTime = reader.take('A-E19') === 'refused' ? rules.amendmentInTimeOnly : rules.amendmentInTime

  const findings = [
    rules.placesRemain.apply(amendment.remainingPlaces, ['remainingPlaces']),
    ...conditions(amendment, reader),
    rules.amendmentInWriting.apply(amendment.inWriting, ['inWriting']),
    inTime.apply(amendment.submittedOn, ['submittedOn'], deadline),
    rules.fullGrounds.apply(amendment.fullGrounds, ['fullGrounds']),
    rules.needShownInMeeting.apply(amendment.progressMeeting, ['progressMeeting']),
    ...finalDecision(amendment),
  ]
  return answer({ deadline, status: statusOf[worst(findings)] }, findings, reader.taken)
}

export const checkListAmendmentEntry = {
  name: 'checkListAmendment',
  answers: text('Whether a student may still be added to the list', '學生可否於遞交名單後加入'),
  input: ListAmendmentInput,
  value: ListAmendmentFigures,
  rules,
  run: checkListAmendment,
} as const satisfies FunctionEntry
