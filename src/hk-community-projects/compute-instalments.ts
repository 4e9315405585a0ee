import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { addDays, addYears } from '../kernel/calendar.js'
import { absent, given, onOrBefore, present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, money, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { fromCents, toCents } from '../kernel/money.js'
import { percent, shareOf } from '../kernel/ratio.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'

/** The first and the second instalment; the third is what remains of the grant, 40%. @source CBP guidelines 2025/26 para 8(e)ii s1 */
const FIRST_PERCENT = 30
const SECOND_PERCENT = 30

/** What waits for the audited accounts. @source CBP guidelines 2025/26 para 8(e)ii s4 */
const HELD_BACK_PERCENT = 10

/** After how long money held back lapses, in years. @source CBP guidelines 2025/26 para 8(e)iii s2 */
const LAPSES_AFTER = 1

const bureau = text('the Education Bureau, which pays when it is satisfied', '教育局，核實後發放')

/*
 * The guidelines say that the Bureau will pay (會 … 發放) once it has what it needs: no duty of the NGO is broken while it
 * waits. Only the reply slip must be signed (須).
 */
const rules = guidelines.rules({
  acceptanceReceived: {
    at: '8(e)i',
    also: ['8(e)ii s2'],
    force: 'mandatory',
    test: present(),
    says: text('The signed reply slip accepting the grant has reached the Bureau.', '教育局已收妥簽署的接受撥款回條。'),
    next: text('sign and return the reply slip', '簽署並交回接受撥款回條'),
  },
  bankAuthReceived: {
    at: '8(e)ii s2',
    force: 'in-principle',
    decides: bureau,
    test: present(),
    says: text('The payment authority (GF 179A) has reached the Bureau before the first instalment.', '發放第一期前，教育局已收妥銀行授權書（通用表格第 179A 號）。'),
    next: text('send in the payment authority', '交回銀行授權書'),
  },
  progressReportVerified: {
    at: '8(e)ii s3',
    force: 'in-principle',
    decides: bureau,
    test: present(),
    says: text(
      'The progress report, with a statement of each activity, is verified before the second instalment.',
      '發放第二期前，進度報告（附各活動收支表）已核實。',
    ),
  },
  finalReportVerified: {
    at: '8(e)ii s4 third',
    force: 'in-principle',
    decides: bureau,
    test: present(),
    says: text('The final report, with a statement of each activity, is verified before the third instalment.', '發放第三期前，終期報告（附各活動收支表）已核實。'),
  },
  actualSpendingKnown: {
    at: '8(e)ii s4 third',
    force: 'mandatory',
    test: stated(),
    says: text('The verified actual spending is known: the third instalment is paid on it.', '須知道經核實的實際開支：第三期按實際開支發放。'),
  },
  accountsAudited: {
    at: '8(e)ii s4 audit',
    force: 'in-principle',
    decides: bureau,
    test: present(),
    says: text('The audited accounts have been submitted before the last part of the third instalment.', '發放第三期餘下部分前，已提交經審計帳目。'),
  },
  noReportUnderQuery: {
    at: '8(e)iii s1',
    force: 'in-principle',
    decides: bureau,
    test: absent(),
    says: text('A report waits to be clarified or corrected: {test}.', '有報告須作澄清或修正：{test}。'),
    next: text('clarify or correct the report; the second and third instalments wait until then', '澄清或修正報告；核實前暫緩發放第二期及第三期'),
  },
  withinOneYear: {
    at: '8(e)iii s2',
    force: 'alternative',
    test: onOrBefore(given('the last day before money held back lapses', '暫緩撥款撤銷前的最後一日')),
    says: text('Money held back is paid {test}.', '暫緩的撥款於{test}發放。'),
  },
  exceptionApproved: {
    at: '8(e)iii s2',
    force: 'alternative',
    test: present(),
    says: text('The Bureau has approved an exception for the case.', '教育局已按個別情況批核。'),
  },
  notLapsed: {
    at: '8(e)iii s2',
    force: 'mandatory',
    test: present(),
    says: text('Money held back has not lapsed, being in time or kept by an exception.', '暫緩的撥款未被撤銷（仍在期限內或獲個別批核）。'),
    next: text('ask the Bureau whether it approves an exception', '向教育局查詢可否獲個別批核'),
  },
})

const yesNo = (): z.ZodOptional<z.ZodNullable<z.ZodBoolean>> => known(yesOrNo)

/** An approved grant and how far the project has come. */
export const InstalmentsInput = z.strictObject({
  grant: describedAs(money(), 'approved grant in Hong Kong dollars', '獲批撥款（港元）'),
  actual: describedAs(known(money()), 'verified actual spending that the grant may pay for', '經核實而可由撥款支付的實際開支'),
  acceptanceReceived: describedAs(yesNo(), 'whether the signed reply slip has reached EDB', '教育局是否已收妥接受撥款回條'),
  bankAuthReceived: describedAs(yesNo(), 'whether the payment authority (GF 179A) has reached EDB', '教育局是否已收妥銀行授權書（通用表格第 179A 號）'),
  progressReportVerified: describedAs(yesNo(), 'whether the progress report is verified', '進度報告是否已核實'),
  finalReportVerified: describedAs(yesNo(), 'whether the final report is verified', '終期報告是否已核實'),
  audited: describedAs(yesNo(), 'whether the audited accounts have been submitted', '是否已提交經審計帳目'),
  reportUnderQuery: describedAs(yesNo(), 'whether a report waits to be clarified or corrected', '是否有報告須作澄清或修正'),
  lapse: describedAs(
    z.strictObject({
      completion: describedAs(date(), 'the day on which the project was completed', '計劃完成的日期'),
      asOf: describedAs(date(), 'the day for which the question is asked', '所查詢的日期'),
      exceptionApproved: describedAs(yesNo(), 'whether EDB has approved an exception', '教育局是否已按個別情況批核'),
    }).optional(),
    'money held back, and whether it has lapsed; left out, it is not judged',
    '暫緩發放的撥款是否已被撤銷；不提供則不作判斷',
  ),
})
export type InstalmentsInput = z.input<typeof InstalmentsInput>

const amount = z.number().nullable()

export const InstalmentsFigures = z.strictObject({
  first: z.number(),
  second: z.number(),
  /** The third instalment on actual spending; `null` while that is not known. */
  third: amount,
  /** What of the third is paid before and with the audited accounts, as far as it is known that they are in. */
  thirdReleased: amount,
  withheldUntilAudit: amount,
  /** What the first two instalments exceed the actual spending by. */
  overpaid: amount,
  /** Actual spending beyond the grant, which the NGO bears. */
  ownCost: amount,
  /** The instalments whose conditions are all known to be met; the second and third only while they have not lapsed. */
  releasable: z.array(z.literal([1, 2, 3])).readonly(),
  /** The last day before money held back lapses; `null` when not asked. */
  lastDay: z.string().nullable(),
  /** Whether it has lapsed; `null` when not asked, or while it is not known whether EDB approved an exception. */
  lapsed: z.boolean().nullable(),
})
export type InstalmentsFigures = Readonly<z.output<typeof InstalmentsFigures>>

type Project = z.output<typeof InstalmentsInput>
type Part<Name extends keyof InstalmentsFigures> = Pick<InstalmentsFigures, Name>

const unknownThird = { third: null, thirdReleased: null, withheldUntilAudit: null, overpaid: null, ownCost: null } as const

/** The third instalment in cents: actual spending less what is already paid, within what remains of the grant. */
function thirdInstalment(
  { grant, actual, audited }: Project,
  paid: number,
  reader: Reader,
): Part<'third' | 'thirdReleased' | 'withheldUntilAudit' | 'overpaid' | 'ownCost'> {
  if (actual == null) return unknownThird
  const granted = toCents(grant)
  const spent = toCents(actual)
  const third = Math.max(0, Math.min(granted, spent) - paid)
  const base = reader.take('A-C15') === 'ofThird' ? third : granted
  const heldBack = audited === true ? 0 : Math.min(third, shareOf(base, percent(HELD_BACK_PERCENT), 'floor'))
  return {
    third: fromCents(third),
    thirdReleased: fromCents(third - heldBack),
    withheldUntilAudit: fromCents(heldBack),
    overpaid: fromCents(Math.max(0, paid - spent)),
    ownCost: fromCents(Math.max(0, spent - granted)),
  }
}

/** The instalments whose conditions are met: what is not known releases nothing, and what has lapsed is not paid. */
function releasable(project: Project, lapsed: boolean | null): readonly (1 | 2 | 3)[] {
  const { acceptanceReceived, bankAuthReceived, progressReportVerified, finalReportVerified, reportUnderQuery, lapse } = project
  if (acceptanceReceived !== true) return []
  const laterOnes = reportUnderQuery === false && (lapse === undefined || lapsed === false)
  const released: (1 | 2 | 3)[] = []
  if (bankAuthReceived === true) released.push(1)
  if (progressReportVerified === true && laterOnes) released.push(2)
  if (finalReportVerified === true && laterOnes) released.push(3)
  return released
}

/** 8(e)iii s2: money held back lapses a year after completion, unless the Bureau approves otherwise. */
function lapseOf(lapse: Project['lapse'], reader: Reader, findings: Finding[]): Part<'lastDay' | 'lapsed'> {
  if (lapse === undefined) return { lastDay: null, lapsed: null }
  const { completion, asOf, exceptionApproved } = lapse
  const anniversary = addYears(completion, LAPSES_AFTER)
  const lastDay = reader.take('A-C16') === 'dayBefore' ? addDays(anniversary, -1) : anniversary
  const inTime = rules.withinOneYear.apply(asOf, ['lapse', 'asOf'], lastDay)
  const exceptionPath = ['lapse', 'exceptionApproved']
  const stands = inTime.met === true ? true : exceptionApproved
  findings.push(inTime)
  if (inTime.met !== true) findings.push(rules.exceptionApproved.apply(exceptionApproved, exceptionPath))
  findings.push(rules.notLapsed.apply(stands, inTime.met === true ? ['lapse', 'asOf'] : exceptionPath))
  return { lastDay, lapsed: stands == null ? null : !stands }
}

const parse = parser(InstalmentsInput)

/**
 * The three instalments of a grant, which of them may be paid, what waits for the audited accounts, and when money held
 * back lapses.
 *
 * The first and second are 30% each, cut down to the cent; the third is the rest, on verified actual spending: nothing
 * when the first two already cover it, never more than the grant. Spending of exactly the grant leaves the NGO no cost
 * of its own. The 10% that waits is at most the third instalment; while it is not known whether the accounts are in, it
 * is shown as waiting. The amounts say what each instalment comes to, `releasable` whether its conditions are met: a
 * condition that is not known releases nothing, and no instalment is paid before the reply slip is in. The second and
 * third are not paid once they have lapsed, nor while that is asked and not known. The anniversary of completion is
 * still in time (from 29 February, 28 February).
 *
 * @param input the approved grant and actual spending in Hong Kong dollars, the conditions as yes or no, dates YYYY-MM-DD
 * @param options another reading of A-C15 (10% of what) or A-C16 (last day)
 * @returns the instalments, what is held back, overpaid or borne by the NGO, and the last day
 * @throws InputError when an amount is negative or finer than a cent, or a date does not exist
 * @source CBP guidelines 2025/26 para 8(e)i–iii
 * @example
 * computeInstalments({ grant: 1000000, actual: 1000000, audited: false }).value.thirdReleased //=> 300000
 * @example
 * computeInstalments({ grant: 1000000, lapse: { completion: '2026-08-31', asOf: '2027-09-01' } }).value.lastDay //=> '2027-08-31'
 */
export function computeInstalments(input: InstalmentsInput, options?: Options): Answer<InstalmentsFigures> {
  const project = parse(input)
  const reader = readings.reader(options)

  const granted = toCents(project.grant)
  const first = shareOf(granted, percent(FIRST_PERCENT), 'floor')
  const second = shareOf(granted, percent(SECOND_PERCENT), 'floor')
  const third = thirdInstalment(project, first + second, reader)
  const findings = [
    rules.acceptanceReceived.apply(project.acceptanceReceived, ['acceptanceReceived']),
    rules.bankAuthReceived.apply(project.bankAuthReceived, ['bankAuthReceived']),
    rules.progressReportVerified.apply(project.progressReportVerified, ['progressReportVerified']),
    rules.finalReportVerified.apply(project.finalReportVerified, ['finalReportVerified']),
    rules.actualSpendingKnown.apply(project.actual, ['actual']),
    rules.accountsAudited.apply(project.audited, ['audited']),
    rules.noReportUnderQuery.apply(project.reportUnderQuery, ['reportUnderQuery']),
  ]
  const lapse = lapseOf(project.lapse, reader, findings)
  return answer(
    { first: fromCents(first), second: fromCents(second), releasable: releasable(project, lapse.lapsed), ...third, ...lapse },
    findings,
    reader.taken,
  )
}

export const computeInstalmentsEntry = {
  name: 'computeInstalments',
  answers: text('What the three instalments come to, and which may be paid', '三期撥款各為多少，可發放哪幾期'),
  input: InstalmentsInput,
  value: InstalmentsFigures,
  rules,
  run: computeInstalments,
} as const satisfies FunctionEntry
