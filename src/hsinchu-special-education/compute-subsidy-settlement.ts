import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { absent, atLeast, atMost, given, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, wholeDollars, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import { onDate, Version, versionOn } from './versions.js'

/** NT$ for one programme, in principle. @source Art. 9, first part; former Art. 9, first part */
const CEILING = 100_000

/** No text sets how many institutions may join; the bound only keeps the input finite. */
const MOST_INSTITUTIONS = 100

const costStated = {
  force: 'mandatory',
  test: stated(),
  says: text('The cost of the programme is {test}.', '方案總經費{test}。'),
} as const
const withinCeiling = {
  force: 'in-principle',
  decides: text('the Hsinchu City Government', '新竹市政府'),
  test: atMost(CEILING, 'TWD'),
  says: text('The subsidy for a programme comes in principle to {test}.', '每方案補助原則上{test}。'),
} as const
const withinCeilings = {
  force: 'in-principle',
  decides: text('the Hsinchu City Government', '新竹市政府'),
  test: atMost(given('the ceilings of the institutions together', '各校（園）上限之合計'), 'TWD'),
  says: text('The subsidy for a joint programme comes in principle to {test}.', '合辦方案之補助原則上{test}。'),
} as const
const usedAsEarmarked = {
  force: 'mandatory',
  test: absent(),
  says: text('No misuse of the subsidy has been verified.', '補助款無經查證屬實之不當使用。'),
} as const
const repaid = {
  force: 'mandatory',
  test: atLeast(given('what is repayable', '應繳回之金額'), 'TWD'),
  says: text('What was repaid comes to {test}.', '已繳回金額{test}。'),
  next: text('repay what the answer gives as repayable', '依結果所列金額繳回'),
} as const

const rules = regulations.rules({
  costStated: { at: '第9條前段', ...costStated },
  subsidyWithinCeiling: { at: '第9條前段', ...withinCeiling },
  subsidyWithinCeilings: { at: '第9條前段', ...withinCeilings },
  usedAsEarmarked: { at: '第9條後段', ...usedAsEarmarked },
  misuseRepaid: { at: '第9條後段', ...repaid },
  formerCostStated: { at: '舊第9條前段', ...costStated },
  formerSubsidyWithinCeiling: { at: '舊第9條前段', ...withinCeiling },
  formerSubsidyWithinCeilings: { at: '舊第9條前段', ...withinCeilings },
  formerUsedAsEarmarked: { at: '舊第9條後段', ...usedAsEarmarked },
  formerMisuseRepaid: { at: '舊第9條後段', ...repaid },
})

const rulesOf = {
  amended2024: {
    cost: rules.costStated,
    ceiling: rules.subsidyWithinCeiling,
    ceilings: rules.subsidyWithinCeilings,
    earmarked: rules.usedAsEarmarked,
    repaid: rules.misuseRepaid,
  },
  former: {
    cost: rules.formerCostStated,
    ceiling: rules.formerSubsidyWithinCeiling,
    ceilings: rules.formerSubsidyWithinCeilings,
    earmarked: rules.formerUsedAsEarmarked,
    repaid: rules.formerMisuseRepaid,
  },
} as const

const moreThanTheCost = text('the subsidy is more than the programme costs', '補助高於方案總經費')
const moreThanGranted = text('more was misused than was granted', '不當使用之金額高於補助')

/** What a programme costs, what the City granted, and what became of it. */
export const SubsidySettlementInput = z.strictObject({
  onDate,
  programmeCost: describedAs(known(wholeDollars()), 'the cost of the programme in NT$', '方案總經費（新臺幣元）'),
  subsidyGranted: describedAs(known(wholeDollars()), 'the subsidy that the City granted, in NT$', '本府核定之補助（新臺幣元）', moreThanTheCost),
  grantedEarlierThisYear: describedAs(
    known(wholeDollars()),
    'granted for the same programme earlier in the school year; used when H-A14 is read as perSchoolYear',
    '同一方案本學年度先前之補助；僅於 H-A14 採 perSchoolYear 時使用',
  ),
  institutions: describedAs(
    known(count(MOST_INSTITUTIONS).min(1)),
    'how many institutions run the programme together; 1 when it is not joint',
    '合辦之校（園）數；非合辦為 1',
  ),
  misuseVerified: describedAs(
    known(yesOrNo),
    'misuse of the subsidy was verified; a mere allegation is false',
    '不當使用經查證屬實；僅有疑義者為 false',
  ),
  misusedAmount: describedAs(known(wholeDollars()), 'the amount misused or alleged to be, in NT$', '不當使用（或疑似）之金額', moreThanGranted),
  repaidAmount: describedAs(known(wholeDollars()), 'what was repaid so far, in NT$', '已繳回之金額'),
})
export type SubsidySettlementInput = z.input<typeof SubsidySettlementInput>

export const SubsidySettlementFigures = z.strictObject({
  version: Version,
  /** The most that is granted in principle: the cost, up to the ceiling; `null` while the cost is not known. */
  subsidyInPrinciple: z.int().nullable(),
  /** What the City granted. */
  subsidyGranted: z.int().nullable(),
  /** The rest, which the institution raises or students pay. */
  selfFundedOrStudentPaid: z.int().nullable(),
  /** What must be repaid: 0 without verified misuse; `null` while it is not known. */
  repayable: z.int().nullable(),
})
export type SubsidySettlementFigures = Readonly<z.output<typeof SubsidySettlementFigures>>

type Facts = z.output<typeof SubsidySettlementInput>
type Amount = number | null

/** Amounts that cannot stand side by side. */
function checkAmounts({ programmeCost, subsidyGranted, misusedAmount }: Facts): void {
  if (programmeCost != null && subsidyGranted != null && subsidyGranted > programmeCost) {
    reject(['subsidyGranted'], moreThanTheCost)
  }
  if (subsidyGranted != null && misusedAmount != null && misusedAmount > subsidyGranted) {
    reject(['misusedAmount'], moreThanGranted)
  }
}

interface Ceiling {
  /** Each institution of a joint programme has one. */
  readonly each: boolean
  /** NT$; `null` when it is not known how many institutions have one each. */
  readonly amount: Amount
  /** What was granted earlier and counts against it; `null` when that is not known. */
  readonly used: Amount
}

/** The ceiling that holds for the programme, as H-A10b and H-A14 are read. */
function ceilingOf({ institutions, grantedEarlierThisYear }: Facts, reader: Reader): Ceiling {
  const each = institutions !== 1 && reader.take('H-A10b') === 'onePerInstitution'
  const overTheYear = grantedEarlierThisYear !== 0 && reader.take('H-A14') === 'perSchoolYear'
  return {
    each,
    amount: each ? (institutions == null ? null : CEILING * institutions) : CEILING,
    used: overTheYear ? (grantedEarlierThisYear ?? null) : 0,
  }
}

/** The most that is granted in principle: the cost, up to what is left of the ceiling. */
const inPrinciple = (cost: Amount, { amount, used }: Ceiling): Amount =>
  cost === null || amount === null || used === null ? null : Math.min(cost, Math.max(0, amount - used))

/** The grant as it is measured against the ceiling. */
function ceilingFinding(granted: Amount, { each, amount, used }: Ceiling, version: Version): Finding {
  const own = rulesOf[version]
  const rule = each ? own.ceilings : own.ceiling
  if (granted === null) return rule.unknown(['subsidyGranted'])
  if (used === null) return rule.unknown(['grantedEarlierThisYear'])
  if (amount === null) return rule.unknown(['institutions'])
  return each ? own.ceilings.apply(granted + used, ['subsidyGranted'], amount) : own.ceiling.apply(granted + used, ['subsidyGranted'])
}

interface Repayment {
  readonly repayable: Amount
  readonly findings: readonly Finding[]
}

/** Art. 9, second part: what must be repaid, and whether it was. */
function repayment(granted: Amount, facts: Facts, version: Version, reader: Reader): Repayment {
  const own = rulesOf[version]
  const earmarked = own.earmarked.apply(facts.misuseVerified, ['misuseVerified'])
  if (facts.misuseVerified == null) return { repayable: null, findings: [earmarked] }
  if (!facts.misuseVerified) return { repayable: 0, findings: [earmarked] }
  const whole = reader.take('H-A15') === 'wholeSubsidy'
  const repayable = whole ? granted : (facts.misusedAmount ?? null)
  const repaidSoFar =
    repayable === null
      ? own.repaid.unknown([whole ? 'subsidyGranted' : 'misusedAmount'])
      : own.repaid.apply(facts.repaidAmount, ['repaidAmount'], repayable)
  return { repayable, findings: [earmarked, repaidSoFar] }
}

const parse = parser(SubsidySettlementInput)

/**
 * How a programme is paid for: the subsidy, the rest, and what misuse makes repayable.
 *
 * NT$100,000 is within the ceiling; one dollar more is for the City to justify, not refused. While the City has not said
 * what it grants, the grant is not known, and the most in principle is given beside it. Misuse counts once it is
 * verified: an allegation makes nothing repayable, verified misuse the whole subsidy. The split of the rest between the
 * institution and students is left to them.
 *
 * @param input amounts in whole NT$
 * @param options another reading of H-A10b (joint programmes), H-A14 (per year), H-A14b (no grant yet) or H-A15 (repayment)
 * @returns the subsidy, the rest and what is repayable; `null` while a fact is missing
 * @throws InputError when an amount is negative or not whole, the grant exceeds the cost, or more was misused than granted
 * @source Hsinchu special education programme regulations (2024) Art. 9; former Art. 9
 * @example
 * computeSubsidySettlement({ programmeCost: 150000, subsidyGranted: 100000 }).value.selfFundedOrStudentPaid //=> 50000
 * @example
 * computeSubsidySettlement({ subsidyGranted: 100000, misuseVerified: true, misusedAmount: 15000 }).value.repayable //=> 100000
 */
export function computeSubsidySettlement(input: SubsidySettlementInput, options?: Options): Answer<SubsidySettlementFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)
  checkAmounts(facts)

  const cost = facts.programmeCost ?? null
  const ceiling = ceilingOf(facts, reader)
  const subsidyInPrinciple = inPrinciple(cost, ceiling)
  const takenAsGranted = facts.subsidyGranted == null && reader.take('H-A14b') === 'inPrincipleMaximum'
  const granted = takenAsGranted ? subsidyInPrinciple : (facts.subsidyGranted ?? null)
  const rest = cost === null || granted === null ? null : cost - granted
  if (rest !== null && rest > 0) reader.take('H-A14c')

  const { repayable, findings } = repayment(granted, facts, version, reader)
  const figures = { version, subsidyInPrinciple, subsidyGranted: granted, selfFundedOrStudentPaid: rest, repayable }
  const costFinding = rulesOf[version].cost.apply(cost, ['programmeCost'])
  return answer(figures, [costFinding, ceilingFinding(granted, ceiling, version), ...findings], reader.taken)
}

export const computeSubsidySettlementEntry = {
  name: 'computeSubsidySettlement',
  answers: text('How a programme is paid for, and what misuse makes repayable', '方案補助、自籌及應繳回之金額'),
  input: SubsidySettlementInput,
  value: SubsidySettlementFigures,
  rules,
  run: computeSubsidySettlement,
} as const satisfies FunctionEntry
