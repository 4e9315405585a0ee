import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, given, onOrBefore, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, money } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { moneyBetween, sumOfMoney } from '../kernel/money.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'

const byCheque = text(
  'return it by a crossed cheque to the Government (CHEQUE_PAYEE); else EDB takes it from other grants',
  '以劃線支票退還（抬頭見 CHEQUE_PAYEE），否則教育局會以其他撥款抵銷',
)

const rules = guidelines.rules({
  incomeKnown: {
    at: '8(e)iv-2 s1',
    force: 'mandatory',
    test: stated(),
    says: text(
      'All income of the activities is known, interest and profit included: it belongs to the project.',
      '須知道所有活動收入，包括利息及利潤：須全數用於計劃。',
    ),
  },
  disallowedKnown: {
    at: '8(e)v',
    force: 'mandatory',
    test: stated(),
    says: text('Spending on items not funded or not approved beforehand is known: the NGO bears it.', '須知道不受資助或未經批核的開支：由機構自行承擔。'),
  },
  surplusReturned: {
    at: '8(e)iv-2 s2',
    force: 'mandatory',
    test: atLeast(given('the surplus of the completed project', '已完成計劃的餘款'), 'HKD'),
    says: text('What has been returned is {test}.', '已退還的款額{test}。'),
    next: byCheque,
  },
  wholeGrantReturned: {
    at: '8(e)vi',
    force: 'mandatory',
    test: atLeast(given('all money paid for a project that was not carried out', '未能推行的計劃已發放的全數撥款'), 'HKD'),
    says: text('What has been returned is {test}.', '已歸還的款額{test}。'),
    next: byCheque,
  },
  unusedMoneyReturned: {
    at: '8(e)vii',
    force: 'mandatory',
    test: atLeast(given('the unused money of a project stopped midway', '中途終止計劃的未用撥款'), 'HKD'),
    says: text('What has been returned is {test}.', '已交還的款額{test}。'),
    next: byCheque,
  },
  returnedInTime: {
    at: '8(e)vii',
    also: ['8(e)viii'],
    force: 'mandatory',
    test: onOrBefore(given('the date that the Bureau has set', '教育局指定的限期')),
    says: text('The money is returned {test}.', '款項於{test}退還。'),
    next: byCheque,
  },
})

/** How a project ended, and its money. Amounts in Hong Kong dollars. */
export const RefundInput = z.strictObject({
  outcome: describedAs(
    z.enum(['completed', 'terminated', 'notImplemented']),
    'how the project ended: completed, stopped midway, or not carried out',
    '計劃結果：已完成、中途終止或未能推行',
  ),
  disbursed: describedAs(money(), 'grant that EDB has paid, all instalments that it will pay', '教育局已發放的撥款（所有會發放的期數）'),
  otherIncome: describedAs(known(money()), 'all other income: fees, interest, profit', '所有其他收入：收費、利息、利潤'),
  allowable: describedAs(
    money(),
    "spending that the grant or the project's income may pay for, the part covered by full-cost fees included",
    '可由撥款或計劃收入支付的開支（包括由全額費用支付的部分）',
  ),
  disallowed: describedAs(
    known(money()),
    'spending on items not funded or not approved beforehand, not what full-cost fees cover',
    '不受資助或未經事先批核的開支，不包括由全額費用支付的部分',
  ),
  repaid: describedAs(known(money()), 'what the NGO has already returned', '機構已退還的款額'),
  otherGrantDue: describedAs(known(money()), "what EDB is due to pay the NGO for its other projects", '教育局應就機構其他計劃發放的撥款'),
  timing: describedAs(
    z.strictObject({
      deadline: describedAs(date(), 'the date that EDB has set for the return', '教育局指定的退還限期'),
      repaidOn: describedAs(known(date()), 'the day of the return', '退還日期'),
    }).optional(),
    'when the money is due and was returned; left out, it is not judged',
    '退還限期及日期；不提供則不作判斷',
  ),
})
export type RefundInput = z.input<typeof RefundInput>

export const RefundFigures = z.strictObject({
  /** What goes back to the Bureau. */
  refund: z.number(),
  /** The refund may be larger: other income is not known. */
  isMinimum: z.boolean(),
  /** What stays with the NGO; `null` while a fact that it needs is not known. */
  borneByNGO: z.number().nullable(),
  /** What the Bureau takes from other grants; `null` while that cannot be known. */
  setOff: z.number().nullable(),
  /** What is still owed after that; `null` likewise. */
  stillOwed: z.number().nullable(),
})
export type RefundFigures = Readonly<z.output<typeof RefundFigures>>

type Project = z.output<typeof RefundInput>
type Due = Pick<RefundFigures, 'refund' | 'isMinimum' | 'borneByNGO'>

/** The rule that demands the money back, by how the project ended. */
const returnRules = {
  completed: rules.surplusReturned,
  terminated: rules.unusedMoneyReturned,
  notImplemented: rules.wholeGrantReturned,
} as const

/** The excess of one amount over another; nothing when there is none. */
const excess = (amount: number, over: number): number => Math.max(0, moneyBetween(over, amount))

/** 8(e)iv-2 and vii: the grant and all income, less what may be paid from them. */
function dueOnRun({ disbursed, otherIncome, allowable, disallowed }: Project): Due {
  const available = sumOfMoney([disbursed, otherIncome ?? 0])
  return {
    refund: excess(available, allowable),
    isMinimum: otherIncome == null,
    borneByNGO: otherIncome == null || disallowed == null ? null : sumOfMoney([disallowed, excess(allowable, available)]),
  }
}

/** 8(e)vi: everything that was paid; what has been spent stays with the NGO. */
function dueOnNotImplemented({ disbursed, otherIncome, allowable, disallowed }: Project, reader: Reader): Due {
  const interestToo = otherIncome !== 0 && reader.take('A-C23') === 'withInterest'
  return {
    refund: interestToo ? sumOfMoney([disbursed, otherIncome ?? 0]) : disbursed,
    isMinimum: interestToo && otherIncome == null,
    borneByNGO: disallowed == null ? null : sumOfMoney([allowable, disallowed]),
  }
}

/** Nothing goes back, whatever the income that is not known. */
const nothingDue = ({ refund, isMinimum }: Due): boolean => refund === 0 && !isMinimum

/** Whether the money is back: too little is too little whatever else is missing, enough only once the sum is known. */
function returned({ outcome, repaid }: Project, due: Due): readonly Finding[] {
  if (nothingDue(due)) return []
  const { refund, isMinimum } = due
  const rule = returnRules[outcome]
  const finding = rule.apply(repaid, ['repaid'], refund)
  return [isMinimum && finding.met === true ? rule.unknown(['otherIncome']) : finding]
}

/** 8(e)vii: whether the money came back by the day set; late is too late only once something is known to be due. */
function returnedInTime({ timing }: Project, due: Due): readonly Finding[] {
  if (timing === undefined || nothingDue(due)) return []
  const finding = rules.returnedInTime.apply(timing.repaidOn, ['timing', 'repaidOn'], timing.deadline)
  return [due.refund === 0 && finding.met === false ? rules.returnedInTime.unknown(['otherIncome']) : finding]
}

/** 8(e)viii: what was not returned is taken from other grants, as far as they go. */
function setOffOf({ repaid, otherGrantDue }: Project, due: Due): Pick<RefundFigures, 'setOff' | 'stillOwed'> {
  if (nothingDue(due)) return { setOff: 0, stillOwed: 0 }
  const { refund, isMinimum } = due
  if (repaid == null || isMinimum) return { setOff: null, stillOwed: null }
  const owed = excess(refund, repaid)
  if (owed === 0) return { setOff: 0, stillOwed: 0 }
  if (otherGrantDue == null) return { setOff: null, stillOwed: null }
  const setOff = Math.min(owed, otherGrantDue)
  return { setOff, stillOwed: moneyBetween(setOff, owed) }
}

const parse = parser(RefundInput)

/**
 * What goes back to the Education Bureau when a project ends, what the NGO bears, and what is set off if it does not pay.
 *
 * A project that was completed or stopped midway returns what is left of the grant and all income, interest included; when
 * spending comes to exactly that, nothing. One that was not carried out returns everything paid: what has been spent
 * stays with the NGO. While other income is not known the refund is a minimum. Spending above what was received, and on
 * what is not funded or approved, falls on the NGO. What full-cost fees cover is spending of the project like any other:
 * the fees are its income. Returning exactly the refund settles it, one cent less does not; the day that the Bureau has
 * set is itself in time, and matters only where something may have to be returned.
 *
 * Which further instalments are still to come is not foreseen here: `disbursed` is all that will be paid.
 *
 * @param input amounts in Hong Kong dollars, dates YYYY-MM-DD
 * @param options another reading of A-C23 (interest of a project not carried out)
 * @returns the refund, what the NGO bears, what is set off against other grants and what is still owed
 * @throws InputError when an amount is negative or finer than a cent, or a date does not exist
 * @source CBP guidelines 2025/26 para 8(e)iv-2 to viii
 * @example
 * computeRefund({ outcome: 'terminated', disbursed: 600000, otherIncome: 0, allowable: 450000 }).value.refund //=> 150000
 * @example
 * computeRefund({ outcome: 'notImplemented', disbursed: 300000, otherIncome: 0, allowable: 20000, disallowed: 0 }).value.borneByNGO //=> 20000
 */
export function computeRefund(input: RefundInput, options?: Options): Answer<RefundFigures> {
  const project = parse(input)
  const { outcome, otherIncome, disallowed } = project
  const reader = readings.reader(options)

  const due = outcome === 'notImplemented' ? dueOnNotImplemented(project, reader) : dueOnRun(project)
  const incomeMatters = outcome !== 'notImplemented' || due.isMinimum
  const findings = [
    ...(incomeMatters ? [rules.incomeKnown.apply(otherIncome, ['otherIncome'])] : []),
    rules.disallowedKnown.apply(disallowed, ['disallowed']),
    ...returned(project, due),
    ...returnedInTime(project, due),
  ]
  const { setOff, stillOwed } = setOffOf(project, due)
  return answer({ setOff, stillOwed, ...due }, findings, reader.taken)
}

export const computeRefundEntry = {
  name: 'computeRefund',
  answers: text('What goes back to EDB when a project ends', '計劃結束後須退還多少'),
  input: RefundInput,
  value: RefundFigures,
  rules,
  run: computeRefund,
} as const satisfies FunctionEntry
