import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, given, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, listOf, money } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import { fromCents, toCents } from '../kernel/money.js'
import { ratio, roundRatio, type Ratio, type Rounding } from '../kernel/ratio.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'

/** Bounds under which every product of a fee and a number of people is exact; no text sets them. */
const MOST_PEOPLE = 10_000
const MOST_SPENDING = 1_000_000_000
/** As many fees as people can pay: other students, and parents and others. */
const MOST_FEES = 20_000
const NOBODY = 0

/** The cents of one dollar, for a fee that stays a ratio. */
const CENTS = 100

const rules = guidelines.rules({
  fullCostCharged: {
    at: '8(b)i s3',
    force: 'mandatory',
    test: atLeast(given('the full cost of one participant', '每名參加者的全額費用'), 'HKD'),
    says: text('A person who is not an eligible student pays {test}.', '合資格學生以外的人士繳付{test}。'),
    next: text('collect the difference, or let the NGO bear it', '補收差額，或由機構承擔'),
  },
  participantsKnown: {
    at: '8(b)i s4',
    force: 'mandatory',
    test: stated(),
    says: text('The number of those among whom the cost is shared is known.', '須知道攤分成本的人數。'),
  },
})

const nobodyTakesPart = text('nobody takes part, so there is no cost of one participant', '沒有參加者，無從計算每名參加者的成本')

const oneFeeForEachPayer = text('must hold one fee for each person who is not an eligible student', '須為合資格學生以外的人士每人一項')

/** One activity with its actual total spending and those who took part. */
export const FullCostFeeInput = z.strictObject({
  expenditure: describedAs(money().max(MOST_SPENDING), 'actual total spending on the activity, in Hong Kong dollars', '活動的實際總開支（港元）'),
  eligible: describedAs(count(MOST_PEOPLE), 'eligible students who take part', '參加的合資格學生人數', nobodyTakesPart),
  nonEligible: describedAs(count(MOST_PEOPLE), 'other students who take part', '參加的非合資格學生人數'),
  others: describedAs(known(count(MOST_PEOPLE)), 'parents and others of the community who take part', '參加的家長及其他社區人士人數'),
  feesCharged: describedAs(
    listOf(money(), MOST_FEES).optional(),
    'the fees charged, one for each person who is not an eligible student; left out, they are not judged',
    '已收取的費用，合資格學生以外的人士每人一項；不提供則不作判斷',
    oneFeeForEachPayer,
  ),
})
export type FullCostFeeInput = z.input<typeof FullCostFeeInput>

export const FullCostFeeFigures = z.strictObject({
  /** What one person pays, to the cent; `null` while it is not known who shares the cost. */
  feePerStudent: z.number().nullable(),
  /** What the students who are not eligible pay together. */
  totalFromNonEligible: z.number().nullable(),
  /** What parents and others pay together; `null` while their number is not known. */
  totalFromOthers: z.number().nullable(),
  /** The cost of one participant before rounding, in dollars. */
  exact: z.strictObject({ numerator: z.int(), denominator: z.int() }).nullable(),
})
export type FullCostFeeFigures = Readonly<z.output<typeof FullCostFeeFigures>>

type Activity = z.output<typeof FullCostFeeInput>

/** How each reading of A-C10 rounds a fee that is not whole cents. */
const roundings = { up: 'ceiling', nearest: 'nearest', down: 'floor' } as const satisfies Readonly<Record<string, Rounding>>

/** Those among whom the cost is shared: the students, and under another reading everyone; `undefined` while not known. */
function sharers({ eligible, nonEligible, others }: Activity, reader: Reader): number | undefined {
  const students = eligible + nonEligible
  if (others === NOBODY || reader.take('A-C9') === 'studentsOnly') return students
  return others == null ? undefined : students + others
}

/** 8(b)i s3: each of them pays; while it is not known how many others take part, there are at least as many as other students. */
function checkFees({ nonEligible, others, feesCharged }: Activity): void {
  if (feesCharged === undefined) return
  const fees = feesCharged.length
  const agree = others == null ? fees >= nonEligible : fees === nonEligible + others
  if (!agree) reject(['feesCharged'], oneFeeForEachPayer)
}

/** The cost of one participant in cents, rounded as A-C10 is read; whole cents need no reading. */
function roundedFee(cost: Ratio, reader: Reader): number {
  return cost.denominator === 1 ? cost.numerator : roundRatio(cost, roundings[reader.take('A-C10')])
}

const parse = parser(FullCostFeeInput)

/**
 * What somebody who is not an eligible student pays to take part in an activity: one participant's part of the actual
 * total spending, eligible and other students counted alike.
 *
 * A fee that is not whole cents is rounded up, since anything less would leave a subsidy. Parents and others of the
 * community pay the same but do not make the parts smaller. An activity that cost nothing has a fee of 0. A fee charged
 * that equals the full cost is in order; one cent less is not. Fees are judged one by one, as many as people who pay.
 *
 * @param input spending in Hong Kong dollars with at most two decimals, and numbers of people (0 to 10,000)
 * @param options another reading of A-C9 (who shares the cost) or A-C10 (rounding)
 * @returns the fee, what it brings in, and the exact cost of one participant as a ratio
 * @throws InputError when nobody shares the cost, there is not one fee for each person who pays, or a number is negative or not
 * whole
 * @source CBP guidelines 2025/26 para 8(b)i s3–s4
 * @example
 * computeFullCostFee({ expenditure: 1000, eligible: 6, nonEligible: 4, others: 0 }).value.feePerStudent //=> 100
 * @example
 * computeFullCostFee({ expenditure: 1000, eligible: 2, nonEligible: 1, others: 0 }).value.feePerStudent //=> 333.34
 */
export function computeFullCostFee(input: FullCostFeeInput, options?: Options): Answer<FullCostFeeFigures> {
  const activity = parse(input)
  const { expenditure, nonEligible, others, feesCharged } = activity
  const reader = readings.reader(options)

  const people = sharers(activity, reader)
  if (people === NOBODY) reject(['eligible'], nobodyTakesPart)
  checkFees(activity)
  const findings: Finding[] = [rules.participantsKnown.apply(people, people === undefined ? ['others'] : ['eligible'])]
  if (people === undefined) {
    if (feesCharged != null && feesCharged.length > 0) findings.push(rules.fullCostCharged.unknown(['others']))
    return answer({ feePerStudent: null, totalFromNonEligible: null, totalFromOthers: null, exact: null }, findings, reader.taken)
  }

  const cost = ratio(toCents(expenditure), people)
  const fee = roundedFee(cost, reader)
  feesCharged?.forEach((charged, index) => findings.push(rules.fullCostCharged.apply(charged, ['feesCharged', index], fromCents(fee))))
  return answer(
    {
      feePerStudent: fromCents(fee),
      totalFromNonEligible: fromCents(fee * nonEligible),
      totalFromOthers: others == null ? null : fromCents(fee * others),
      exact: ratio(cost.numerator, cost.denominator * CENTS),
    },
    findings,
    reader.taken,
  )
}

export const computeFullCostFeeEntry = {
  name: 'computeFullCostFee',
  answers: text('What others pay to take part in an activity', '合資格學生以外的人士參加活動須繳付多少'),
  input: FullCostFeeInput,
  value: FullCostFeeFigures,
  rules,
  run: computeFullCostFee,
} as const satisfies FunctionEntry
