import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import type { IsoDate } from '../kernel/calendar.js'
import { absent, atMost, given, onOrBefore, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, date, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'
import { planVersionOn, planVersions, versionRules } from './version.js'

/** A period of each level: its minutes and its fee in NT$. @source New Taipei home-education plan (2019) X.3(2)1 */
const periods = {
  juniorHigh: { minutes: 45, fee: 360 },
  elementary: { minutes: 40, fee: 320 },
} as const

/**
 * The national table of fees for part-time and substitute teachers to which the plan refers, newest first, in NT$. The plan
 * prints only the first amounts; the later ones are not in it: they are those announced from 1 February 2022 and from
 * 1 September 2025, and are used only when N-A19 is read as nationalTable.
 */
const nationalTable = [
  { from: '2025-09-01', juniorHigh: 455, elementary: 405 },
  { from: '2022-02-01', juniorHigh: 378, elementary: 336 },
] as const

/** The last day on which the plan's amounts were those of the national table. */
const LAST_DAY_OF_PLAN_RATE = '2022-01-31'

const NONE = 0
const MOST_PERIODS = 10_000

const rules = plan.rules({
  withinApprovedPeriods: {
    at: '壹拾、三、（二）1',
    force: 'mandatory',
    test: atMost(given('the approved periods', '核定節數'), 'period'),
    says: text('The periods claimed for teaching come to {test}.', '請領的授課節數{test}。'),
    next: text('claim the approved periods only', '僅就核定節數請領'),
  },
  claimStated: {
    at: '壹拾、三、（二）1',
    force: 'mandatory',
    test: stated(),
    says: text('The periods claimed are known.', '須知道請領的節數。'),
  },
  noMakeUpPeriods: {
    at: '壹拾、三、（二）1',
    force: 'mandatory',
    test: atMost(NONE, 'period'),
    says: text('Make-up sessions in the claim come to {test}.', '請領節數中的補課{test}。'),
  },
  planRateCurrent: {
    at: '壹拾、三、（二）1',
    also: ['壹拾、三、（二）1國民中學', '壹拾、三、（二）1國民小學'],
    force: 'advisory',
    test: onOrBefore(LAST_DAY_OF_PLAN_RATE),
    says: text("The plan's amounts are those of the national table for service {test}.", '計畫所載數額與支給基準表相同者，為{test}的授課。'),
    next: text('ask the Department whether the amounts of the national table are paid; see reading N-A19', '向教育局確認是否依現行支給基準表支給；見 N-A19'),
  },
  noOtherWorkClaimed: {
    at: '壹拾、三、（二）4',
    force: 'mandatory',
    test: atMost(NONE, 'period'),
    says: text('IEP meetings, travel and telephone interviews in the claim come to {test}.', '請領節數中的會議、交通及電話訪談{test}。'),
    next: text('take them out of the claim', '自請領節數中剔除'),
  },
  notInSchoolLoad: {
    at: '壹拾、三、（二）2前段',
    force: 'mandatory',
    test: absent(),
    says: text("The periods are part of the school's total load: {test}.", '節數計入學校總授課節數：{test}。'),
    next: text('the fee is forfeited; take the periods out of the load before claiming again', '不得請領；先自總授課節數中剔除'),
  },
  loadNotReduced: {
    at: '壹拾、三、（二）2前段',
    force: 'mandatory',
    test: absent(),
    says: text("The teacher's load was reduced for them: {test}.", '教師因此減課：{test}。'),
    next: text('the fee is forfeited; restore the load before claiming again', '不得請領；先取消減課'),
  },
  affectedPeriodsStated: {
    at: '壹拾、三、（二）2後段',
    force: 'mandatory',
    test: stated(),
    says: text('It is known how many periods were counted in the load or led to a reduction.', '須知道違反規定的節數。'),
  },
})

const moreThanClaimed = text('exceeds the periods claimed', '多於請領節數')

export const TeachingFeeInput = z.strictObject({
  level: describedAs(z.enum(['juniorHigh', 'elementary']), 'junior high or elementary', '國中或國小'),
  serviceDate: describedAs(date(), 'the day of service', '授課日期'),
  claimedPeriods: describedAs(known(count(MOST_PERIODS)), 'periods claimed', '請領節數'),
  approvedPeriods: describedAs(known(count(MOST_PERIODS)), 'periods that the Department approved', '教育局核定節數'),
  nonTeachingPeriodsIncluded: describedAs(
    known(count(MOST_PERIODS)),
    'of those claimed, IEP meetings, travel and telephone interviews',
    '請領節數中的會議、交通及電話訪談',
    moreThanClaimed,
  ),
  countedInRegularLoad: describedAs(known(yesOrNo), "whether the periods are counted in the school's total load", '是否計入學校總授課節數'),
  loadReduced: describedAs(known(yesOrNo), "whether the teacher's load was reduced for them", '是否減課'),
  makeUpPeriodsIncluded: describedAs(
    known(count(MOST_PERIODS)),
    'of those claimed, make-up sessions; used only when N-A21 is read as notPaid',
    '請領節數中的補課；只在 N-A21 採用 notPaid 時使用',
  ),
  affectedPeriods: describedAs(
    known(count(MOST_PERIODS)),
    'periods that break the load rule; used only when N-A20 is read as affectedPeriods',
    '違反授課節數規定的節數；只在 N-A20 採用 affectedPeriods 時使用',
  ),
})
export type TeachingFeeInput = z.input<typeof TeachingFeeInput>

export const TeachingFeeFigures = z.strictObject({
  planVersion: z.enum(planVersions),
  /** `null` while facts are missing or the text of the day is not held; so is the amount. */
  payablePeriods: z.int().nullable(),
  /** In NT$. */
  ratePerPeriod: z.int().nullable(),
  minutesPerPeriod: z.int().nullable(),
  /** In NT$. */
  amount: z.int().nullable(),
  /** The weekly caps of 6 extra and 5 substitute periods do not apply. */
  weeklyCapsApply: z.literal(false),
  /** The national table has moved past the plan's amounts on that day. */
  planRateSuperseded: z.boolean(),
})
export type TeachingFeeFigures = Readonly<z.output<typeof TeachingFeeFigures>>

type Facts = z.output<typeof TeachingFeeInput>

const isSuperseded = (day: IsoDate): boolean => day > LAST_DAY_OF_PLAN_RATE

/** The fee of a period: the plan's own, or the national table's once that has moved. */
function rateOf({ level, serviceDate }: Facts, reader: Reader): number {
  const { fee } = periods[level]
  const current = nationalTable.find(({ from }) => from <= serviceDate)
  return current === undefined || reader.take('N-A19') === 'planText' ? fee : current[level]
}

/** X.3(2)1, 4: what was taught, within what was approved. */
interface Claim {
  /** `null` while facts are missing. */
  readonly periods: number | null
  readonly findings: readonly Finding[]
}

function claim(facts: Facts, reader: Reader): Claim {
  const { claimedPeriods: claimed, approvedPeriods: approved } = facts
  const { nonTeachingPeriodsIncluded: nonTeaching, makeUpPeriodsIncluded: makeUp } = facts
  const findings: Finding[] = [
    rules.claimStated.apply(claimed, ['claimedPeriods']),
    rules.noOtherWorkClaimed.apply(nonTeaching, ['nonTeachingPeriodsIncluded']),
  ]
  const makeUpUnpaid = reader.take('N-A21') === 'notPaid'
  if (makeUpUnpaid) findings.push(rules.noMakeUpPeriods.apply(makeUp, ['makeUpPeriodsIncluded']))
  const unpaid = makeUpUnpaid ? makeUp : NONE
  const taught = claimed == null || nonTeaching == null || unpaid == null ? null : claimed - nonTeaching - unpaid
  if (approved == null) return { periods: null, findings: [...findings, rules.withinApprovedPeriods.unknown(['approvedPeriods'])] }
  const missing = claimed == null ? 'claimedPeriods' : nonTeaching == null ? 'nonTeachingPeriodsIncluded' : 'makeUpPeriodsIncluded'
  findings.push(taught === null ? rules.withinApprovedPeriods.unknown([missing]) : rules.withinApprovedPeriods.apply(taught, ['claimedPeriods'], approved))
  return { periods: taught === null ? null : Math.min(taught, approved), findings }
}

/** X.3(2)2: a breach of the load rule forfeits the fee, all of it or that of the periods concerned. */
function afterLoadRule(payable: number | null, facts: Facts, reader: Reader): Claim {
  const { countedInRegularLoad: counted, loadReduced: reduced, affectedPeriods } = facts
  const findings: Finding[] = [
    rules.notInSchoolLoad.apply(counted, ['countedInRegularLoad']),
    rules.loadNotReduced.apply(reduced, ['loadReduced']),
  ]
  const broken = counted === true || reduced === true
  if (!broken) return { periods: counted == null || reduced == null ? null : payable, findings }
  if (reader.take('N-A20') === 'wholeClaim') return { periods: NONE, findings }
  findings.push(rules.affectedPeriodsStated.apply(affectedPeriods, ['affectedPeriods']))
  return { periods: payable === null || affectedPeriods == null ? null : Math.max(NONE, payable - affectedPeriods), findings }
}

const parse = parser(TeachingFeeInput)

/**
 * What a school-assigned teacher is paid for the periods taught: the payable periods, the rate and the amount in NT$.
 *
 * Paid are periods actually taught, whole ones, up to the approved number: exactly that number is in order, one more is a
 * breach and is not paid. Meetings, travel and telephone interviews are taken out of the claim. A claim whose periods are
 * part of the school's load, or for which the load was reduced, is forfeited. The amounts are the plan's; from 1 February
 * 2022 the national table is higher, and the answer says so. The weekly caps on extra and substitute periods never apply.
 * A number left out is not zero. Service before 31 January 2019 falls under the text that is not held.
 *
 * @param input level, day of service, whole periods (0 to 10,000) and what is known of the load
 * @param options another reading of N-A19 (rate), N-A20 (forfeit) or N-A21 (make-up sessions)
 * @returns payable periods, rate and amount; `null` where facts are missing
 * @throws InputError when a number is malformed, or more periods are taken out than were claimed
 * @source New Taipei home-education plan (2019) X.3(2)1–4
 * @example
 * computeTeachingFee({ level: 'juniorHigh', serviceDate: '2019-03-15', claimedPeriods: 10, approvedPeriods: 10, nonTeachingPeriodsIncluded: 2, countedInRegularLoad: false, loadReduced: false }).value.amount //=> 2880
 * @example
 * computeTeachingFee({ level: 'elementary', serviceDate: '2022-02-01' }).value.planRateSuperseded //=> true
 */
export function computeTeachingFee(input: TeachingFeeInput, options?: Options): Answer<TeachingFeeFigures> {
  const facts = parse(input)
  const { level, serviceDate, claimedPeriods, nonTeachingPeriodsIncluded, makeUpPeriodsIncluded } = facts
  if ((nonTeachingPeriodsIncluded ?? NONE) + (makeUpPeriodsIncluded ?? NONE) > (claimedPeriods ?? Infinity)) {
    reject(['nonTeachingPeriodsIncluded'], moreThanClaimed)
  }

  const reader = readings.reader(options)
  const planVersion = planVersionOn(serviceDate, reader)
  const version = versionRules.amendedText.apply(serviceDate, ['serviceDate'])
  const planRateSuperseded = isSuperseded(serviceDate)
  if (version.met === false) {
    const nothing = { payablePeriods: null, ratePerPeriod: null, minutesPerPeriod: null, amount: null }
    return answer({ planVersion, ...nothing, weeklyCapsApply: false, planRateSuperseded }, [version], reader.taken)
  }

  const claimed = claim(facts, reader)
  const paid = afterLoadRule(claimed.periods, facts, reader)
  const ratePerPeriod = rateOf(facts, reader)
  const findings = [version, ...claimed.findings, ...paid.findings]
  if (!planRateSuperseded || reader.take('N-A19') === 'planText') findings.push(rules.planRateCurrent.apply(serviceDate, ['serviceDate']))
  return answer(
    {
      planVersion,
      payablePeriods: paid.periods,
      ratePerPeriod,
      minutesPerPeriod: periods[level].minutes,
      amount: paid.periods === null ? null : paid.periods * ratePerPeriod,
      weeklyCapsApply: false,
      planRateSuperseded,
    },
    findings,
    reader.taken,
  )
}

export const computeTeachingFeeEntry = {
  name: 'computeTeachingFee',
  answers: text('What a school-assigned teacher is paid', '自派教師的鐘點費'),
  input: TeachingFeeInput,
  value: TeachingFeeFigures,
  rules: { ...versionRules, ...rules },
  run: computeTeachingFee,
} as const satisfies FunctionEntry
