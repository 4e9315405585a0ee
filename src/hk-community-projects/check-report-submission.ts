import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { addDays, isoWeekday, monthOf, type IsoDate } from '../kernel/calendar.js'
import { absent, given, onOrBefore, present, type Given } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'

/** The last day of the month by the end of which each report is due. */
const monthEnds = {
  operationStatusReport: '2025-10-31', // 9(監察)(a)i
  progressReport: '2026-01-31', // 9(監察)(a)ii
  finalReport: '2026-09-30', // 9(監察)(a)iii
  auditedAccounts: '2027-01-31', // 9(監察)(a)iv
} as const

const SUNDAY = 7

const next = text('the Bureau may suspend or stop the grant: submit it, and explain', '教育局或會暫停發放或終止撥款：請盡快提交並解釋')
/** By the end of which month a report is due, in words. */
const endOfMonth = (monthEnd: IsoDate): Given => given(`the end of ${monthOf(monthEnd)}`, `${monthOf(monthEnd)} 月底`)

const rules = guidelines.rules({
  operationStatusReportInTime: {
    at: '9(監察)(a)i',
    also: ['9(監察)(a) note'],
    force: 'mandatory',
    test: onOrBefore(endOfMonth(monthEnds.operationStatusReport)),
    says: text('The operation status report is submitted {test}.', '運作實況簡報於{test}提交。'),
    next,
  },
  progressReportInTime: {
    at: '9(監察)(a)ii',
    also: ['9(監察)(a) note'],
    force: 'mandatory',
    test: onOrBefore(endOfMonth(monthEnds.progressReport)),
    says: text('The progress report is submitted {test}.', '進度報告於{test}提交。'),
    next,
  },
  finalReportInTime: {
    at: '9(監察)(a)iii',
    also: ['9(監察)(a) note'],
    force: 'mandatory',
    test: onOrBefore(endOfMonth(monthEnds.finalReport)),
    says: text('The final report is submitted {test}.', '終期報告於{test}提交。'),
    next,
  },
  auditedAccountsInTime: {
    at: '9(監察)(a)iv',
    also: ['9(監察)(a) note'],
    force: 'mandatory',
    test: onOrBefore(endOfMonth(monthEnds.auditedAccounts)),
    says: text('The audited accounts are submitted {test}.', '經審計帳目於{test}提交。'),
    next,
  },
  reportAdequate: {
    at: '9(監察)(a) note',
    force: 'mandatory',
    test: present(),
    says: text('The report is sufficient and detailed.', '報告資料充足及詳盡。'),
    next: text('complete the report; until it is verified the next instalments wait', '補充報告資料；核實前暫緩發放其後各期撥款'),
  },
  reportNotFalse: {
    at: '9(監察)(a) note',
    force: 'mandatory',
    test: absent(),
    says: text('Nothing in the report is false.', '報告沒有虛假成分。'),
  },
  statementsWithProgressReport: {
    at: '8(e)ii s3',
    force: 'mandatory',
    test: present(),
    says: text('The progress report comes with a statement of income and expenditure for each approved activity.', '進度報告附有每項獲批活動的收支表。'),
  },
  statementsWithFinalReport: {
    at: '8(e)ii s4 third',
    force: 'mandatory',
    test: present(),
    says: text('The final report comes with a statement of income and expenditure for each approved activity.', '終期報告附有每項獲批活動的收支表。'),
  },
  accountsAsSpecified: {
    at: '8(e)ii s4 audit',
    force: 'mandatory',
    test: present(),
    says: text('The audited accounts cover the project cycle and follow the form that the Bureau specifies.', '經審計帳目按計劃周期及教育局指定的規格擬備。'),
  },
})

const afterSubmission = text('must not be after the day of submission', '不得遲於提交日期')

const whatWasSubmitted = {
  submittedOn: describedAs(known(date()), 'the day of submission', '提交日期'),
  outstandingOn: describedAs(known(date()), 'a day on which the report had still not been submitted', '截至該日仍未提交報告', afterSubmission),
  adequate: describedAs(known(yesOrNo), 'sufficient and detailed', '資料充足及詳盡'),
  containsFalsehood: describedAs(known(yesOrNo), 'some of it is false', '有虛假成分'),
} as const
const activityStatements = describedAs(
  known(yesOrNo),
  'a statement of income and expenditure for each approved activity is attached',
  '附有每項獲批活動的收支表',
)
const asSpecified = describedAs(known(yesOrNo), 'prepared for the project cycle in the form specified', '按計劃周期及指定規格擬備')

/** One of the four reports. */
export const ReportInput = z.discriminatedUnion('report', [
  z.strictObject({ report: describedAs(z.literal('operationStatusReport'), 'which report: operation status report', '報告：運作實況簡報'), ...whatWasSubmitted }),
  z.strictObject({ report: describedAs(z.literal('progressReport'), 'which report: progress report', '報告：進度報告'), ...whatWasSubmitted, activityStatements }),
  z.strictObject({ report: describedAs(z.literal('finalReport'), 'which report: final report', '報告：終期報告'), ...whatWasSubmitted, activityStatements }),
  z.strictObject({ report: describedAs(z.literal('auditedAccounts'), 'which report: audited accounts', '報告：經審計帳目'), ...whatWasSubmitted, asSpecified }),
])
export type ReportInput = z.input<typeof ReportInput>

export const ReportFigures = z.strictObject({
  /** The last day in time. */
  dueDate: z.string(),
  /** Submitted in time; `null` while that is not known. */
  onTime: z.boolean().nullable(),
  /** What the Bureau may do about a report that is late, deficient or false. */
  consequence: z.enum(['grantMayBeSuspendedOrStopped']).nullable(),
})
export type ReportFigures = Readonly<z.output<typeof ReportFigures>>

type Report = z.output<typeof ReportInput>

const inTimeRules = {
  operationStatusReport: rules.operationStatusReportInTime,
  progressReport: rules.progressReportInTime,
  finalReport: rules.finalReportInTime,
  auditedAccounts: rules.auditedAccountsInTime,
} as const

/** The end of the month, as A-C18 reads it. */
function dueDateOf({ report }: Report, reader: Reader): IsoDate {
  const monthEnd = monthEnds[report]
  const taken = reader.take('A-C18')
  if (taken === 'dayBefore') return addDays(monthEnd, -1)
  return taken === 'rollPastSunday' && isoWeekday(monthEnd) === SUNDAY ? addDays(monthEnd, 1) : monthEnd
}

/** A report still outstanding after its last day is late; until then it may yet come in time. */
function inTime({ report, submittedOn, outstandingOn }: Report, dueDate: IsoDate): Finding {
  const rule = inTimeRules[report]
  const overdue = submittedOn == null && outstandingOn != null && outstandingOn > dueDate
  return overdue ? rule.apply(outstandingOn, ['outstandingOn'], dueDate) : rule.apply(submittedOn, ['submittedOn'], dueDate)
}

/** What a report says, and what comes with it. */
const content = (report: Report): readonly Finding[] => [
  rules.reportAdequate.apply(report.adequate, ['adequate']),
  rules.reportNotFalse.apply(report.containsFalsehood, ['containsFalsehood']),
  ...enclosed(report),
]

/** What comes with a report: statements of the activities, or accounts as specified. */
function enclosed(report: Report): readonly Finding[] {
  switch (report.report) {
    case 'operationStatusReport':
      return []
    case 'progressReport':
      return [rules.statementsWithProgressReport.apply(report.activityStatements, ['activityStatements'])]
    case 'finalReport':
      return [rules.statementsWithFinalReport.apply(report.activityStatements, ['activityStatements'])]
    case 'auditedAccounts':
      return [rules.accountsAsSpecified.apply(report.asSpecified, ['asSpecified'])]
  }
}

const parse = parser(ReportInput)

/**
 * Whether a report of a project is in time, sufficient and true, with what must come with it.
 *
 * The last day of the month is in time, whatever day of the week it is: 31 January 2026 is a Saturday, 31 January 2027
 * a Sunday, and neither moves by default; in an earlier year the form named the 30th where the 31st was a Sunday, so
 * do not rely on more time. A report that was still outstanding after that day is late; before it, nothing can be said
 * yet. While a report is not known to be submitted, nothing that it should hold is missing; what is known of it is judged.
 *
 * @param input one report; a fact that is left out is not known
 * @param options another reading of A-C18 (the end of the month)
 * @returns the last day in time, whether it was kept, and what the Bureau may do if not
 * @throws InputError on a malformed date, or when the report was submitted before the day on which it was outstanding
 * @source CBP guidelines 2025/26 para 9 (Monitoring)(a), 8(e)ii s3–s4
 * @example
 * checkReportSubmission({ report: 'operationStatusReport', submittedOn: '2025-10-31', adequate: true, containsFalsehood: false }).outcome //=> 'ok'
 * @example
 * checkReportSubmission({ report: 'auditedAccounts', submittedOn: '2027-02-01' }).value.onTime //=> false
 */
export function checkReportSubmission(input: ReportInput, options?: Options): Answer<ReportFigures> {
  const report = parse(input)
  const { submittedOn, outstandingOn } = report
  if (submittedOn != null && outstandingOn != null && submittedOn < outstandingOn) {
    reject(['outstandingOn'], afterSubmission)
  }
  const reader = readings.reader(options)
  const dueDate = dueDateOf(report, reader)
  const submitted = inTime(report, dueDate)
  const judged = content(report).filter(({ met }) => submittedOn != null || met !== null)
  const findings = [submitted, ...judged]
  const consequence = findings.some(({ met }) => met === false) ? 'grantMayBeSuspendedOrStopped' : null
  return answer({ dueDate, onTime: submitted.met, consequence }, findings, reader.taken)
}

export const checkReportSubmissionEntry = {
  name: 'checkReportSubmission',
  answers: text('Whether a report of a project is in time, sufficient and true', '計劃報告是否依時、充足及真實'),
  input: ReportInput,
  value: ReportFigures,
  rules,
  run: checkReportSubmission,
} as const satisfies FunctionEntry
